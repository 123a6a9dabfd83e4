import type { ContributionRow, operations } from '#contract/funds-contributions.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Sentence } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, registerTaken, type SheetColumn } from '../../register-sheet.ts'
import { allContributions } from './contributions.ts'

const columns: readonly SheetColumn<ContributionRow>[] = [
  [{ zh: '月份', en: 'Month' }, 10, (row) => row.month],
  [{ zh: '缴费单位', en: 'Employer' }, 40, (row) => row.employerName],
  [{ zh: '工会', en: 'Union' }, 40, (row) => row.organisationName],
  [{ zh: '类别', en: 'Kind' }, 14, (row) => words[row.kind]],
  [{ zh: '收缴方式', en: 'Way' }, 18, (row) => words[row.way]],
  [{ zh: '工资总额（元）', en: 'Wages (yuan)' }, 18, (row) => row.wageBaseFen / 100],
  [{ zh: '应缴（元）', en: 'Due (yuan)' }, 16, (row) => row.dueFen / 100],
  [{ zh: '到期日', en: 'Due on' }, 12, (row) => row.dueOn],
  [{ zh: '到账（元）', en: 'Received (yuan)' }, 16, (row) => row.receivedFen / 100],
  [{ zh: '待上解或返还（元）', en: 'To pass on (yuan)' }, 18, (row) => row.toPassOnFen / 100],
  [{ zh: '状态', en: 'State' }, 12, (row) => words[row.state]],
  [{ zh: '逾期天数', en: 'Days overdue' }, 12, (row) => row.daysOverdue],
]

const words = {
  regular: { zh: '工会经费', en: 'regular' },
  preparatory: { zh: '建会筹备金', en: 'preparatory' },
  through_basic: { zh: '基层自收上解', en: 'collected by the union' },
  through_tax: { zh: '税务代收返还', en: 'collected through tax' },
  open: { zh: '未到期', en: 'not due yet' },
  overdue: { zh: '逾期未缴', en: 'overdue' },
  paid: { zh: '已缴清', en: 'paid' },
} as const satisfies Record<string, Sentence>

/** The register as a workbook, as the list shows it, a contribution a line. That it was taken stands in the log. */
export async function downloadContributions(
  tx: Tx,
  actor: Actor,
  { language, ...filters }: InputOf<(typeof operations)['downloadContributions']>,
): Promise<Download> {
  const rows = await allContributions(tx, actor, filters)
  await audit(tx, actor, 'contributions.exported', registerTaken(actor, rows))
  return registerSheet(actor, language, {
    title: { zh: '工会经费收缴台账', en: 'Register of contributions' },
    columns,
    rows,
  })
}
