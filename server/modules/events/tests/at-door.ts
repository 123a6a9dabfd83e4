import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { checkIn } from '../door/commands/check-in.ts'
import { getOwnEventPass } from '../door/queries/own-pass.ts'
import { headCount } from '../door/queries/head-count.ts'
import type { TestDoor } from './make-door.ts'

/** What tests do at a door of an event, each in a transaction of its own. */
export function atDoor(door: TestDoor, name = '东门') {
  const call = <T>(work: (tx: Tx) => Promise<T>) => door.tenant.inside(work)
  const { actor, eventId } = door
  return {
    read: (what: { code?: string; badgeNo?: number; nonce?: string }, as: Actor = actor) =>
      call((tx) => checkIn(tx, as, { eventId, door: name, ...what })),
    pass: (at: number) =>
      call((tx) => getOwnEventPass(tx, { ...actor, personId: door.people[at]!.personId }, { eventId })),
    count: () => call((tx) => headCount(tx, eventId)),
    state: (at: number, state: string) =>
      call((tx) =>
        sql`update registrations set state = ${state}, offered_until = ${state === 'offered' ? new Date() : null}
          where tenant_id = ${tx.tenantId} and id = ${door.people[at]!.registrationId}`.execute(tx),
      ),
    call,
  }
}
