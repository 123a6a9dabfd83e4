import { sql } from 'kysely'
import type { ComplaintTarget } from '#contract/complaints.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { handlerAmong, type Above } from '../rules.ts'

/** Whom one may complain about: the organisation that answers for one's record and everything that leads it, with their officers of today. */
export async function listComplaintTargets(tx: Tx, actor: Actor): Promise<{ items: ComplaintTarget[] }> {
  const records = found(await personRecords(tx, actor.personId))
  if (records.organisationId === null) return { items: [] }
  const chain = await chainOf(tx, records.organisationId)
  const officers = await officersAt(
    tx,
    chain.map((each) => each.organisationId),
  )
  const names = new Map(chain.map((each) => [each.organisationId, each.name]))
  return {
    items: chain.map(({ organisationId, name }, at) => {
      const handler = handlerAmong(chain.slice(at + 1))
      return {
        organisationId,
        name,
        handledBy: handler === null ? null : (names.get(handler) ?? null),
        officers: officers
          .filter((each) => each.organisationId === organisationId)
          .map(({ organisationId: _at, ...officer }) => officer),
      }
    }),
  }
}

/** Everything strictly above an organisation today, the nearest first, and whether somebody there handles complaints. */
export async function levelsAbove(tx: Tx, organisationId: string): Promise<(Above & { name: string })[]> {
  return (await chainOf(tx, organisationId)).slice(1)
}

async function chainOf(tx: Tx, organisationId: string): Promise<(Above & { name: string })[]> {
  const { rows } = await sql<Above & { name: string }>`
    select t.ancestor_id as "organisationId", o.name, exists (
      select from appointments a join post_grants g on g.post = a.post and g.permission = 'complaints.handle'
        and g.starts_on <= app_today() and (g.ends_before is null or app_today() < g.ends_before)
      where a.tenant_id = t.tenant_id and a.organisation_id = t.ancestor_id and a.superseded_at is null
        and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)) as handles
    from organisation_tree t cross join lateral (
      select name from organisation_profiles p where p.tenant_id = t.tenant_id and p.organisation_id = t.ancestor_id and p.superseded_at is null
      order by p.starts_on desc limit 1) o
    where t.tenant_id = ${tx.tenantId} and t.descendant_id = ${organisationId}
      and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before)
    order by t.depth`.execute(tx)
  return rows
}

async function officersAt(
  tx: Tx,
  organisationIds: readonly string[],
): Promise<(ComplaintTarget['officers'][number] & { organisationId: string })[]> {
  const { rows } = await sql<ComplaintTarget['officers'][number] & { organisationId: string }>`
    select a.appointment_id as "appointmentId", p.name, a.post, a.organisation_id as "organisationId" from appointments a
    join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    join posts on posts.code = a.post
    where a.tenant_id = ${tx.tenantId} and a.organisation_id = any(${organisationIds}::uuid[]) and a.superseded_at is null
      and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before) and posts.separation is null
    order by posts.sort, p.name limit 200`.execute(tx)
  return rows
}
