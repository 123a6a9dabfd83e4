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
}

/** The same of a place that does not exist. */
export const nowhereForMatchmakers: DeskPlace = { matchmakerId: newId(), wishId: newId() }

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
  return { matchmakerId, wishId }
}
