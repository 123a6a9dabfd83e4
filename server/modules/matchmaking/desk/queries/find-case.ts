import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A case as commands need it. */
export interface CaseHead {
  id: string
  matchmakerId: string
  personId: string
  openedOn: string
  endedOn: string | null
}

/** A matchmaker's own case, open or ended; undefined where it is somebody else's or there is none. */
export async function findCase(
  tx: Tx,
  asked: { caseId: string; matchmakerId: string },
): Promise<CaseHead | undefined> {
  const { rows } = await sql<CaseHead>`
    select id, matchmaker_id as "matchmakerId", person_id as "personId", opened_on as "openedOn", ended_on as "endedOn"
    from matchmaker_cases where tenant_id = ${tx.tenantId} and id = ${asked.caseId} and matchmaker_id = ${asked.matchmakerId}`.execute(
    tx,
  )
  return rows[0]
}

/** Who looks after somebody now, or undefined. */
export async function openCaseOf(tx: Tx, personId: string): Promise<CaseHead | undefined> {
  const { rows } = await sql<CaseHead>`
    select id, matchmaker_id as "matchmakerId", person_id as "personId", opened_on as "openedOn", ended_on as "endedOn"
    from matchmaker_cases where tenant_id = ${tx.tenantId} and person_id = ${personId} and ended_on is null`.execute(
    tx,
  )
  return rows[0]
}

/** Whether somebody once asked for another matchmaker than this one. */
export async function wasLeftByWish(
  tx: Tx,
  pair: { personId: string; matchmakerId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from matchmaker_cases where tenant_id = ${tx.tenantId} and person_id = ${pair.personId} and matchmaker_id = ${pair.matchmakerId}
      and end_reason = 'asked' limit 1`.execute(tx)
  return rows.length > 0
}
