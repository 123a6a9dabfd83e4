import type { BenefitRow, operations } from '#contract/funds-ceilings.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Sentence } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, registerTaken, type SheetColumn } from '../../register-sheet.ts'
import { allBenefits } from './register.ts'

const categories: Record<BenefitRow['category'], Sentence> = {
  holiday_gift: { zh: '节日慰问', en: 'holiday gift' },
  birthday: { zh: '生日慰问', en: 'birthday' },
  wedding: { zh: '结婚慰问', en: 'wedding' },
  birth: { zh: '生育慰问', en: 'birth' },
  hospital: { zh: '住院慰问', en: 'hospital' },
  death_of_member: { zh: '会员去世慰问', en: 'death of a member' },
  death_of_relative: { zh: '亲属去世慰问', en: 'death of a relative' },
  retirement: { zh: '退休慰问', en: 'retirement' },
  winter_warmth: { zh: '送温暖', en: 'winter warmth' },
  other: { zh: '其他', en: 'other' },
}
const states: Record<BenefitRow['state'], Sentence> = {
  given: { zh: '标准内', en: 'within the ceiling' },
  waiting: { zh: '超标准待审批', en: 'above, waits' },
  allowed: { zh: '超标准已同意', en: 'above, allowed' },
  refused: { zh: '超标准未同意', en: 'above, refused' },
}

const columns: readonly SheetColumn<BenefitRow>[] = [
  [{ zh: '日期', en: 'Day' }, 12, (row) => row.givenOn],
  [{ zh: '姓名', en: 'Name' }, 14, (row) => row.personName],
  [{ zh: '工会', en: 'Union' }, 40, (row) => row.organisationName],
  [{ zh: '类别', en: 'Category' }, 18, (row) => categories[row.category]],
  [{ zh: '金额（元）', en: 'Amount (yuan)' }, 14, (row) => row.amountFen / 100],
  [{ zh: '本年累计（元）', en: 'In the year (yuan)' }, 18, (row) => row.yearFen / 100],
  [{ zh: '状态', en: 'State' }, 16, (row) => states[row.state]],
  [{ zh: '超标准理由', en: 'Reason' }, 40, (row) => row.override?.reason ?? ''],
  [{ zh: '登记人', en: 'Recorded by' }, 14, (row) => row.recordedBy],
]

/** The register of benefits as a workbook, a benefit a line; what it is for and that it was taken stand in the log. */
export async function downloadBenefits(
  tx: Tx,
  actor: Actor,
  { language, purpose, ...filters }: InputOf<(typeof operations)['downloadBenefits']>,
): Promise<Download> {
  const rows = await allBenefits(tx, actor, filters)
  const taken = registerTaken(actor, rows)
  await audit(tx, actor, 'ceilings.exported', { ...taken, params: { ...taken.params, purpose } })
  return registerSheet(actor, language, {
    title: { zh: '职工福利台账', en: 'Register of benefits' },
    columns,
    rows,
  })
}
