import { attachmentsOf, openAttachment } from '#server/modules/attachments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { otherOfInterest } from '../../safety/queries/other-side.ts'
import { selfOf } from '../self.ts'
import { shownCards } from '../shown-cards.ts'
import { findOwnProfile, photoOf } from './own-profile.ts'

/** The picture of one's own profile. */
export async function downloadOwnPhoto(
  tx: Tx,
  actor: Actor,
  _input: unknown,
  platform: Platform,
): Promise<Download> {
  return photoOfPerson(tx, platform, (await selfOf(tx, actor)).personId)
}

/** The picture of the other side of a mutual interest, as long as it is shown to the one who asks; otherwise not there. */
export async function downloadSharedPhoto(
  tx: Tx,
  actor: Actor,
  input: { interestId: string },
  platform: Platform,
): Promise<Download> {
  const { personId } = await selfOf(tx, actor)
  const otherId = found(await otherOfInterest(tx, personId, input.interestId))
  const shown = (await shownCards(tx, personId, [otherId])).get(otherId)
  if (shown?.photo !== true) notFound()
  return photoOfPerson(tx, platform, otherId)
}

async function photoOfPerson(tx: Tx, platform: Platform, personId: string): Promise<Download> {
  const subject = photoOf(found(await findOwnProfile(tx, personId)).id)
  const [photo] = await attachmentsOf(tx, subject)
  return openAttachment(tx, platform, { attachmentId: found(photo).id, subject })
}
