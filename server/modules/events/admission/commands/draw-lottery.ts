import type { Admission, operations } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, refuse } from '#server/platform/errors.ts'
import { insertDraw, openSeed } from '../draw-store.ts'
import { draw, listOf, type DrawProof } from '../draw.ts'
import { lockPlaces, type Places } from '../places.ts'
import { mustRun } from '../policy.ts'
import { getAdmission } from '../queries/admission.ts'
import { refusalsAt } from '../refusals.ts'
import { registrationsIn, type Registration } from '../store.ts'

/**
 * Holds the draw once registration has closed. The seed was fixed, and its hash told, before anybody registered; the officer chooses only the
 * moment. Whoever may not take part any more is left out of the list. The file to replay it from is published with it.
 */
export async function drawLottery(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['drawLottery']>,
): Promise<Admission> {
  if (actor.appointment === null) forbidden()
  await mustRun(tx, actor, input.eventId)
  const places = await lockPlaces(tx, input.eventId)
  const { event } = places
  if (event.admission !== 'lottery') refuse('events.no_lottery')
  if (event.drawn) conflict('events.drawn_already')
  if (event.state !== 'published' || event.now >= event.startsAt) refuse('events.over')
  if (event.now < event.registrationClosesAt) refuse('events.draw_early')
  const fixed = (await openSeed(tx, event.id)) ?? refuse('events.no_seed')

  const entered = await stillAllowed(tx, places)
  const { capacity, quotas, balance } = places.limits
  const list = listOf(entered, quotas)
  const decidedBy = { seed: fixed.seed, capacity, quotas: list.quotas, balance, entries: list.entries }
  const result = draw(decidedBy)
  const proof: DrawProof = { format: 1, eventId: event.id, seedHash: fixed.seedHash, ...decidedBy, result }
  giveOut(places, entered, result)
  await places.save()
  await insertDraw(tx, {
    eventId: event.id,
    proof: `${JSON.stringify(proof, null, 1)}\n`,
    drawnBy: actor.appointment.id,
  })
  await audit(tx, actor, 'events.drawn', {
    kind: 'event',
    id: event.id,
    organisationId: event.organisationId,
    params: {
      entries: entered.length,
      admitted: result.filter((each) => each.outcome === 'admitted').length,
    },
  })
  return getAdmission(tx, actor, input)
}

async function stillAllowed(tx: Tx, places: Places): Promise<Registration[]> {
  const entered = await registrationsIn(tx, places.event.id, 'entered')
  const refused = await refusalsAt(
    tx,
    places.event,
    entered.map(({ personId }) => personId),
  )
  for (const each of entered) {
    const reason = refused.get(each.personId)
    if (reason !== undefined) places.move(each, 'lapsed', { reason, takenBy: null })
  }
  return entered.filter(({ personId }) => !refused.has(personId))
}

function giveOut(places: Places, entered: readonly Registration[], result: DrawProof['result']): void {
  const byToken = new Map(entered.map((each) => [each.token, each]))
  for (const { token, outcome } of result) {
    const registration = byToken.get(token)!
    if (outcome === 'waiting' && places.event.offerMinutes === null)
      places.move(registration, 'lapsed', { reason: 'draw', takenBy: null })
    else if (outcome === 'waiting') places.putInLine(registration)
    else {
      places.taken.count(registration.facts, 1)
      places.admit(registration, { reason: 'draw', takenBy: null })
    }
  }
}
