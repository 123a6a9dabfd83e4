import { sql } from 'kysely'
import { giveSlips, sendInvitation } from '#server/modules/activation/index.ts'
import { ownMobile } from '#server/modules/messages/index.ts'
import { addDays, today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { DemoTenant } from '../shapes.ts'

const slips = 6

/**
 * People who are on their way to an account: a few members of the shown union with printed slips, and two officers of the streets who have
 * been invited, one of them by a text message that stands in the outbox. Call it when the member index stands.
 */
export async function loadActivation(tx: Tx, demo: DemoTenant, persons: readonly string[]): Promise<void> {
  const day = await today(tx)
  // The chair is the first of the union, the demo worker the second, the third asks to leave.
  const first = demo.accounts.find((account) => account.role === 'union')!.person + 2
  const personIds = persons.slice(first, first + slips)
  const { rows } = await sql<{ union_id: string }>`
    select union_id from member_index where tenant_id = ${tx.tenantId} and person_id = ${personIds[0]}`.execute(
    tx,
  )
  await giveSlips(tx, null, { organisationId: rows[0]!.union_id, personIds, expiresOn: addDays(day, 30) })
  for (const [at, officer] of (await uninvited(tx, day)).entries()) {
    const mobile = at === 0 ? await ownMobile(tx, officer.personId) : null
    const channel = mobile === null ? 'print' : 'sms'
    await sendInvitation(tx, null, { ...officer, channel, recipient: mobile ?? '', day })
  }
}

async function uninvited(
  tx: Tx,
  day: string,
): Promise<{ appointmentId: string; personId: string; organisationId: string }[]> {
  const { rows } = await sql<{ appointmentId: string; personId: string; organisationId: string }>`
    select a.appointment_id as "appointmentId", a.person_id as "personId", a.organisation_id as "organisationId" from appointments a
    where a.tenant_id = ${tx.tenantId} and a.post = 'street_officer' and a.superseded_at is null and a.starts_on <= ${day}::date
      and (a.ends_before is null or ${day}::date < a.ends_before)
      and not exists (select from accounts x where x.tenant_id = a.tenant_id and x.person_id = a.person_id)
    order by a.organisation_id, a.appointment_id limit 2`.execute(tx)
  return rows
}
