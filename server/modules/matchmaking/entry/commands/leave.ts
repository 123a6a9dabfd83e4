import { removeAttachments } from '#server/modules/attachments/index.ts'
import { withdrawConsent } from '#server/modules/consents/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { leaveDesk } from '../../desk/leave-desk.ts'
import { findOwnProfile, photoOf } from '../queries/own-profile.ts'
import { selfOf } from '../self.ts'
import { deleteProfiles, endHidingsOf, hideProfilesOf, lockPerson, noteActive } from '../store.ts'

/** Hides one's profile until one shows it again. */
export async function pauseProfile(tx: Tx, actor: Actor): Promise<Record<string, never>> {
  const { personId } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  const { id } = found(await findOwnProfile(tx, personId))
  await hideProfilesOf(tx, [personId], 'own_wish')
  await audit(tx, actor, 'matchmaking.profile_paused', {
    kind: 'dating_profile',
    id,
    organisationId: null,
  })
  return {}
}

/** Shows one's profile again: what was hidden by one's own wish or for being away. Every other reason stands. */
export async function resumeProfile(tx: Tx, actor: Actor): Promise<Record<string, never>> {
  const { personId } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  const { id } = found(await findOwnProfile(tx, personId))
  await endHidingsOf(tx, [personId], 'own_wish')
  await endHidingsOf(tx, [personId], 'inactive')
  await noteActive(tx, personId)
  await audit(tx, actor, 'matchmaking.profile_resumed', {
    kind: 'dating_profile',
    id,
    organisationId: null,
  })
  return {}
}

/** Leaves matchmaking: profile and picture are deleted at once and the consent is withdrawn, so that nobody sees anything any more (J4). */
export async function withdrawFromMatchmaking(tx: Tx, actor: Actor): Promise<Record<string, never>> {
  const { personId, recordIds } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  const profile = await findOwnProfile(tx, personId)
  if (profile !== undefined) {
    await removeAttachments(tx, photoOf(profile.id))
    await deleteProfiles(tx, [profile.id])
  }
  await leaveDesk(tx, personId)
  for (const recordId of recordIds)
    await withdrawConsent(tx, { ...actor, personId: recordId }, { purpose: 'matchmaking' })
  await audit(tx, actor, 'matchmaking.left', { kind: 'person', id: personId, organisationId: null })
  return {}
}
