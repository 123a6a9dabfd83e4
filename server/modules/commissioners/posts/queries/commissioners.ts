import { sql, type RawBuilder } from 'kysely'
import type { CommissionerPost, operations } from '#contract/commissioners-posts.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName, mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { streetName } from '../../gaps/worklist.ts'

type Input = InputOf<(typeof operations)['listCommissioners']>
type Row = CommissionerPost & { organisationId: string; organisationName: string }

/** Posts of commissioners within scope, one page: present ones unless ended ones are asked for, by name and then by the end of the post. */
export async function listCommissioners(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: CommissionerPost[]; nextCursor: string | null; total: number }> {
  const reach = { actor, permission: 'commissioners.read' } as const
  if (input.streetId !== undefined) await mustReach(tx, reach, input.streetId)
  const limit = input.limit ?? 50
  const [afterName, afterId] = readCursor(input.cursor, ['', '']) as [string, string]
  const { rows } = await sql<Row & { total: number }>`
    with matching as materialized (
      select c.*, p.name from appointments c join persons p on p.tenant_id = c.tenant_id and p.id = c.person_id
      where c.tenant_id = ${tx.tenantId} and c.post = 'commissioner' and c.superseded_at is null and c.substitutes_id is null
        and ${inScope(tx, reach, sql.ref('c.organisation_id'))} and ${await conditionOf(tx, actor, input)}),
    shown as (
      select * from matching where ${afterId} = '' or (name collate "C", appointment_id) > (${afterName}::text collate "C", nullif(${afterId}, '')::uuid)
      order by name collate "C", appointment_id limit ${limit + 1})
    select s.appointment_id as id, s.name, case when s.full_time then 'party_affairs_officer' else 'part_time_chair' end as kind,
      s.organisation_id as "organisationId", at.name as "organisationName", s.basis, s.document_no as "documentNo", s.starts_on as "startsOn",
      s.ends_before as "endsBefore", s.end_reason as "endReason", ${streetAbove(tx)} as street,
      (select count(*)::int from appointments a where a.tenant_id = ${tx.tenantId} and a.person_id = s.person_id and a.post = 'commissioner'
        and a.superseded_at is null and a.substitutes_id is null and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)) as "postsHeld",
      case when s.ends_before <= app_today() and s.end_reason is not null then (select greatest(0, jsonb_array_length(${await pointsOf(tx, actor)}::jsonb)
        - count(*)::int) from commissioner_hand_overs h where h.tenant_id = ${tx.tenantId} and h.appointment_id = s.appointment_id) else 0 end as "handOverLeft",
      (select count(*)::int from matching) as total
    from shown s cross join lateral (${lastName(tx, sql.ref('s.organisation_id'))}) at
    order by s.name collate "C", s.appointment_id`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ organisationId, organisationName, ...row }) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      organisation: { id: organisationId, name: organisationName },
      street: row.street,
      basis: row.basis,
      documentNo: row.documentNo,
      startsOn: row.startsOn,
      endsBefore: row.endsBefore,
      endReason: row.endReason,
      postsHeld: row.postsHeld,
      handOverLeft: row.handOverLeft,
    })),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.name, last.id]) : null,
    total: rows[0]?.total ?? 0,
  }
}

async function conditionOf(tx: Tx, actor: Actor, input: Input): Promise<RawBuilder<unknown>> {
  const isHeld = sql`(c.starts_on <= app_today() and (c.ends_before is null or app_today() < c.ends_before))`
  const parts: RawBuilder<unknown>[] = []
  if (input.state === 'ended') parts.push(sql`c.ends_before <= app_today()`)
  else parts.push(isHeld)
  if (input.state === 'ending') {
    const days = await ruleFor<number>(tx, 'commissioners.ending_days', actor.today)
    parts.push(sql`c.ends_before <= app_today() + ${days.value}::int`)
  }
  const q = input.q?.trim()
  if (q) parts.push(sql`p.name like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (input.kind !== undefined) parts.push(sql`c.full_time = ${input.kind === 'party_affairs_officer'}`)
  if (input.streetId !== undefined)
    parts.push(sql`exists (select from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.descendant_id = c.organisation_id
      and t.ancestor_id = ${input.streetId} and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before))`)
  return sql.join(parts, sql` and `)
}

function streetAbove(tx: Tx): RawBuilder<string | null> {
  return sql`(select ${streetName(tx, sql.ref('t.ancestor_id'))} from organisation_tree t
    join organisations o on o.tenant_id = t.tenant_id and o.id = t.ancestor_id and o.kind = 'street_federation'
    where t.tenant_id = ${tx.tenantId} and t.descendant_id = s.organisation_id and t.starts_on <= app_today()
      and (t.ends_before is null or app_today() < t.ends_before) order by t.depth limit 1)`
}

async function pointsOf(tx: Tx, actor: Actor): Promise<string> {
  const rule = await ruleFor<string[]>(tx, 'commissioners.hand_over_points', actor.today)
  return JSON.stringify(rule.value)
}
