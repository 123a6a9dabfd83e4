import { randomUUID } from 'node:crypto'
import { insertAttestation, insertAttestationAnswer } from '#server/modules/matchmaking/entry/store.ts'
import { insertDecision, insertReport } from '#server/modules/matchmaking/safety/store.ts'
import { sealWords } from '#server/modules/matchmaking/safety/seals.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson } from '#server/test/makers.ts'
import { attachmentOf } from './attachment-of.ts'

/** What stands at a place for requests about entering matchmaking and safety to aim at. */
export interface MatchmakingPlace {
  /** A request of the member there that was answered; another one waits. */
  attestationId: string
  /** A report that was dismissed, about somebody who takes part still. */
  reportId: string
  /** A file sent along with that report. */
  evidenceId: string
}

/** The same of a place that does not exist. */
export const nowhereToMatch: MatchmakingPlace = {
  attestationId: newId(),
  reportId: newId(),
  evidenceId: newId(),
}

/** Makes it for an organisation and a member there. */
export async function matchmakingAt(
  tx: Tx,
  place: { organisationId: string; memberId: string; eventId: string },
): Promise<MatchmakingPlace> {
  const attestationId = await insertAttestation(tx, place.memberId, place.organisationId)
  await insertAttestationAnswer(tx, { attestationId, answer: 'not_employed', answeredBy: newId() })
  await insertAttestation(tx, place.memberId, place.organisationId)
  const reportId = await reportAt(tx, place)
  const evidenceId = await attachmentOf(tx, { kind: 'person_report', id: reportId })
  return { attestationId, reportId, evidenceId }
}

async function reportAt(tx: Tx, place: { organisationId: string; eventId: string }): Promise<string> {
  const reportId = randomUUID()
  const reportedId = await makePerson(tx, { name: '周测试' })
  const words = sealWords(tx, '测试内容')
  await insertReport(tx, {
    id: reportId,
    reporterId: await makePerson(tx, { name: '吴测试' }),
    reportedId,
    organisationId: place.organisationId,
    occasion: { eventId: place.eventId, introductionId: null, interestId: null },
    kind: 'other',
    sealedText: words,
    dueOn: '2026-01-08',
    taskId: newId(),
  })
  await insertDecision(tx, {
    reportId,
    reportedId,
    decision: 'dismissed',
    sealedReason: words,
    sealedAnswer: words,
    decidedBy: newId(),
  })
  return reportId
}
