import { sql } from 'kysely'
import type { Finding } from '#contract/reports-seals.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { definitionBody, differingParts, fingerprintOf, partsOf } from '../definition.ts'
import { rowsHash, sealedRowsOf, totalOfRows } from '../packed-rows.ts'
import type { StoredFigure } from '../stored.ts'
import { hashFigure } from '../text.ts'
import { finding } from './finding.ts'

/** What a figure says of itself: its text under its hash, its kept rows under theirs, its value from these rows. */
export async function checkFigureText(tx: Tx, reportId: string, figure: StoredFigure): Promise<Finding[]> {
  const about = { figure: figure.number, measure: figure.measure }
  const findings: Finding[] = []
  if (hashFigure(figure) !== figure.hash) findings.push(finding('figure_changed', about))
  const definition = { counting: partsOf(figure.body)['counting'] } as MeasureDefinition
  const { rows } = await sql<{ hash: string; total: number; rowCount: number }>`
    select ${rowsHash(sql`place`)} as hash, ${totalOfRows({ definition })} as total, count(*)::int as "rowCount"
    from (${sealedRowsOf(tx, { reportId, number: figure.number })}) r`.execute(tx)
  const kept = rows[0]!
  if (kept.hash !== figure.rowsHash || kept.rowCount !== figure.rowCount)
    findings.push(finding('rows_changed', about))
  if (kept.total !== figure.total)
    findings.push(
      finding('value_differs', { ...about, sealed: String(figure.total), found: String(kept.total) }),
    )
  return findings
}

/**
 * The definition a figure was sealed with: kept under its own hash, or somebody changed it; and whether the product counts by the same one
 * today, or which parts were renewed since.
 */
export function checkDefinition(
  tx: Tx,
  figure: StoredFigure,
  today: MeasureDefinition | undefined,
): Finding[] {
  const about = { figure: figure.number, measure: figure.measure }
  const kept = partsOf(figure.body)
  const body = today === undefined ? null : definitionBody(tx, today)
  if (fingerprintOf(figure.body).toString('hex') !== figure.definition) {
    // Where the product still counts by the definition that was sealed, it says which part is not what it was.
    const isKnown = body !== null && fingerprintOf(body).toString('hex') === figure.definition
    const parts = isKnown ? differingParts(kept, partsOf(body)) : []
    if (parts.length === 0) return [finding('definition_tampered', about)]
    return parts.map((part) =>
      finding('definition_tampered', {
        ...about,
        part,
        sealed: partsOf(body!)[part] ?? null,
        found: kept[part] ?? null,
      }),
    )
  }
  if (body === null) return [finding('measure_gone', about)]
  const now = partsOf(body)
  return differingParts(kept, now).map((part) =>
    finding('definition_changed', { ...about, part, sealed: kept[part] ?? null, found: now[part] ?? null }),
  )
}
