import { attachmentsOf, openAttachment } from '#server/modules/attachments/index.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { keeperOf } from '../../register/queries/keeper-of.ts'
import { isEvidenceOf } from '../store.ts'

/** The picture of one finding, for whoever may see the venue. */
export async function openVenueEvidence(
  tx: Tx,
  actor: Actor,
  input: { venueId: string; evidenceId: string },
  platform: Platform,
): Promise<Download> {
  const keeperId = found(await keeperOf(tx, input.venueId))
  await mustReach(tx, { actor, permission: 'venues.read' }, keeperId)
  if (!(await isEvidenceOf(tx, input))) notFound()
  const subject = { kind: 'venue_finding', id: input.evidenceId }
  const [picture] = await attachmentsOf(tx, subject)
  return openAttachment(tx, platform, { attachmentId: found(picture).id, subject })
}
