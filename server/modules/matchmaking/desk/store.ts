import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { sealAnswer, type SealedAnswer } from './seals.ts'

/** A pair to be introduced to each other; `personA` is the smaller id. */
export interface NewIntroduction {
  personA: string
  personB: string
  source: 'matchmaker' | 'suggestion'
  matchmakerId: string | null
  organisationId: string
}

/** An introduction locked for a step. */
export interface IntroductionRow extends NewIntroduction {
  id: string
  answerUntil: Date
  isOver: boolean
  ended: boolean
}

/**
 * Opens introductions with both sides' sealed rows, to be answered within so many days by the clock of rules. A pair that was introduced
 * before is left out; gives those that were opened, by id.
 */
export async function insertIntroductions(
  tx: Tx,
  pairs: readonly NewIntroduction[],
  answerDays: number,
): Promise<{ id: string; personA: string; personB: string; answerUntil: Date }[]> {
  if (pairs.length === 0) return []
  const ids = pairs.map(() => randomUUID())
  const { rows } = await sql<{ id: string; personA: string; personB: string; answerUntil: Date }>`
    insert into introductions (tenant_id, id, person_a, person_b, source, matchmaker_id, organisation_id, proposed_at, answer_until)
    select ${tx.tenantId}::uuid, i.id, i.a, i.b, i.source, i.matchmaker_id, i.organisation_id, app_now(), app_now() + interval '1 day' * ${answerDays}
    from unnest(${ids}::uuid[], ${pairs.map((pair) => pair.personA)}::uuid[], ${pairs.map((pair) => pair.personB)}::uuid[],
      ${pairs.map((pair) => pair.source)}::text[], ${pairs.map((pair) => pair.matchmakerId)}::uuid[],
      ${pairs.map((pair) => pair.organisationId)}::uuid[]) as i (id, a, b, source, matchmaker_id, organisation_id)
    order by i.id
    on conflict (tenant_id, person_a, person_b) do nothing
    returning id, person_a as "personA", person_b as "personB", answer_until as "answerUntil"`.execute(tx)
  const sides = rows.flatMap((row) =>
    [row.personA, row.personB].map((personId) => ({ introductionId: row.id, personId })),
  )
  await sql`
    insert into introduction_answers (tenant_id, introduction_id, person_id, sealed)
    select ${tx.tenantId}::uuid, s.introduction_id, s.person_id, s.sealed
    from unnest(${sides.map((side) => side.introductionId)}::uuid[], ${sides.map((side) => side.personId)}::uuid[],
      ${sides.map((side) => sealAnswer(tx, { ...side, answer: 'waiting' }))}::bytea[]) as s (introduction_id, person_id, sealed)`.execute(
    tx,
  )
  return rows
}

/** The introduction, locked; undefined when it is not there. `isOver`: its time has passed. */
export async function lockIntroduction(tx: Tx, id: string): Promise<IntroductionRow | undefined> {
  const { rows } = await sql<IntroductionRow>`
    select i.id, i.person_a as "personA", i.person_b as "personB", i.source, i.matchmaker_id as "matchmakerId", i.organisation_id as "organisationId",
      i.answer_until as "answerUntil", i.answer_until <= app_now() as "isOver",
      exists (select from introduction_endings e where e.tenant_id = i.tenant_id and e.introduction_id = i.id) as ended
    from introductions i where i.tenant_id = ${tx.tenantId} and i.id = ${id} for update of i`.execute(tx)
  return rows[0]
}

/** Both sides' sealed answers, in the order of the pair. */
export async function findAnswers(
  tx: Tx,
  introductionId: string,
): Promise<{ personId: string; sealed: Buffer }[]> {
  const { rows } = await sql<{ personId: string; sealed: Buffer }>`
    select person_id as "personId", sealed from introduction_answers
    where tenant_id = ${tx.tenantId} and introduction_id = ${introductionId} order by person_id`.execute(tx)
  return rows
}

/** Writes both sides anew, also the one that has not changed: neither row tells which of the two has answered. */
export async function updateAnswers(
  tx: Tx,
  introductionId: string,
  answers: readonly { personId: string; answer: SealedAnswer }[],
): Promise<void> {
  await sql`
    update introduction_answers a set sealed = s.sealed
    from unnest(${answers.map((each) => each.personId)}::uuid[],
      ${answers.map((each) => sealAnswer(tx, { introductionId, ...each }))}::bytea[]) as s (person_id, sealed)
    where a.tenant_id = ${tx.tenantId} and a.introduction_id = ${introductionId} and a.person_id = s.person_id`.execute(
    tx,
  )
}

/** Ends an introduction for both sides at once and forgets what each had said; false when it had ended before. */
export async function insertEnding(
  tx: Tx,
  introductionId: string,
  outcome: 'mutual' | 'none',
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into introduction_endings (tenant_id, introduction_id, outcome, ended_at)
    values (${tx.tenantId}, ${introductionId}, ${outcome}, app_now()) on conflict do nothing`.execute(tx)
  await sql`delete from introduction_answers where tenant_id = ${tx.tenantId} and introduction_id = ${introductionId}`.execute(
    tx,
  )
  return Number(numAffectedRows) === 1
}

/** Opens a case; null when somebody looks after the person already. */
export async function insertCase(
  tx: Tx,
  opened: { matchmakerId: string; personId: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into matchmaker_cases (tenant_id, id, matchmaker_id, person_id, opened_on)
    values (${tx.tenantId}, ${randomUUID()}, ${opened.matchmakerId}, ${opened.personId}, app_today())
    on conflict (tenant_id, person_id) where ended_on is null do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Ends open cases of some persons; gives those that were open. */
export async function endOpenCases(
  tx: Tx,
  end: { personIds: readonly string[]; reason: CaseEndReason },
): Promise<{ caseId: string; personId: string; matchmakerId: string }[]> {
  const { rows } = await sql<{ caseId: string; personId: string; matchmakerId: string }>`
    update matchmaker_cases set ended_on = app_today(), ended_at = now(), end_reason = ${end.reason}
    where tenant_id = ${tx.tenantId} and person_id = any(${end.personIds}::uuid[]) and ended_on is null
    returning id as "caseId", person_id as "personId", matchmaker_id as "matchmakerId"`.execute(tx)
  return rows
}

/** Why a case ended. */
export type CaseEndReason = 'couple' | 'withdrawn' | 'handed_over' | 'asked' | 'matchmaker_left'

/** Writes a note, sealed by the caller. */
export async function insertNote(
  tx: Tx,
  note: { caseId: string; personId: string; cipher: Buffer; writtenBy: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('desk_notes')
    .values({
      tenant_id: tx.tenantId,
      id,
      case_id: note.caseId,
      person_id: note.personId,
      text_cipher: note.cipher,
      written_by: note.writtenBy,
    })
    .execute()
  return id
}

/** Deletes everything the desk noted of somebody. */
export async function deleteNotesOf(tx: Tx, personId: string): Promise<void> {
  await tx
    .deleteFrom('desk_notes')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .execute()
}

/** A follow-up to be asked. `dueOn` is worked out from the day of the interest by the interval of its stage. */
export interface NewFollowUp {
  interestId: string
  stage: string
  after: string
  organisationId: string
  matchmakerId: string | null
}

/** Plans follow-ups from today on; those planned already stay as they are. */
export async function insertFollowUps(tx: Tx, followUps: readonly NewFollowUp[]): Promise<void> {
  if (followUps.length === 0) return
  await sql`
    insert into follow_ups (tenant_id, id, interest_id, stage, due_on, organisation_id, matchmaker_id)
    select ${tx.tenantId}::uuid, f.id, f.interest_id, f.stage, (app_today() + f.after::interval)::date, f.organisation_id, f.matchmaker_id
    from unnest(${followUps.map(() => randomUUID())}::uuid[], ${followUps.map((each) => each.interestId)}::uuid[],
      ${followUps.map((each) => each.stage)}::text[], ${followUps.map((each) => each.after)}::text[],
      ${followUps.map((each) => each.organisationId)}::uuid[], ${followUps.map((each) => each.matchmakerId)}::uuid[])
      as f (id, interest_id, stage, after, organisation_id, matchmaker_id)
    on conflict do nothing`.execute(tx)
}

/** Says that a follow-up was done; false when it had been. */
export async function markFollowUpDone(
  tx: Tx,
  done: { followUpId: string; appointmentId: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update follow_ups set done_at = app_now(), done_by = ${done.appointmentId}
    where tenant_id = ${tx.tenantId} and id = ${done.followUpId} and done_at is null`.execute(tx)
  return Number(numAffectedRows) === 1
}

/** Keeps what one of the two says, in place of what they said before. */
export async function saveFollowUpAnswer(
  tx: Tx,
  said: { followUpId: string; personId: string; answer: string },
): Promise<void> {
  await sql`
    insert into follow_up_answers (tenant_id, follow_up_id, person_id, answer, answered_at)
    values (${tx.tenantId}, ${said.followUpId}, ${said.personId}, ${said.answer}, app_now())
    on conflict (tenant_id, follow_up_id, person_id) do update set answer = excluded.answer, answered_at = excluded.answered_at`.execute(
    tx,
  )
}

/** Lays open follow-ups of one matchmaker into another's hands; null: into those of the organisation. */
export async function passFollowUpsOn(
  tx: Tx,
  passed: { fromId: string; toId: string | null },
): Promise<void> {
  await sql`update follow_ups set matchmaker_id = ${passed.toId}
    where tenant_id = ${tx.tenantId} and matchmaker_id = ${passed.fromId} and done_at is null`.execute(tx)
}
