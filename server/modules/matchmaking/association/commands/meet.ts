import { sql } from 'kysely'
import type { operations, ScreenCard } from '#contract/matchmaking-association.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { openIntroductions } from '../../desk/open-introductions.ts'
import { mustHaveCase, rootPerson } from '../../desk/policy.ts'
import { possiblePartners } from '../../desk/queries/possible-partners.ts'
import { profilesOf } from '../../desk/queries/profiles.ts'
import { refusals } from '../../entry/refusals.ts'
import { viewProfile } from '../../entry/view-profile.ts'
import { findMeeting, meetsWith, personOfNumber } from '../queries/find-meeting.ts'
import { endAgreement, insertAgreement, noteIntroduction, numberCase } from '../store.ts'

/** Lets one's card be shown at matchmakers' meetings, or takes it back: from then on no screen shows it. */
export async function setMeetingAgreement(
  tx: Tx,
  actor: Actor,
  input: { agreed: boolean },
): Promise<Record<string, never>> {
  const personId = await rootPerson(tx, actor.personId)
  if (input.agreed) {
    const refusal = (await refusals(tx, { personIds: [personId] })).get(personId)
    if (refusal !== undefined) refuse(refusal)
    await insertAgreement(tx, personId)
  } else {
    await endAgreement(tx, personId)
  }
  await audit(tx, actor, 'matchmaking.meetings_agreed', {
    kind: 'meeting_agreement',
    id: null,
    organisationId: null,
    params: { agreed: input.agreed },
  })
  return {}
}

/** Gives an own case a number at a coming meeting, where the person has agreed to it. */
export async function putCaseOnScreen(
  tx: Tx,
  actor: Actor,
  input: { meetingId: string; caseId: string },
): Promise<{ number: number }> {
  const { matchmaker, ownCase } = await mustHaveCase(tx, actor, input.caseId)
  const meeting = found(await lockMeeting(tx, input.meetingId, matchmaker.organisationId))
  if (!(await agrees(tx, ownCase.personId))) refuse('matchmaking.meetings_not_agreed')
  const number = await numberCase(tx, { meetingId: meeting.id, caseId: ownCase.id })
  await audit(tx, actor, 'matchmaking.case_numbered', {
    kind: 'association',
    id: meeting.id,
    organisationId: meeting.organisationId,
  })
  return { number }
}

/** One card on the screen: a number for a name, no picture. The look is logged; whoever took the agreement back is not shown. */
export async function showMeetingCase(
  tx: Tx,
  actor: Actor,
  input: { meetingId: string; number: number },
): Promise<ScreenCard> {
  const meeting = found(await findMeeting(tx, input.meetingId))
  await mustReach(tx, { actor, permission: 'matchmaking.manage' }, meeting.organisationId)
  const personId = await personOfNumber(tx, input)
  const profile = personId === undefined ? undefined : (await profilesOf(tx, [personId])).get(personId)
  if (personId === undefined || profile === undefined || profile.hidden) refuse('matchmaking.no_such_number')
  if ((await refusals(tx, { personIds: [personId] })).size > 0) refuse('matchmaking.no_such_number')
  await viewProfile(tx, actor, { personId, occasion: 'meeting' })
  return { number: input.number, sex: profile.sex, card: profile.card }
}

/** Proposes the case behind a number to the person of one's own case: what meetings are for. Both are asked as after any proposal. */
export async function proposeAtMeeting(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['proposeAtMeeting']>,
): Promise<OutputOf<(typeof operations)['proposeAtMeeting']>> {
  const { matchmaker, ownCase } = await mustHaveCase(tx, actor, input.caseId)
  const meeting = found(await lockMeeting(tx, input.meetingId, matchmaker.organisationId))
  const otherId = await personOfNumber(tx, input)
  if (otherId === undefined) refuse('matchmaking.no_such_number')
  const possible = await possiblePartners(tx, ownCase.personId, [otherId])
  if (!possible.has(otherId)) refuse('matchmaking.pair_not_possible')
  const [introduction] = await openIntroductions(tx, [
    {
      persons: [ownCase.personId, otherId],
      source: 'matchmaker',
      matchmakerId: matchmaker.id,
      organisationId: matchmaker.organisationId,
    },
  ])
  if (introduction === undefined) refuse('matchmaking.pair_not_possible')
  await noteIntroduction(tx, { meetingId: meeting.id, introductionId: introduction.id })
  await audit(tx, actor, 'matchmaking.introduction_proposed', {
    kind: 'introduction',
    id: introduction.id,
    organisationId: matchmaker.organisationId,
  })
  return { introductionId: introduction.id, answerUntil: introduction.answerUntil.toISOString() }
}

/** A meeting the matchmaker's organisation takes part in, locked: numbers are given one after the other. */
async function lockMeeting(tx: Tx, meetingId: string, organisationId: string) {
  const meeting = await findMeeting(tx, meetingId)
  if (meeting === undefined || !(await meetsWith(tx, meeting.organisationId, organisationId)))
    return undefined
  await sql`select pg_advisory_xact_lock(hashtextextended(${`meeting ${meetingId}`}, 0))`.execute(tx)
  return meeting
}

async function agrees(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from meeting_agreements where tenant_id = ${tx.tenantId} and person_id = ${personId} and ended_at is null`.execute(
    tx,
  )
  return rows.length > 0
}
