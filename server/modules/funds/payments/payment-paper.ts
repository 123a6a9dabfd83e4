import { benefitCategories } from '#contract/funds-ceilings.ts'
import type { PaymentBatch, PaymentLine } from '#contract/funds-payments.ts'
import type { Paper, PaperBlock } from '#contract/paper.ts'
import { dayOf } from '#server/platform/clock.ts'
import { line, table, writtenDay } from '#server/platform/paper-blocks.ts'
import type { NewClaim } from '../claims/store.ts'
import { yuanOf } from '../yuan.ts'

/** What is paid, as papers and bank lists call it. */
const reasonWords: Record<NewClaim['reason'], string> = {
  stipend: '专项补贴',
  award: '奖励',
  benefit: '职工福利',
}

/** Several reasons in one sum, each named once. */
export function purposeOf(reasons: Iterable<NewClaim['reason']>): string {
  return [...new Set(reasons)].map((reason) => reasonWords[reason]).join('、')
}

/** A list with all that its papers say. */
export interface ListedPayments {
  batch: PaymentBatch
  purpose: string
  lines: readonly PaymentLine[]
}

/** The sheet 发放表: gross, tax and net of each payee, with room to sign for it, totals, and the three hands. */
export function sheetPaper({ batch, purpose, lines }: ListedPayments): Paper {
  const taxFen = lines.reduce((so, each) => so + each.taxFen, 0)
  const rows = lines.map((each) => [
    String(each.number),
    each.name,
    each.organisationName,
    each.periods.map(periodOf).join('、'),
    yuanOf(each.amountFen + each.taxFen),
    yuanOf(each.taxFen),
    yuanOf(each.amountFen),
    '',
  ])
  const total = [
    '合计',
    `${lines.length} 人`,
    '',
    '',
    yuanOf(batch.totalFen + taxFen),
    yuanOf(taxFen),
    yuanOf(batch.totalFen),
    '',
  ]
  return {
    title: `${purpose}发放表`,
    blocks: [
      ...heading(batch),
      table(
        ['序号', '姓名', '单位', '所属期', '应发（元）', '扣税（元）', '实发（元）', '签　　收'],
        [...rows, total],
      ),
      ...hands(batch),
    ],
  }
}

/** The list 发放清单: to whom and where each sum goes, accounts by bank and last digits, what became of it, and the checksum of the bank's file. */
export function listPaper({ batch, purpose, lines }: ListedPayments): Paper {
  const rows = lines.map((each) => [
    String(each.number),
    each.name,
    each.account,
    yuanOf(each.amountFen),
    `${stateWords[each.state]}${each.isReissue ? '（重发）' : ''}`,
  ])
  return {
    title: `${purpose}发放清单`,
    blocks: [
      ...heading(batch),
      table(
        ['序号', '收款人', '开户行及账号后四位', '金额（元）', '状态'],
        [...rows, ['合计', `${lines.length} 笔`, '', yuanOf(batch.totalFen), '']],
      ),
      line(`银行文件校验码：${batch.checksum}`),
      ...hands(batch),
    ],
  }
}

const stateWords: Record<PaymentLine['state'], string> = {
  listed: '待付款',
  paid: '已付款',
  returned: '银行退回',
  reissued: '已另行重发',
}

function heading(batch: PaymentBatch): PaperBlock[] {
  return [
    line(`发放单位：${batch.organisationName}`),
    line(`资金来源：${batch.budgetName}`),
    line(`清单编号：${batch.number}　　制表日期：${writtenDay(dayOf(new Date(batch.madeAt)))}`),
  ]
}

/** Who made, checked and paid it; a step that is to come has room for a name. */
function hands({ acts }: PaymentBatch): PaperBlock[] {
  const by = (act: PaymentBatch['acts'][number]['act']) => {
    const done = acts.find((each) => each.act === act)
    return done === undefined ? '' : `${done.name}（${writtenDay(dayOf(new Date(done.actedAt)))}）`
  }
  return [line(`制表：${by('made')}`), line(`复核：${by('checked')}`), line(`付款：${by('paid')}`)]
}

/** A month stays as it is; of a benefit the day, of a prize the day and the contest. */
function periodOf(period: string): string {
  const [day, category, ...more] = period.split(' ')
  return category !== undefined && (benefitCategories as readonly string[]).includes(category)
    ? [day, ...more].join(' ')
    : period
}
