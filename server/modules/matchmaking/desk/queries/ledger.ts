import { sql } from 'kysely'
import type { CaseFile, PairOutcome } from '#contract/matchmaking-desk.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { namesOf } from './names.ts'

/** What became of somebody's pairs, the latest first: told by one of the two, or noted at a desk. */
export async function ledgerOf(tx: Tx, personId: string): Promise<CaseFile['ledger']> {
  const { rows } = await sql<{
    personA: string
    personB: string
    outcome: PairOutcome
    happenedOn: string
    toldBy: 'person' | 'desk'
    recordedAt: Date
  }>`
    select person_a as "personA", person_b as "personB", outcome, happened_on as "happenedOn",
      case when told_by_person is null then 'desk' else 'person' end as "toldBy", recorded_at as "recordedAt"
    from pair_outcomes where tenant_id = ${tx.tenantId} and ${personId}::uuid in (person_a, person_b)
    order by happened_on desc, recorded_at desc limit 100`.execute(tx)
  const name = await namesOf(
    tx,
    rows.flatMap((row) => [row.personA, row.personB]),
  )
  return rows.map((row) => ({
    names: [name(row.personA), name(row.personB)],
    outcome: row.outcome,
    happenedOn: row.happenedOn,
    toldBy: row.toldBy,
    recordedAt: row.recordedAt.toISOString(),
  }))
}
