import { sql } from 'kysely'
import type { operations, PartnerUnion } from '#contract/events-hosts.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { findEvent, hostIdsOf, type EventRow } from '../../store.ts'

type Operation = (typeof operations)['listPartnerUnions']
type Row = Omit<PartnerUnion, 'men' | 'women'> & { men: number; women: number }

const shownAtMost = 30

/**
 * Unions of the whole tenant whose members of these ages would balance the sexes of those who host the event already, the best first. A
 * federation counts with the unions it has named so far: all others are its own. Counts of members only; a group under the smallest that may
 * be shown is left out of the answer, and a union with only such groups is no help and not named.
 */
export async function listPartnerUnions(
  tx: Tx,
  actor: Actor,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const event = await findEvent(tx, input.eventId)
  await mustReach(tx, { actor, permission: 'events.write' }, event.organisationId)
  const { value: smallest } = await ruleFor<number>(tx, 'measures.smallest_count', actor.today)
  const hosts = await hostsThatCount(tx, event)
  const host = await countBelow(tx, hosts, input)
  const surplus = host.men - host.women
  const { rows } = await sql<Row>`
    with counted as (
      select m.union_id, count(*) filter (where p.sex = 'male')::int as men, count(*) filter (where p.sex = 'female')::int as women
      from member_index m join persons p on p.tenant_id = m.tenant_id and p.id = m.person_id
      where m.tenant_id = ${tx.tenantId} and ${agedBetween(input)} group by m.union_id)
    select c.union_id as "organisationId", o.name, o.street, o.industry_code as industry, c.men, c.women,
      exists (select from event_hosts h where h.tenant_id = ${tx.tenantId} and h.event_id = ${event.id} and h.organisation_id = c.union_id)
      or exists (select from event_host_invitations i where i.tenant_id = ${tx.tenantId} and i.event_id = ${event.id} and i.organisation_id = c.union_id
        and not exists (select from event_host_answers a where a.tenant_id = i.tenant_id and a.invitation_id = i.id)) as asked
    from counted c cross join lateral (select p.name, p.street, p.industry_code from organisation_profiles p where p.tenant_id = ${tx.tenantId}
      and p.organisation_id = c.union_id and p.superseded_at is null order by p.starts_on desc limit 1) o
    where greatest(c.men, c.women) >= ${smallest} and not exists (select from organisation_tree t where t.tenant_id = ${tx.tenantId}
      and t.ancestor_id = any(${hosts}::uuid[]) and t.descendant_id = c.union_id and t.ends_before is null)
    order by abs(${surplus}::int + c.men - c.women), c.men + c.women desc, c.union_id limit ${shownAtMost}`.execute(
    tx,
  )
  const shown = (count: number) => (count > 0 && count < smallest ? null : count)
  return {
    host: { men: shown(host.men), women: shown(host.women) },
    asOf: actor.today,
    items: rows.map((row) => ({ ...row, men: shown(row.men), women: shown(row.women) })),
  }
}

async function hostsThatCount(tx: Tx, event: EventRow): Promise<string[]> {
  const { kind } = await tx
    .selectFrom('organisations')
    .select('kind')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', event.organisationId)
    .executeTakeFirstOrThrow()
  const leads = kind === 'federation' || kind === 'street_federation' || kind === 'industrial_union'
  return [...(leads ? [] : [event.organisationId]), ...(await hostIdsOf(tx, event.id))]
}

async function countBelow(
  tx: Tx,
  organisationIds: readonly string[],
  ages: { ageFrom: number; ageTo: number },
): Promise<{ men: number; women: number }> {
  const { rows } = await sql<{ men: number; women: number }>`
    select count(*) filter (where p.sex = 'male')::int as men, count(*) filter (where p.sex = 'female')::int as women
    from member_index m join persons p on p.tenant_id = m.tenant_id and p.id = m.person_id
    where m.tenant_id = ${tx.tenantId} and ${agedBetween(ages)} and m.union_id in (select t.descendant_id from organisation_tree t
      where t.tenant_id = ${tx.tenantId} and t.ancestor_id = any(${organisationIds}::uuid[]) and t.ends_before is null)`.execute(
    tx,
  )
  return rows[0]!
}

function agedBetween({ ageFrom, ageTo }: { ageFrom: number; ageTo: number }) {
  return sql`p.birth_date > app_today() - make_interval(years => ${ageTo + 1}::int) and p.birth_date <= app_today() - make_interval(years => ${ageFrom}::int)`
}
