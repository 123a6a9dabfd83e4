import { sql } from 'kysely'
import { newId } from '#server/platform/ids.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { makePerson } from '#server/test/makers.ts'

/** What stands at a place for requests about matchmakers to aim at. */
export interface DeskPlace {
  /** A matchmaker there whose entry has ended: nothing can be changed any more. */
  matchmakerId: string
  /** Somebody there wishes for a matchmaker. */
  wishId: string
  /** A term of the association there that is over, and a seat in it that has ended. */
  termId: string
  seatId: string
  /** An item of its plan that is done, and a meeting without numbers. */
  planItemId: string
  meetingId: string
}

/** The same of a place that does not exist. */
export const nowhereForMatchmakers: DeskPlace = {
  matchmakerId: newId(),
  wishId: newId(),
  termId: newId(),
  seatId: newId(),
  planItemId: newId(),
  meetingId: newId(),
}

/** Makes it for an organisation. */
export async function matchmakersAt(tx: Tx, organisationId: string): Promise<DeskPlace> {
  const matchmakerId = newId()
  const personId = await makePerson(tx, { name: '郑测试' })
  await sql`insert into matchmakers (tenant_id, id, person_id, organisation_id, registered_on, registered_by, district_codes, caseload_limit, ended_on,
      end_reason)
    values (${tx.tenantId}, ${matchmakerId}, ${personId}, ${organisationId}, '2020-01-01', ${newId()}, '{}', 1, '2022-01-01', 'moved')`.execute(
    tx,
  )
  const wishId = newId()
  await sql`insert into matchmaker_wishes (tenant_id, id, person_id, organisation_id) values (${tx.tenantId}, ${wishId}, ${personId}, ${organisationId})`.execute(
    tx,
  )
  return { matchmakerId, wishId, ...(await associationAt(tx, organisationId, matchmakerId)) }
}

async function associationAt(tx: Tx, organisationId: string, matchmakerId: string) {
  const [termId, seatId, planItemId, meetingId] = [newId(), newId(), newId(), newId()]
  await sql`insert into association_terms (tenant_id, id, organisation_id, name, starts_on, ends_before, created_by)
    values (${tx.tenantId}, ${termId}, ${organisationId}, '-', '2020-01-01', '2022-01-01', ${newId()})`.execute(
    tx,
  )
  await sql`insert into association_seats (tenant_id, id, term_id, matchmaker_id, role, starts_on, ends_before)
    values (${tx.tenantId}, ${seatId}, ${termId}, ${matchmakerId}, 'member', '2020-01-01', '2021-01-01')`.execute(
    tx,
  )
  await sql`insert into association_plan_items (tenant_id, id, organisation_id, year, title, due_on, done_on, done_by)
    values (${tx.tenantId}, ${planItemId}, ${organisationId}, 2020, '-', '2020-06-01', '2020-06-01', ${newId()})`.execute(
    tx,
  )
  await sql`insert into association_meetings (tenant_id, id, organisation_id, kind, title, held_on, place, agenda, created_by)
    values (${tx.tenantId}, ${meetingId}, ${organisationId}, 'exchange', '-', '2020-06-01', '', '', ${newId()})`.execute(
    tx,
  )
  return { termId, seatId, planItemId, meetingId }
}
