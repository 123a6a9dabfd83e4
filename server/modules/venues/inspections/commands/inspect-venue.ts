import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/venues.ts'
import { attach } from '#server/modules/attachments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { lockJudged } from '../lock-judged.ts'
import { askToRevisit } from '../revisit-task.ts'
import { inspectionFaults } from '../rules.ts'
import { standardOf } from '../standard.ts'
import { insertInspection, newEvidenceId, type Finding } from '../store.ts'

type Input = InputOf<(typeof operations)['createVenueInspection']>

/**
 * Keeps what an inspector found at a venue, each met item with its picture and the last day it holds, by the standard of the day of the visit.
 * Where evidence has no last day named, none is made up: the form proposes one from the standard.
 */
export async function createVenueInspection(tx: Tx, actor: Actor, input: Input): Promise<{ id: string }> {
  const { venue, appointmentId } = await lockJudged(tx, actor, input.venueId)
  const standard = await standardOf(tx, venue.kind, input.inspectedOn)
  const revisitOn = input.revisitOn ?? null
  const known = { standard: standard.value, openedOn: venue.openedOn, today: actor.today }
  const faults = inspectionFaults({ ...input, revisitOn }, known)
  if (faults.length > 0) invalid(faults)
  const findings: Finding[] = []
  for (const found of input.findings) {
    const evidenceId = found.pictureId == null ? null : newEvidenceId()
    if (evidenceId !== null)
      await attach(tx, actor, {
        attachmentIds: [found.pictureId!],
        subject: { kind: 'venue_finding', id: evidenceId },
      })
    findings.push({
      item: found.item,
      isMet: found.isMet,
      validUntil: found.isMet ? found.validUntil! : null,
      evidenceId,
      note: found.note?.trim() ?? '',
    })
  }
  const id = await insertInspection(tx, {
    venueId: venue.id,
    ruleId: standard.version,
    inspectedOn: input.inspectedOn,
    revisitOn,
    note: input.note?.trim() ?? '',
    inspectedBy: appointmentId,
    findings,
  })
  await askToRevisit(tx, actor, { venueId: venue.id, organisationId: venue.organisationId, revisitOn })
  await audit(tx, actor, 'venues.inspected', {
    kind: 'venue',
    id: venue.id,
    organisationId: venue.organisationId,
    params: { met: findings.filter(({ isMet }) => isMet).length, seen: findings.length },
  })
  return { id }
}
