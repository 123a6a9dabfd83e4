import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { importOf } from '../policy.ts'
import type { JudgedRow } from '../rules/judged-row.ts'
import { buildReport, MOST_LISTED, type ImportReport, type RefusedReport } from '../rules/report.ts'
import type { Reason } from '../rules/reasons.ts'
import { reportedOrganisation } from '../rules/reported-fields.ts'
import { knownReasons, otherNameText } from '../staging/known-reasons.ts'
import type { SealedOrganisation } from '../staging/prepare-organisation-row.ts'
import { hiddenOf, joinedText, selectRows, type StoredRow } from '../staging/row-view.ts'
import { openCells } from '../staging/sealed-cells.ts'
import { findRefusal, type ImportHead } from '../store.ts'

/** The report of an import as it stands now: outcome, codes and reasons of every row as the import policy words them. */
export async function getReport(
  tx: Tx,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Record<string, unknown>> {
  const imported = await importOf(tx, actor, importId)
  return { ...(await reportOf(tx, imported)) }
}

/** The same for the command line, which has no actor. */
export async function reportOf(tx: Tx, imported: ImportHead): Promise<ImportReport | RefusedReport> {
  if (imported.state === 'refused') {
    const refusal = await findRefusal(tx, imported.id)
    return { outcome: 'refused', code: refusal.code, why_zh: refusal.whyZh }
  }
  const summary = imported.summary ?? refuse('roster.still_judging')
  const all = summary.dataRows <= MOST_LISTED
  const rows = await selectRows(tx, imported.id, {
    where: all
      ? sql`true`
      : sql`(r.outcome <> 'accepted' or r.normalisations <> '{}' or r.warnings <> '{}' or r.known <> '{}')`,
    limit: 1_000_000,
  })
  const judged = rows.map((row) => judgedRow(tx, imported, row))
  const accepted = await acceptedCount(tx, imported.id)
  return buildReport(imported.kind, { ...summary, counts: { ...summary.counts, accepted } }, judged)
}

function judgedRow(
  tx: Tx,
  imported: ImportHead,
  row: StoredRow,
): { judged: JudgedRow<unknown>; fields: object } {
  const kept = row.sealed === null ? null : openCells<SealedOrganisation>(tx.keys, tx.tenantId, row.sealed)
  const reasons = [...(kept?.reasons ?? []), ...knownReasons(row.known)]
  const judged = {
    sheet: row.sheet,
    row: row.sheet_row,
    index: row.row_id,
    outcome: row.outcome,
    codes: row.codes,
    reasons,
    normalisations: row.normalisations,
    warnings: row.warnings,
    values: null,
  }
  if (imported.kind === 'organisations') return { judged, fields: reportedOrganisation(kept!.values) }
  if (row.outcome === 'accepted' && row.bucket === 'review')
    return { judged: underOtherName(judged), fields: {} }
  return { judged, fields: row.outcome === 'accepted' ? rosterFields(tx, row) : {} }
}

/** A number that is known under another name waits for review although the sheet alone would pass. */
function underOtherName<Row extends JudgedRow<unknown>>(judged: Row): Row {
  const why = { code: 'X20', key: 'X20.two_names', field: 'full_name', params: {} } as Reason
  return { ...judged, outcome: 'review', codes: [otherNameText.code], reasons: [why] }
}

function rosterFields(tx: Tx, row: StoredRow): object {
  const { number, mobile } = hiddenOf(tx.keys, row)
  const joined = joinedText(row)
  return {
    full_name: row.name,
    id_number: number,
    mobile,
    sex: row.sex === 'male' ? '男' : row.sex === 'female' ? '女' : null,
    birth_date: row.birth_date,
    ethnic_group: row.ethnic_group,
    political_affiliation: row.political_affiliation,
    education_level: row.education_level,
    employer_name: row.employer_name,
    employer_uscc: row.employer_uscc,
    union_name: row.union_name,
    join_date: joined === null ? null : { value: joined, precision: row.joined_precision },
  }
}

async function acceptedCount(tx: Tx, importId: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from import_rows where tenant_id = ${tx.tenantId} and import_id = ${importId} and outcome = 'accepted'
      and bucket <> 'review'`.execute(tx)
  return rows[0]!.rows
}
