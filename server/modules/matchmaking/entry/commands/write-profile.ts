import type { operations, OwnProfile, ProfileInput } from '#contract/matchmaking-entry.ts'
import type { FieldError } from '#contract/errors.ts'
import type { InputOf } from '#contract/operation.ts'
import { attach, attachmentsOf, removeAttachments } from '#server/modules/attachments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid } from '#server/platform/errors.ts'
import { districtsOf } from '../districts.ts'
import { mustHaveReached } from '../must-have-reached.ts'
import { sealProfile } from '../profile-seals.ts'
import { findOwnProfile, getOwnProfile, photoOf } from '../queries/own-profile.ts'
import { profileFaults } from '../rules/profile-form.ts'
import { keyOf, selfOf } from '../self.ts'
import { endHidingsOf, insertProfile, lockPerson, replaceProfile } from '../store.ts'

/** Writes one's dating profile, once every step before it is behind one. One for each person. */
export async function createProfile(tx: Tx, actor: Actor, input: ProfileInput): Promise<OwnProfile> {
  const { personId } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  await mustHaveReached(tx, personId, 'profile')
  if ((await findOwnProfile(tx, personId)) !== undefined) conflict('matchmaking.profile_exists')
  await mustBeFit(tx, personId, input)
  const sealed = sealProfile(await keyOf(tx, personId), input)
  const id = await insertProfile(tx, { ...sealed, ...plainOf(input), personId, activeOn: actor.today })
  await keepPhoto(tx, actor, { profileId: id, photoId: input.photoId })
  await audit(tx, actor, 'matchmaking.profile_created', subjectOf(id))
  return getOwnProfile(tx, actor)
}

/** Writes one's profile anew; whoever comes back is not inactive any more. Of two changes at once the second is told. */
export async function updateProfile(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['updateProfile']>,
): Promise<OwnProfile> {
  const { personId } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  const { id } = found(await findOwnProfile(tx, personId))
  await mustBeFit(tx, personId, input)
  const sealed = sealProfile(await keyOf(tx, personId), input)
  const written = { ...sealed, ...plainOf(input), id, version: input.version, activeOn: actor.today }
  if (!(await replaceProfile(tx, written))) conflict('matchmaking.profile_changed')
  await endHidingsOf(tx, [personId], 'inactive')
  await keepPhoto(tx, actor, { profileId: id, photoId: input.photoId })
  await audit(tx, actor, 'matchmaking.profile_changed', subjectOf(id))
  return getOwnProfile(tx, actor)
}

function plainOf(input: ProfileInput) {
  const { districtCode, hideFromUnit, wantsSuggestions, inPool } = input
  return { districtCode, hideFromUnit, wantsSuggestions, inPool }
}

async function mustBeFit(tx: Tx, personId: string, input: ProfileInput): Promise<void> {
  const { name } = await tx
    .selectFrom('persons')
    .select('name')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const districtCodes = (await districtsOf(tx)).map((each) => each.code)
  const faults: FieldError[] = profileFaults(input, { name, districtCodes })
  if (faults.length > 0) invalid(faults)
}

/** The picture of the form and no other: another one than before takes its place, none removes it. */
async function keepPhoto(
  tx: Tx,
  actor: Actor,
  kept: { profileId: string; photoId: string | null },
): Promise<void> {
  const subject = photoOf(kept.profileId)
  const [before] = await attachmentsOf(tx, subject)
  if ((before?.id ?? null) === kept.photoId) return
  await removeAttachments(tx, subject)
  if (kept.photoId === null) return
  await attach(tx, actor, { attachmentIds: [kept.photoId], subject })
  const [photo] = await attachmentsOf(tx, subject)
  if (photo?.kind !== 'picture') invalid([{ path: 'photoId', code: 'matchmaking.photo_is_no_picture' }])
}

function subjectOf(profileId: string) {
  return { kind: 'dating_profile', id: profileId, organisationId: null }
}
