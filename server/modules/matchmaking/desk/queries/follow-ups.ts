import { sql, type RawBuilder } from 'kysely'
import type { FollowUp, operations } from '#contract/matchmaking-desk.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { mustHaveDesk } from '../policy.ts'
import { followUpState } from '../rules.ts'
import { namesOf } from './names.ts'
import type { AtDesk } from './pool.ts'

interface Row extends Pick<
  FollowUp,
  'id' | 'stage' | 'dueOn' | 'occasion' | 'organisationId' | 'organisationName' | 'answers' | 'lastOutcome'
> {
  doneAt: Date | null
  matchmakerId: string | null
  personA: string
  personB: string
}

/** Follow-ups of the matchmaker, and those of organisations within reach that are nobody's yet: what is still to do first, by the day it is due. */
export async function listFollowUps(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listFollowUps']>,
): Promise<OutputOf<(typeof operations)['listFollowUps']>> {
  const matchmaker = await mustHaveDesk(tx, actor)
  const limit = input.limit ?? 50
  const [done, day, id] = readCursor(input.cursor, ['', '', '']) as [string, string, string]
  const graceDays = await grace(tx, actor)
  const items = await followUpsAt(
    tx,
    { actor, matchmaker },
    {
      condition: sql`${stateCondition(input.state, graceDays)}
        and (${id} = '' or (f.done_at is not null, f.due_on, f.id) > (nullif(${done}, '')::boolean, nullif(${day}, '')::date, nullif(${id}, '')::uuid))`,
      limit: limit + 1,
    },
  )
  const last = items[limit - 1]
  const nextCursor =
    items.length > limit && last ? writeCursor([String(last.state === 'done'), last.dueOn, last.id]) : null
  return { items: items.slice(0, limit), nextCursor }
}

/** What is due now and not done. */
export async function dueFollowUps(tx: Tx, desk: AtDesk): Promise<FollowUp[]> {
  return followUpsAt(tx, desk, {
    condition: sql`f.done_at is null and f.due_on <= app_today()`,
    limit: 100,
  })
}

/** Where-clause of those a matchmaker may work on: own ones, and those of the organisations within reach that are nobody's. */
export function fallsToDesk(tx: Tx, { actor, matchmaker }: AtDesk): RawBuilder<unknown> {
  return sql`(f.matchmaker_id = ${matchmaker.id}
    or (f.matchmaker_id is null and ${inScope(tx, { actor, permission: 'matchmaking.desk' }, sql.ref('f.organisation_id'))}))`
}

async function followUpsAt(
  tx: Tx,
  desk: AtDesk,
  page: { condition: RawBuilder<unknown>; limit: number },
): Promise<FollowUp[]> {
  const graceDays = await grace(tx, desk.actor)
  const { rows } = await sql<Row>`
    select f.id, f.stage, f.due_on as "dueOn", f.done_at as "doneAt", f.matchmaker_id as "matchmakerId", f.organisation_id as "organisationId",
      o.name as "organisationName", i.person_a as "personA", i.person_b as "personB",
      case when i.event_id is not null then 'event' else n.source end as occasion,
      array(select a.answer from follow_up_answers a where a.tenant_id = f.tenant_id and a.follow_up_id = f.id order by a.answer) as answers,
      (select p.outcome from pair_outcomes p where p.tenant_id = f.tenant_id and p.person_a = i.person_a and p.person_b = i.person_b
        order by p.happened_on desc, p.recorded_at desc limit 1) as "lastOutcome"
    from follow_ups f
    join mutual_interests i on i.tenant_id = f.tenant_id and i.id = f.interest_id
    left join introductions n on n.tenant_id = i.tenant_id and n.id = i.introduction_id
    cross join lateral (${lastName(tx, sql.ref('f.organisation_id'))}) o
    where f.tenant_id = ${tx.tenantId} and ${fallsToDesk(tx, desk)} and ${page.condition}
    order by (f.done_at is not null), f.due_on, f.id limit ${page.limit}`.execute(tx)
  const name = await namesOf(
    tx,
    rows.flatMap((row) => [row.personA, row.personB]),
  )
  return rows.map(({ doneAt, matchmakerId, personA, personB, ...row }) => ({
    ...row,
    state: followUpState(
      { dueOn: row.dueOn, overdueOn: addDays(row.dueOn, graceDays), doneAt },
      desk.actor.today,
    ),
    doneAt: doneAt?.toISOString() ?? null,
    names: [name(personA), name(personB)],
    mine: matchmakerId !== null,
  }))
}

async function grace(tx: Tx, actor: Actor): Promise<number> {
  return (await ruleFor<number>(tx, 'matchmaking.follow_up_grace_days', actor.today)).value
}

function stateCondition(state: FollowUp['state'] | undefined, graceDays: number): RawBuilder<unknown> {
  switch (state) {
    case undefined:
      return sql`true`
    case 'done':
      return sql`f.done_at is not null`
    case 'planned':
      return sql`f.done_at is null and f.due_on > app_today()`
    case 'due':
      return sql`f.done_at is null and f.due_on <= app_today() and app_today() < f.due_on + ${graceDays}::int`
    case 'overdue':
      return sql`f.done_at is null and f.due_on + ${graceDays}::int <= app_today()`
  }
}
