import type { Admission, EventQuota, operations } from '#contract/events-admission.ts'
import type { FieldError } from '#contract/errors.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { lockEvent } from '../../store.ts'
import { replaceQuotas, updateLimits } from '../limits-store.ts'
import { lockPlaces } from '../places.ts'
import { ageBandsOn, getAdmission } from '../queries/admission.ts'

type Input = InputOf<(typeof operations)['setAdmission']>

/**
 * Sets the places of an event and what limits them. Nobody loses a place: fewer places than are taken are refused, and a smaller quota only
 * keeps further people out. What becomes free is offered at once.
 */
export async function setAdmission(tx: Tx, actor: Actor, input: Input): Promise<Admission> {
  const { organisationId } = await lockEvent(tx, input.eventId)
  await mustReach(tx, { actor, permission: 'events.write' }, organisationId)
  const before = await lockPlaces(tx, input.eventId)
  const { event } = before
  if (event.state === 'closed' || event.state === 'cancelled') refuse('events.over')
  // The draw was published with its quotas; places may still be added, and go on in the order of the draw.
  if (event.drawn && changesQuotas(event.quotas, input)) refuse('events.drawn_already')
  const wrong = problemsOf(input, { startsAt: event.startsAt, bands: await ageBandsOn(tx, actor.today) })
  if (wrong.length > 0) invalid(wrong)
  if (input.capacity < before.taken.total) refuse('events.places_taken', { taken: before.taken.total })
  await before.save()

  await updateLimits(tx, input.eventId, {
    capacity: input.capacity,
    offerMinutes: input.offerMinutes,
    balance: input.balance,
    releaseAt: input.releaseAt,
  })
  await replaceQuotas(tx, input.eventId, input.quotas)
  const places = await lockPlaces(tx, input.eventId)
  places.changed()
  await places.save()
  await audit(tx, actor, 'events.admission_set', {
    kind: 'event',
    id: input.eventId,
    organisationId,
    params: { capacity: input.capacity, quotas: input.quotas.length },
  })
  return getAdmission(tx, actor, input)
}

function changesQuotas(kept: readonly EventQuota[], { quotas }: Input): boolean {
  const told = (each: EventQuota) => [each.kind, each.dimension, each.value, each.places].join(' ')
  return kept.map(told).sort().join() !== quotas.map(told).sort().join()
}

function problemsOf(
  { quotas, releaseAt, balance }: Input,
  { startsAt, bands }: { startsAt: Date; bands: readonly string[] },
): FieldError[] {
  const wrong: FieldError[] = []
  const seen = new Set<string>()
  for (const [at, quota] of quotas.entries()) {
    const key = `${quota.kind} ${quota.dimension} ${quota.value}`
    if (!isKnownValue(quota, bands)) wrong.push({ path: `quotas.${at}.value`, code: 'field.format' })
    if (seen.has(key)) wrong.push({ path: `quotas.${at}.value`, code: 'events.quota_twice' })
    if (quota.kind === 'reserve' && quota.value === 'each')
      wrong.push({ path: `quotas.${at}.value`, code: 'events.reserve_for_each' })
    seen.add(key)
  }
  const isHeld = balance !== null || quotas.some((quota) => quota.kind === 'reserve')
  if (isHeld && releaseAt === null) wrong.push({ path: 'releaseAt', code: 'events.release_needed' })
  if (releaseAt !== null && new Date(releaseAt) > startsAt)
    wrong.push({ path: 'releaseAt', code: 'events.release_late' })
  return wrong
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function isKnownValue({ dimension, value }: EventQuota, bands: readonly string[]): boolean {
  switch (dimension) {
    case 'sex':
      return value === 'male' || value === 'female'
    case 'unit':
      return value === 'each' || uuid.test(value)
    case 'age_band':
      return bands.includes(value)
    case 'first_timer':
      return value === 'yes'
  }
}
