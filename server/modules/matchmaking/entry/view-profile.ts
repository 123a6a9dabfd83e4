import type { PartnerLimits, ProfileCard, ViewOccasion } from '#contract/matchmaking-entry.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, notFound } from '#server/platform/errors.ts'
import { cardOf, openProfile } from './profile-seals.ts'
import { findOwnProfile } from './queries/own-profile.ts'
import { refusals } from './refusals.ts'
import { ageBand } from './rules/ages.ts'
import { selfOf } from './self.ts'
import { ownUnitAmong } from './stages.ts'
import { insertProfileView } from './store.ts'

/** What staff see of a profile: the card as others would see it, and what its owner looks for. */
export interface ViewedProfile {
  nickname: string
  card: ProfileCard
  limits: PartnerLimits
}

/**
 * A look of staff at somebody's profile: the only way to one, kept and shown to the person (every call is one look). Whether the actor's desk may
 * look on this occasion is the caller's to ask. Not there: no profile, hidden, may not take part any more, or it hides from the unit the actor
 * belongs to; only the safety desk sees those as well. `personId` is a root record.
 */
export async function viewProfile(
  tx: Tx,
  actor: Actor,
  look: { personId: string; occasion: ViewOccasion },
): Promise<ViewedProfile> {
  if (actor.appointment === null) forbidden()
  const { personId, occasion } = look
  const row = found(await findOwnProfile(tx, personId))
  if (occasion !== 'safety') await mustBeOpenTo(tx, actor, { personId, ...row })
  const opened = found(openProfile(tx, row))
  if (row.birthDate === null) notFound()
  await insertProfileView(tx, { personId, appointmentId: actor.appointment.id, occasion })
  return {
    nickname: opened.card.nickname,
    card: cardOf(opened, { ageBand: ageBand(row.birthDate, row.today), districtCode: row.districtCode }),
    limits: opened.limits,
  }
}

async function mustBeOpenTo(
  tx: Tx,
  actor: Actor,
  profile: { personId: string; hiddenBecause: readonly string[]; hideFromUnit: boolean },
): Promise<void> {
  const { personId } = profile
  if (profile.hiddenBecause.length > 0) notFound()
  if ((await refusals(tx, { personIds: [personId] })).has(personId)) notFound()
  if (!profile.hideFromUnit) return
  const viewer = await selfOf(tx, actor)
  if ((await ownUnitAmong(tx, viewer.personId, [personId])).has(personId)) notFound()
}
