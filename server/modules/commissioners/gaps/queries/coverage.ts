import { sql } from 'kysely'
import {
  commissionerGaps,
  type CommissionerGap,
  type operations,
  type StreetCoverage,
} from '#contract/commissioners.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { mustHave } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { dueRules, sourcesOf } from '../../eligibility/due-rules.ts'
import { askedFor, streetName, worklist } from '../worklist.ts'

type Output = OutputOf<(typeof operations)['getCommissionerCoverage']>
type Row = Omit<StreetCoverage, 'street' | 'gaps'> & {
  streetId: string | null
  streetName: string | null
} & Record<CommissionerGap, number>

/** Coverage of every street within scope against those who must have a commissioner, and what each street lacks, on a day. */
export async function getCommissionerCoverage(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['getCommissionerCoverage']>,
): Promise<Output> {
  mustHave(actor, 'commissioners.read')
  const asOf = input.asOf ?? actor.today
  const asked = await askedFor(tx, asOf)
  const gapCounts = commissionerGaps.map(
    (gap) => sql`count(*) filter (where ${gap} = any(row.gaps))::int as ${sql.ref(gap)}`,
  )
  const { rows } = await sql<Row>`
    with counted as (
      select row.street_id, count(*)::int as "twoNew", coalesce(sum(row.workers), 0)::int as workers, (count(*) filter (where row.due))::int as due,
        (count(*) filter (where row.due and row.commissioners > 0))::int as covered,
        (count(*) filter (where not row.due and row.commissioners > 0))::int as voluntary, ${sql.join(gapCounts)}
      from (${worklist(tx, actor, asked)}) row group by row.street_id)
    select c.*, c.street_id as "streetId", named.street as "streetName"
    from counted c cross join lateral (select ${streetName(tx, sql.ref('c.street_id'))} as street) named
    order by named.street collate "C" nulls last`.execute(tx)
  const streets = rows.map(asCoverage)
  return { asOf, total: sumOf(streets), streets, rules: sourcesOf(await dueRules(tx, asOf)) }
}

function asCoverage(row: Row): StreetCoverage {
  return {
    street: row.streetId === null ? null : { id: row.streetId, name: row.streetName ?? '' },
    twoNew: row.twoNew,
    workers: row.workers,
    due: row.due,
    covered: row.covered,
    voluntary: row.voluntary,
    gaps: commissionerGaps.map((gap) => ({ gap, count: row[gap] })),
  }
}

function sumOf(streets: readonly StreetCoverage[]): Output['total'] {
  const sum = (value: (street: StreetCoverage) => number) =>
    streets.reduce((total, street) => total + value(street), 0)
  return {
    twoNew: sum((street) => street.twoNew),
    workers: sum((street) => street.workers),
    due: sum((street) => street.due),
    covered: sum((street) => street.covered),
    voluntary: sum((street) => street.voluntary),
    gaps: commissionerGaps.map((gap, at) => ({ gap, count: sum((street) => street.gaps[at]!.count) })),
  }
}
