import { randomUUID } from 'node:crypto'
import type { operations } from '#contract/events-door.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { keepScans } from '../keep-scans.ts'
import { headCount } from '../queries/head-count.ts'
import { readBadgeNumbers } from '../rules/badge-numbers.ts'
import { mustRunEvent } from '../run-event.ts'

/** Keys in who signed the paper list, by badge numbers and ranges. Keyed in twice it counts once: the second time all are `already` there. */
export async function keyInDoorList(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['keyInDoorList']>,
): Promise<OutputOf<(typeof operations)['keyInDoorList']>> {
  const event = await mustRunEvent(tx, actor, input.eventId)
  const read = readBadgeNumbers(input.badgeNos)
  if ('wrong' in read)
    invalid([{ path: 'badgeNos', code: 'events.badge_numbers_unreadable', params: { piece: read.wrong } }])
  const readings = read.badgeNos.map((badgeNo, at) => ({
    nonce: randomUUID(),
    seq: at + 1,
    claimedAt: null,
    badgeNo,
  }))
  const at = {
    event,
    door: input.door.trim(),
    deviceId: null,
    sent: 'late',
    method: 'paper',
  } as const
  const answers = await keepScans(tx, actor, { at, readings })
  const of = (outcome: string) => answers.filter((answer) => answer.outcome === outcome).length
  return {
    added: of('checked_in'),
    before: of('already'),
    left: answers.flatMap(({ outcome }, index) =>
      outcome === 'checked_in' || outcome === 'already' ? [] : [{ badgeNo: read.badgeNos[index]!, outcome }],
    ),
    count: await headCount(tx, event.id),
  }
}
