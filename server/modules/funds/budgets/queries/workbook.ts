import type { operations, BudgetRow } from '#contract/funds.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Sentence } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, registerTaken, type SheetColumn } from '../../register-sheet.ts'
import { allBudgets } from './budgets.ts'

const purposes: Record<BudgetRow['purpose'], Sentence> = {
  stipend: { zh: '专项补贴', en: 'stipends' },
  award: { zh: '奖励', en: 'awards' },
  direct_point: { zh: '直管点经费', en: 'direct points' },
  training: { zh: '培训', en: 'training' },
  union_funds: { zh: '工会经费', en: 'union funds' },
}
const payers: Record<BudgetRow['payer'], Sentence> = {
  two_new_committee: { zh: '两新工委', en: 'two-new committee' },
  district_federation: { zh: '区总工会', en: 'district federation' },
  street_town: { zh: '街道（镇）', en: 'street or town' },
  district_finance: { zh: '区财政', en: 'district finance' },
  superior_union: { zh: '上级工会', en: 'superior union' },
}

const columns: readonly SheetColumn<BudgetRow>[] = [
  [{ zh: '年度', en: 'Year' }, 8, (row) => row.year],
  [{ zh: '预算', en: 'Budget' }, 30, (row) => row.name],
  [{ zh: '单位', en: 'Organisation' }, 40, (row) => row.organisationName],
  [{ zh: '用途', en: 'Purpose' }, 14, (row) => purposes[row.purpose]],
  [{ zh: '资金来源', en: 'Source' }, 24, (row) => row.sourceName],
  [{ zh: '出资方', en: 'Payer' }, 18, (row) => payers[row.payer]],
  [{ zh: '上级预算', en: 'From budget' }, 24, (row) => row.parentName ?? ''],
  [{ zh: '预算额（元）', en: 'Budget (yuan)' }, 16, (row) => row.budgetFen / 100],
  [{ zh: '可用（元）', en: 'Left (yuan)' }, 16, (row) => row.availableFen / 100],
  [{ zh: '已安排未付（元）', en: 'Promised, not paid (yuan)' }, 20, (row) => row.committedFen / 100],
  [{ zh: '已付（元）', en: 'Paid (yuan)' }, 16, (row) => row.paidFen / 100],
]

/** Budgets as a workbook, as the list shows them, with what is left of each. That it was taken stands in the log. */
export async function downloadBudgets(
  tx: Tx,
  actor: Actor,
  { language, ...listed }: InputOf<(typeof operations)['downloadBudgets']>,
): Promise<Download> {
  const rows = await allBudgets(tx, actor, listed)
  await audit(tx, actor, 'funds.budgets_exported', registerTaken(actor, rows))
  return registerSheet(actor, language, {
    title: { zh: '资金预算台账', en: 'Register of budgets' },
    columns,
    rows,
  })
}
