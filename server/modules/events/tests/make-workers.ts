import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { EventKind } from '#server/platform/event-kind.ts'
import { newId } from '#server/platform/ids.ts'
import { declareKinds } from '../kinds.ts'

/** Persons who may not take part in plain events, with the reason; tests put people in and take them out. */
export const refusedPersons = new Map<string, string>()

const plain: EventKind = {
  kind: 'plain',
  refusals: (_tx, { personIds }) =>
    Promise.resolve(
      new Map(
        personIds.flatMap((id) => (refusedPersons.has(id) ? [[id, refusedPersons.get(id)!] as const] : [])),
      ),
    ),
  keptApart: () => Promise.resolve([]),
  levels: () => Promise.resolve(new Map()),
  ended: () => Promise.resolve(),
}
declareKinds([plain])

/** A worker of the tests: who they are, and what counts of them. */
interface Worker {
  sex: 'male' | 'female'
  years: number
  unionId: string
}

/** Members, made in two statements; returns their ids, in the same order. */
async function makeWorkers(tx: Tx, workers: readonly Worker[]): Promise<string[]> {
  const rows = workers.map((worker) => ({ id: newId(), membershipId: newId(), ...worker }))
  await sql`
    insert into persons (tenant_id, id, name, sex, birth_date)
    select ${tx.tenantId}::uuid, g.id, '林测试', g.sex, app_today() - make_interval(years => g.years) - interval '30 days'
    from json_to_recordset(${JSON.stringify(rows)}::json) as g (id uuid, sex text, years integer)`.execute(tx)
  await sql`
    insert into member_index (tenant_id, person_id, membership_id, union_id, kind, name, sex, sort_key, name_tokens, org_tokens)
    select ${tx.tenantId}::uuid, g.id, g."membershipId", g."unionId", 'member', '林测试', g.sex, 'lin ce shi', array[26519]::bigint[], '{}'
    from json_to_recordset(${JSON.stringify(rows)}::json) as g (id uuid, "membershipId" uuid, "unionId" uuid, sex text)`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Men or women of one union, thirty years old. */
export function makeMany(
  tx: Tx,
  { count, sex, unionId }: { count: number; sex: 'male' | 'female'; unionId: string },
): Promise<string[]> {
  return makeWorkers(
    tx,
    Array.from({ length: count }, () => ({ sex, years: 30, unionId })),
  )
}

/** The person at work for themself: an actor without an appointment. */
export function actorOf(tx: Tx, personId: string, today: string): Actor {
  return {
    tenantId: tx.tenantId,
    sessionId: newId(),
    accountId: newId(),
    personId,
    appointment: null,
    grants: [],
    tokenId: null,
    today,
    signInDue: null,
  }
}
