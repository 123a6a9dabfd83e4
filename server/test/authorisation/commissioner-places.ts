import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeAppointment } from '#server/test/makers.ts'

/** What stands at a place for requests about commissioners to aim at. */
export interface CommissionerPlace {
  /** An entry of the pool that was recommended there and is shared with nobody. */
  talentId: string
  talentPersonId: string
  /** A commissioner's post there, without an end. */
  commissionerPostId: string
}

/** The same of a place that does not exist. */
export const nowhereForCommissioners: CommissionerPlace = {
  talentId: newId(),
  talentPersonId: newId(),
  commissionerPostId: newId(),
}

/** Makes it for an organisation, with a member there. */
export async function commissionersAt(
  tx: Tx,
  organisationId: string,
  memberId: string,
): Promise<CommissionerPlace> {
  const talentId = newId()
  await sql`insert into talents (tenant_id, id, person_id, organisation_id, skills, trained_hours, available_from, full_time, wished_street_ids, entered_on, recorded_by)
    values (${tx.tenantId}, ${talentId}, ${memberId}, ${organisationId}, '{union_work}', 0, '2026-01-01', false, '{}', '2026-01-01', ${newId()})`.execute(
    tx,
  )
  const post = { post: 'commissioner', organisationId, startsOn: '2021-01-01', endsBefore: null }
  return { talentId, talentPersonId: memberId, commissionerPostId: await makeAppointment(tx, memberId, post) }
}
