import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Adds a term; gives its id. */
export async function insertTerm(
  tx: Tx,
  term: { organisationId: string; name: string; startsOn: string; endsBefore: string; createdBy: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('association_terms')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: term.organisationId,
      name: term.name,
      starts_on: term.startsOn,
      ends_before: term.endsBefore,
      created_by: term.createdBy,
    })
    .execute()
  return id
}

/** Seats a matchmaker in a term; null when they sit there already. */
export async function insertSeat(
  tx: Tx,
  seat: { termId: string; matchmakerId: string; role: string; startsOn: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into association_seats (tenant_id, id, term_id, matchmaker_id, role, starts_on)
    values (${tx.tenantId}, ${newId()}, ${seat.termId}, ${seat.matchmakerId}, ${seat.role}, ${seat.startsOn})
    on conflict (tenant_id, term_id, matchmaker_id) where ends_before is null do nothing returning id`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}

/** Ends a seat from today on; false when it had ended. */
export async function endSeat(tx: Tx, seatId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update association_seats set ends_before = app_today() where tenant_id = ${tx.tenantId} and id = ${seatId} and ends_before is null`.execute(
    tx,
  )
  return Number(numAffectedRows) === 1
}

/** Adds an item to the plan; gives its id. */
export async function insertPlanItem(
  tx: Tx,
  item: { organisationId: string; year: number; title: string; dueOn: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('association_plan_items')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: item.organisationId,
      year: item.year,
      title: item.title,
      due_on: item.dueOn,
    })
    .execute()
  return id
}

/** Says that an item is done today; false when it had been. */
export async function finishItem(tx: Tx, done: { planItemId: string; doneBy: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update association_plan_items set done_on = app_today(), done_by = ${done.doneBy}
    where tenant_id = ${tx.tenantId} and id = ${done.planItemId} and done_on is null`.execute(tx)
  return Number(numAffectedRows) === 1
}

/** Adds a meeting; gives its id. */
export async function insertMeeting(
  tx: Tx,
  meeting: {
    organisationId: string
    kind: string
    title: string
    heldOn: string
    place: string
    agenda: string
    createdBy: string
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('association_meetings')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: meeting.organisationId,
      kind: meeting.kind,
      title: meeting.title,
      held_on: meeting.heldOn,
      place: meeting.place,
      agenda: meeting.agenda,
      created_by: meeting.createdBy,
    })
    .execute()
  return id
}

/** Keeps whether a matchmaker came, in place of what was recorded before. */
export async function saveAttendance(
  tx: Tx,
  attendance: { meetingId: string; matchmakerId: string; status: string },
): Promise<void> {
  await sql`
    insert into association_attendances (tenant_id, meeting_id, matchmaker_id, status)
    values (${tx.tenantId}, ${attendance.meetingId}, ${attendance.matchmakerId}, ${attendance.status})
    on conflict (tenant_id, meeting_id, matchmaker_id) do update set status = excluded.status`.execute(tx)
}

/** Gives a case the next number of a meeting; the number it has, where it has one. The meeting is locked by the caller. */
export async function numberCase(tx: Tx, at: { meetingId: string; caseId: string }): Promise<number> {
  await sql`
    insert into meeting_cases (tenant_id, meeting_id, number, case_id)
    select ${tx.tenantId}::uuid, ${at.meetingId}::uuid, coalesce(max(c.number), 0) + 1, ${at.caseId}::uuid
    from meeting_cases c where c.tenant_id = ${tx.tenantId} and c.meeting_id = ${at.meetingId}
    on conflict (tenant_id, meeting_id, case_id) do nothing`.execute(tx)
  const { rows } = await sql<{ number: number }>`
    select number from meeting_cases where tenant_id = ${tx.tenantId} and meeting_id = ${at.meetingId} and case_id = ${at.caseId}`.execute(
    tx,
  )
  return rows[0]!.number
}

/** Keeps that an introduction came of a meeting. */
export async function noteIntroduction(
  tx: Tx,
  noted: { meetingId: string; introductionId: string },
): Promise<void> {
  await sql`insert into meeting_introductions (tenant_id, meeting_id, introduction_id)
    values (${tx.tenantId}, ${noted.meetingId}, ${noted.introductionId})`.execute(tx)
}

/** Lets a person's card be shown at meetings from now on. */
export async function insertAgreement(tx: Tx, personId: string): Promise<void> {
  await sql`
    insert into meeting_agreements (tenant_id, id, person_id, agreed_at) values (${tx.tenantId}, ${randomUUID()}, ${personId}, app_now())
    on conflict (tenant_id, person_id) where ended_at is null do nothing`.execute(tx)
}

/** Takes it back. */
export async function endAgreement(tx: Tx, personId: string): Promise<void> {
  await sql`update meeting_agreements set ended_at = app_now()
    where tenant_id = ${tx.tenantId} and person_id = ${personId} and ended_at is null`.execute(tx)
}
