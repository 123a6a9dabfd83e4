import { sql } from 'kysely'
import type { AllocationClass, AllocationPlan, operations } from '#contract/funds-allocations.ts'
import type { InputOf } from '#contract/operation.ts'
import { lastName, mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { allocate, classOf } from '../rules.ts'

/**
 * What a sum would give each basic union below an organisation, by the class and the workers that the register has today: whoever allocates changes
 * it before it is made. A union with no worker reported is left out and counted. The largest share first.
 */
export async function planAllocation(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['planAllocation']>,
): Promise<AllocationPlan> {
  await mustReach(tx, { actor, permission: 'funds.write' }, input.organisationId)
  const classes = await ruleFor<AllocationClass[]>(tx, 'allocations.classes', actor.today)
  const all = await unionsBelow(tx, input.organisationId)
  const candidates = all.flatMap(({ isTwoNew, ...union }) => {
    const name = classOf({ isTwoNew, workers: union.workers }, classes.value)
    return union.workers === 0 || name === null ? [] : [{ ...union, class: name }]
  })
  const shares = candidates.length === 0 ? [] : allocate(input.totalFen, candidates, classes.value)
  return {
    rule: { classes: classes.value, source: classes.source },
    unions: shares.toSorted((one, other) => other.amountFen - one.amountFen),
    withoutWorkers: all.length - candidates.length,
  }
}

interface UnionBelow {
  unionId: string
  unionName: string
  isTwoNew: boolean
  workers: number
}

// Workers are reported by employers: those of a union are those of the employers it covers.
async function unionsBelow(tx: Tx, organisationId: string): Promise<UnionBelow[]> {
  const { rows } = await sql<UnionBelow>`
    select o.id as "unionId", n.name as "unionName", coalesce(covered.two_new, false) as "isTwoNew", coalesce(covered.workers, 0)::int as workers
    from organisation_tree t
    join organisations o on o.tenant_id = t.tenant_id and o.id = t.descendant_id and o.kind in ('basic_union', 'union_association')
    cross join lateral (${lastName(tx, sql.ref('o.id'))}) n
    left join lateral (
      select bool_or(e.two_new_type is not null) as two_new, sum(h.workers) as workers
      from coverages c join organisations e on e.tenant_id = c.tenant_id and e.id = c.employer_id
      left join lateral (select h.workers from headcounts h where h.tenant_id = e.tenant_id and h.organisation_id = e.id and h.superseded_at is null
        and h.as_of <= app_today() order by h.as_of desc limit 1) h on true
      where c.tenant_id = o.tenant_id and c.union_id = o.id and c.superseded_at is null and c.starts_on <= app_today()
        and (c.ends_before is null or c.ends_before > app_today())) covered on true
    where t.tenant_id = ${tx.tenantId} and t.ancestor_id = ${organisationId} and t.starts_on <= app_today() and (t.ends_before is null or t.ends_before > app_today())
      and not exists (select from organisation_endings x where x.tenant_id = o.tenant_id and x.organisation_id = o.id and x.ended_on <= app_today()
        and x.superseded_at is null)
    order by n.name, o.id`.execute(tx)
  return rows
}
