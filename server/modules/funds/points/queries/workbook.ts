import type { operations, DirectPointRow } from '#contract/funds-points.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Sentence } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, registerTaken, type SheetColumn } from '../../register-sheet.ts'
import { allDirectPoints } from './points.ts'

const levels: Record<DirectPointRow['level'], Sentence> = {
  district: { zh: '区级直管', en: 'district level' },
  street: { zh: '街道级直管', en: 'street level' },
}
const states: Record<DirectPointRow['state'], Sentence> = {
  waiting: { zh: '待审定', en: 'waits for approval' },
  approved: { zh: '已审定', en: 'approved' },
  refused: { zh: '已退回', en: 'refused' },
}

const shareOf = (row: DirectPointRow, payer: string) =>
  (row.shares.find((share) => share.payer === payer)?.amountFen ?? 0) / 100

const columns: readonly SheetColumn<DirectPointRow>[] = [
  [{ zh: '年度', en: 'Year' }, 8, (row) => row.year],
  [{ zh: '直管点', en: 'Point' }, 40, (row) => row.organisationName],
  [{ zh: '层级', en: 'Level' }, 14, (row) => levels[row.level]],
  [{ zh: '经费（元）', en: 'Grant (yuan)' }, 14, (row) => row.totalFen / 100],
  [{ zh: '两新工委（元）', en: 'Two-new committee (yuan)' }, 16, (row) => shareOf(row, 'two_new_committee')],
  [
    { zh: '区总工会（元）', en: 'District federation (yuan)' },
    16,
    (row) => shareOf(row, 'district_federation'),
  ],
  [{ zh: '街道（镇）（元）', en: 'Street or town (yuan)' }, 16, (row) => shareOf(row, 'street_town')],
  [{ zh: '已付（元）', en: 'Paid (yuan)' }, 14, (row) => row.paidFen / 100],
  [{ zh: '可付未付（元）', en: 'Can be paid now (yuan)' }, 16, (row) => row.payableFen / 100],
  [{ zh: '通过的进展报告', en: 'Accepted reports' }, 14, (row) => row.acceptedReports],
  [{ zh: '示范点至', en: 'Demonstration until' }, 14, (row) => row.demonstrationUntil ?? ''],
  [{ zh: '状态', en: 'State' }, 14, (row) => states[row.state]],
]

/** Grants of points as a workbook, as the list shows them, with the three shares. That it was taken stands in the log. */
export async function downloadDirectPoints(
  tx: Tx,
  actor: Actor,
  { language, ...listed }: InputOf<(typeof operations)['downloadDirectPoints']>,
): Promise<Download> {
  const rows = await allDirectPoints(tx, actor, listed)
  await audit(tx, actor, 'points.exported', registerTaken(actor, rows))
  return registerSheet(actor, language, {
    title: { zh: '直管点经费台账', en: 'Register of direct points' },
    columns,
    rows,
  })
}
