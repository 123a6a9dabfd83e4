import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/venues.ts'
import { rulesToday } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { lockJudged } from '../lock-judged.ts'
import { insertStars, withdrawStars } from '../store.ts'

/** Gives a venue stars for no longer than the rule allows (G2: they are looked at again every year). */
export async function grantVenueStars(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['grantVenueStars']>,
): Promise<{ id: string }> {
  const { venue, appointmentId } = await lockJudged(tx, actor, input.venueId)
  const { value: months } = (await rulesToday(tx, ['venues.stars_months']))['venues.stars_months']
  if (input.expiresOn <= actor.today) invalid([{ path: 'expiresOn', code: 'venues.validity_over' }])
  if (input.expiresOn > addDays(actor.today, Math.ceil((months * 366) / 12)))
    invalid([{ path: 'expiresOn', code: 'venues.stars_too_long', params: { months } }])
  await insertStars(tx, {
    venueId: venue.id,
    stars: input.stars,
    document: input.document.trim(),
    expiresOn: input.expiresOn,
    grantedBy: appointmentId,
  })
  const { id, organisationId } = venue
  await audit(tx, actor, 'venues.stars_granted', {
    kind: 'venue',
    id,
    organisationId,
    params: { stars: input.stars },
  })
  return { id }
}

/** Takes the stars of a venue back: they are gone from today on, and the reason stays. */
export async function withdrawVenueStars(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['withdrawVenueStars']>,
): Promise<{ id: string }> {
  const { venue, appointmentId } = await lockJudged(tx, actor, input.venueId)
  const { id, organisationId } = venue
  const taken = { venueId: id, because: input.reason.trim(), withdrawnBy: appointmentId }
  if (!(await withdrawStars(tx, taken))) refuse('venues.no_stars')
  await audit(tx, actor, 'venues.stars_withdrawn', { kind: 'venue', id, organisationId })
  return { id }
}
