import { sql } from 'kysely'
import type { operations } from '#contract/matchmaking-desk.ts'
import type { operations as ownOperations } from '#contract/matchmaking-own-desk.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { noteOutcome } from '../../pairs/note-outcome.ts'
import { mustHaveDesk, rootPerson } from '../policy.ts'
import { fallsToDesk } from '../queries/follow-ups.ts'
import { markFollowUpDone, saveFollowUpAnswer } from '../store.ts'

interface FollowUpHead {
  id: string
  dueOn: string
  isDue: boolean
  done: boolean
  organisationId: string
  matchmakerId: string | null
  personA: string
  personB: string
}

/** Notes at the desk how it goes, and that the follow-up is done; without an outcome only that it was asked. */
export async function noteFollowUp(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['noteFollowUp']>,
): Promise<Record<string, never>> {
  const matchmaker = await mustHaveDesk(tx, actor)
  const followUp = found(await lockFollowUp(tx, input.followUpId))
  const { rows } =
    await sql`select from follow_ups f where f.tenant_id = ${tx.tenantId} and f.id = ${followUp.id}
    and ${fallsToDesk(tx, { actor, matchmaker })}`.execute(tx)
  if (rows.length === 0) notFound()
  const happenedOn = input.happenedOn ?? actor.today
  if (happenedOn > actor.today) invalid([{ path: 'happenedOn', code: 'matchmaking.not_yet' }])
  if (!followUp.isDue) refuse('matchmaking.follow_up_not_due')
  if (!(await markFollowUpDone(tx, { followUpId: followUp.id, appointmentId: actor.appointment!.id })))
    conflict('matchmaking.follow_up_done')
  if (input.outcome !== null)
    await noteOutcome(tx, {
      persons: [followUp.personA, followUp.personB],
      outcome: input.outcome,
      happenedOn,
      by: { appointmentId: actor.appointment!.id },
      organisationId: followUp.organisationId,
    })
  await audit(tx, actor, 'matchmaking.follow_up_done', {
    kind: 'follow_up',
    id: followUp.id,
    organisationId: followUp.organisationId,
  })
  return {}
}

// What somebody says of themself and stands in the ledger; being a couple is confirmed by both elsewhere.
const told: Partial<Record<string, 'contact' | 'dating' | 'ended'>> = {
  contact: 'contact',
  dating: 'dating',
  ended: 'ended',
}

/** Says how it goes with one of one's pairs. Answering is up to them, and may be changed; once both have, nobody needs to ask. */
export async function answerFollowUp(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof ownOperations)['answerFollowUp']>,
): Promise<Record<string, never>> {
  const personId = await rootPerson(tx, actor.personId)
  const followUp = found(await lockFollowUp(tx, input.followUpId))
  if (personId !== followUp.personA && personId !== followUp.personB) notFound()
  if (!followUp.isDue) notFound()
  await saveFollowUpAnswer(tx, { followUpId: followUp.id, personId, answer: input.answer })
  const outcome = told[input.answer]
  if (outcome !== undefined)
    await noteOutcome(tx, {
      persons: [followUp.personA, followUp.personB],
      outcome,
      happenedOn: actor.today,
      by: { personId },
      organisationId: followUp.organisationId,
    })
  if (await bothAnswered(tx, followUp.id))
    await markFollowUpDone(tx, { followUpId: followUp.id, appointmentId: null })
  await audit(tx, actor, 'matchmaking.follow_up_answered', {
    kind: 'follow_up',
    id: followUp.id,
    organisationId: followUp.organisationId,
  })
  return {}
}

async function lockFollowUp(tx: Tx, id: string): Promise<FollowUpHead | undefined> {
  const { rows } = await sql<FollowUpHead>`
    select f.id, f.due_on as "dueOn", f.due_on <= app_today() as "isDue", f.done_at is not null as done, f.organisation_id as "organisationId",
      f.matchmaker_id as "matchmakerId", i.person_a as "personA", i.person_b as "personB"
    from follow_ups f join mutual_interests i on i.tenant_id = f.tenant_id and i.id = f.interest_id
    where f.tenant_id = ${tx.tenantId} and f.id = ${id} for update of f`.execute(tx)
  return rows[0]
}

async function bothAnswered(tx: Tx, followUpId: string): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from follow_up_answers where tenant_id = ${tx.tenantId} and follow_up_id = ${followUpId}`.execute(
    tx,
  )
  return rows[0]!.n === 2
}
