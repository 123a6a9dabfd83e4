import { sql } from 'kysely'
import type { OwnFile } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { personRecords } from '../person-scope.ts'
import { cardsOf, employmentsOf, membershipRecordsOf } from './member-facts.ts'
import { personData } from './person-data.ts'

/** One's own file in clear, without what was corrected, and everybody who looked at hidden columns and why (K6). */
export async function getOwnFile(tx: Tx, actor: Actor): Promise<OwnFile> {
  const records = found(await personRecords(tx, actor.personId))
  const current = <T extends { supersededAt: string | null }>(rows: T[]) =>
    rows.filter((row) => row.supersededAt === null)
  return {
    ...(await personData(tx, records.personId)),
    employments: current(await employmentsOf(tx, records.recordIds)),
    memberships: current(await membershipRecordsOf(tx, records.recordIds)),
    cards: current(await cardsOf(tx, records.recordIds)),
    looked: await lookedAt(tx, records.recordIds),
  }
}

async function lookedAt(tx: Tx, recordIds: readonly string[]): Promise<OwnFile['looked']> {
  const { rows } = await sql<Omit<OwnFile['looked'][number], 'revealedAt'> & { revealedAt: Date }>`
    select r.id, r.revealed_at as "revealedAt", r.fields, r.reason, a.post, o.name as "organisationName"
    from reveals r
    join appointments a on a.tenant_id = r.tenant_id and a.appointment_id = r.appointment_id and a.superseded_at is null
    join organisation_profiles o on o.tenant_id = r.tenant_id and o.organisation_id = a.organisation_id
      and o.superseded_at is null and o.ends_before is null
    where r.tenant_id = ${tx.tenantId} and r.person_id = any(${recordIds}::uuid[])
    order by r.revealed_at desc limit 200`.execute(tx)
  return rows.map((row) => ({ ...row, revealedAt: row.revealedAt.toISOString() }))
}
