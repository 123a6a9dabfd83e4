import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { mustReachOrganisations } from '../policy.ts'
import { allGaps, daysOf, gapCondition, gapRules } from './gap-conditions.ts'
import { idsBelowAt } from './moment.ts'

type Output = OutputOf<(typeof operations)['listOrganisationGaps']>

/** How many organisations stand in each worklist today, within reach; the rows are those of the register with the filter `gap`. */
export async function listOrganisationGaps(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listOrganisationGaps']>,
): Promise<Output> {
  const reach = { actor, permission: 'organisations.read' } as const
  if (input.parentId !== undefined) await mustReachOrganisations(tx, reach, [input.parentId])
  const moment = { asOf: actor.today, knownAt: null }
  const rules = await gapRules(tx, actor.today)
  const below =
    input.parentId === undefined
      ? sql`true`
      : sql`o.id in (${idsBelowAt(tx, sql`${input.parentId}::uuid`, moment)})`
  const counts = allGaps.map(
    (gap) =>
      sql`(count(*) filter (where ${gapCondition(tx, actor, { gap, rules })}))::int as ${sql.ref(gap)}`,
  )
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join(counts)} from organisations row
    where row.tenant_id = ${tx.tenantId} and row.id in (
      select o.id from organisations o
      join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and ${holdsAt('p', moment)}
      where o.tenant_id = ${tx.tenantId} and ${inScope(tx, reach, sql.ref('o.id'))} and ${below})`.execute(tx)
  return {
    gaps: allGaps.map((gap) => ({ gap, count: rows[0]![gap]!, days: daysOf(gap, rules)?.until ?? null })),
  }
}
