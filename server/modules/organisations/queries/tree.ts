import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { TreeNode } from '#contract/organisation-shapes.ts'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import { inScope, scopeOf } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Moment } from '#server/platform/measure.ts'
import { inScopeEver, mustReachOrganisations } from '../policy.ts'
import { membersAt } from './columns.ts'
import { idsBelowAt, isNow, momentOf } from './moment.ts'

type Input = InputOf<(typeof operations)['getOrganisationTree']>

/** What an organisation led directly at the moment, level by level; without `parentId` the top of one's own scope. Unions before places, then by code. */
export async function getOrganisationTree(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: TreeNode[] }> {
  const moment = momentOf(actor, input)
  const asked = { moment, now: isNow(actor, moment) }
  const reach = { actor, permission: 'organisations.read' } as const
  if (input.parentId !== undefined) await mustReachOrganisations(tx, reach, [input.parentId])
  const wanted = input.employers === 'without' ? sql<SqlBool>`o.kind <> 'employer'` : sql<SqlBool>`true`
  const reachable = asked.now ? inScope : inScopeEver
  const counted =
    input.employers === 'without'
      ? sql`and exists (select from organisations k where k.tenant_id = a.tenant_id and k.id = a.child_id and k.kind <> 'employer')`
      : sql``
  const { rows } = await sql<TreeNode>`
    select row.id, row.kind, row.name,
      (select count(*)::int from affiliations a where a.tenant_id = ${tx.tenantId} and a.parent_id = row.id and a.kind = 'leads' and ${holdsAt('a', moment)} ${counted}) as children,
      (select count(*)::int - 1 from (${idsBelowAt(tx, sql.ref('row.id'), moment)}) b) as below,
      ${membersAt(tx, asked)} as members
    from (
      select o.id, o.kind, o.stat_code, p.name from organisations o
      join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and ${holdsAt('p', moment)}
      where o.tenant_id = ${tx.tenantId} and ${wanted} and ${reachable(tx, reach, sql.ref('o.id'))}
        and ${input.parentId === undefined ? isTop(tx, actor, moment) : isChild(tx, input.parentId, moment)}) row
    order by row.kind = 'employer', row.stat_code collate "C", row.id`.execute(tx)
  return { items: rows }
}

function isChild(tx: Tx, parentId: string, moment: Moment): RawBuilder<SqlBool> {
  return sql<SqlBool>`o.id in (select a.child_id from affiliations a
    where a.tenant_id = ${tx.tenantId} and a.parent_id = ${parentId} and a.kind = 'leads' and ${holdsAt('a', moment)})`
}

// Where the appointment's powers begin; for those of the whole tenant, whatever nobody leads.
function isTop(tx: Tx, actor: Actor, moment: Moment): RawBuilder<SqlBool> {
  const scope = scopeOf(actor, 'organisations.read')
  if (!scope.wholeTenant) return sql<SqlBool>`o.id = any(${[...scope.subtreeIds, ...scope.unitIds]}::uuid[])`
  return sql<SqlBool>`not exists (select from affiliations a
    where a.tenant_id = ${tx.tenantId} and a.child_id = o.id and a.kind = 'leads' and ${holdsAt('a', moment)})`
}
