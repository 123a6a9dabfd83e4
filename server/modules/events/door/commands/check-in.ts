import { randomUUID } from 'node:crypto'
import type { operations, ScanAnswer } from '#contract/events-door.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { keepScans } from '../keep-scans.ts'
import { mustRunEvent } from '../run-event.ts'

/**
 * Checks one person in, by the code of their service card or event pass or by badge number. Whoever came before is `already` there: the answer
 * says when and through which door. Whoever has no place, or may not take part any more, is not let in, and the answer says why.
 */
export async function checkIn(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['checkIn']>,
): Promise<ScanAnswer> {
  return readOne(tx, actor, input)
}

/**
 * Lets somebody in who waited, if a place is free for them under the event's limits, and checks them in; otherwise the answer is `no_place`.
 */
export async function letInWaiting(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['letInWaiting']>,
): Promise<ScanAnswer> {
  return readOne(tx, actor, { ...input, waiting: 'let in' })
}

async function readOne(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['checkIn']> & { waiting?: 'let in' },
): Promise<ScanAnswer> {
  const event = await mustRunEvent(tx, actor, input.eventId)
  if (input.code === undefined && input.badgeNo === undefined)
    invalid([{ path: 'code', code: 'field.required' }])
  const reading = {
    nonce: input.nonce ?? randomUUID(),
    seq: 1,
    claimedAt: null,
    code: input.code,
    badgeNo: input.badgeNo,
  }
  const at = {
    event,
    door: input.door.trim(),
    deviceId: null,
    sent: 'at once' as const,
    ...(input.waiting === undefined ? {} : { waiting: input.waiting }),
  }
  const [answer] = await keepScans(tx, actor, { at, readings: [reading] })
  return answer!
}
