import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import { inScope, mustReach } from '#server/modules/access/index.ts'
import { memberHits, memberScope } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound } from '#server/platform/errors.ts'

/** For whom slips are asked: everybody of an organisation, or chosen members. */
export interface Whom {
  organisationId?: string | undefined
  personIds?: readonly string[] | undefined
}

/** The members meant, within scope, and the organisation the work is filed under. */
export interface SlipTargets {
  organisationId: string
  personIds: string[]
}

const reachOf = (actor: Actor) => ({ actor, permission: 'accounts.activate' }) as const

/**
 * The members a request means. Chosen ones must all be within scope, or the whole request is "not found"; they are filed under their union
 * where they share one, otherwise under the actor's own organisation.
 */
export async function slipTargets(tx: Tx, actor: Actor, whom: Whom): Promise<SlipTargets> {
  if (whom.personIds !== undefined) return chosenMembers(tx, actor, whom.personIds)
  if (whom.organisationId === undefined) invalid([{ path: 'organisationId', code: 'field.required' }])
  const { organisationId } = whom
  await mustReach(tx, reachOf(actor), organisationId)
  const scope = memberScope(tx, reachOf(actor), { organisationId, includeSubtree: true })
  const { rows } = await sql<{ person_id: string }>`
    with root as materialized (${scope.root}), ${memberHits(tx, scope, {})}
    select person_id from hits order by sort_key, person_id`.execute(tx)
  return { organisationId, personIds: rows.map((row) => row.person_id) }
}

async function chosenMembers(tx: Tx, actor: Actor, personIds: readonly string[]): Promise<SlipTargets> {
  const { rows } = await sql<{ person_id: string; union_id: string }>`
    select m.person_id, m.union_id from member_index m
    where m.tenant_id = ${tx.tenantId} and m.person_id = any(${personIds}::uuid[]) and ${inScope(tx, reachOf(actor), sql.ref('m.union_id'))}
    order by m.sort_key, m.person_id`.execute(tx)
  if (rows.length < new Set(personIds).size) notFound()
  const unions = new Set(rows.map((row) => row.union_id))
  const organisationId = unions.size === 1 ? rows[0]!.union_id : actor.appointment!.organisationId
  return { organisationId, personIds: rows.map((row) => row.person_id) }
}

/** Those of some members who have neither an account nor a slip that can be used. */
export async function withoutAccountOrSlip(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${personIds}::uuid[]) with ordinality as p (id, place)
    where not exists (select from accounts a where a.tenant_id = ${tx.tenantId} and a.person_id = p.id)
      and not exists (select from activation_slips s
        left join activation_slip_endings e on e.tenant_id = s.tenant_id and e.slip_id = s.id
        where s.tenant_id = ${tx.tenantId} and s.person_id = p.id and e.slip_id is null and s.expires_on >= app_today())
    order by p.place`.execute(tx)
  return rows.map((row) => row.id)
}
