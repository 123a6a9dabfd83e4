import { sql } from 'kysely'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoTenant } from '../shapes.ts'

/**
 * Powers that came another way than by one's own post: the district lets the auditor look members of one street up during an inspection, and
 * the officer of that street stands in for a chair who is away. Nothing in a tenant without an auditor. Call it when the tree stands.
 */
export async function loadPowers(tx: Tx, demo: DemoTenant, persons: readonly string[]): Promise<void> {
  if (!demo.accounts.some(({ role }) => role === 'auditor')) return
  const personOf = (role: string) =>
    persons[demo.accounts.find((account) => account.role === role)!.person - 1]!
  const day = await today(tx)
  const street = await appointmentOf(tx, personOf('street'), 'street_officer')
  const delegationId = newId()
  await sql`
    insert into delegations (tenant_id, id, giver_id, receiver_id, organisation_id, reach, reason, document_no, starts_on, ends_before, recorded_by)
    select tenant_id, ${delegationId}::uuid, appointment_id, ${(await appointmentOf(tx, personOf('auditor'), 'audit_committee_member')).id}::uuid,
      ${street.organisationId}::uuid, 'subtree', '经费使用专项检查期间', '北工〔2026〕15号', ${day}::date - 12, ${day}::date + 48, appointment_id
    from appointments where tenant_id = ${tx.tenantId} and person_id = ${personOf('district')} and post = 'federation_officer'
      and superseded_at is null`.execute(tx)
  await sql`
    insert into grants (tenant_id, id, appointment_id, permission, reach, organisation_id, document_no, starts_on, ends_before, recorded_by, delegation_id)
    select d.tenant_id, gen_random_uuid(), d.receiver_id, permission, d.reach, d.organisation_id, d.document_no, d.starts_on, d.ends_before, d.recorded_by, d.id
    from delegations d, unnest(array['people.read', 'inbox.read']) as permission
    where d.tenant_id = ${tx.tenantId} and d.id = ${delegationId}`.execute(tx)
  await sql`
    insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, document_no, starts_on, ends_before,
      substitutes_id, recorded_by)
    select a.tenant_id, made.id, made.id, ${personOf('street')}::uuid, a.post, a.organisation_id, false, 'substitution', '庄工〔2026〕3号',
      ${day}::date - 10, ${day}::date + 50, a.appointment_id, ${street.id}::uuid
    from (
      select c.* from appointments c
      join organisation_tree t on t.tenant_id = c.tenant_id and t.descendant_id = c.organisation_id and t.ancestor_id = ${street.organisationId}
        and t.depth > 0 and t.ends_before is null
      where c.tenant_id = ${tx.tenantId} and c.post = 'union_chair' and c.superseded_at is null and c.starts_on < ${day}::date - 10
        and c.ends_before > ${day}::date + 50 and c.person_id <> ${personOf('street')} and c.person_id <> ${personOf('union')}
      order by c.starts_on, c.person_id limit 1) a, (select ${newId()}::uuid as id) made`.execute(tx)
}

async function appointmentOf(
  tx: Tx,
  personId: string,
  post: string,
): Promise<{ id: string; organisationId: string }> {
  const row = await tx
    .selectFrom('appointments')
    .select(['appointment_id as id', 'organisation_id as organisationId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('post', '=', post)
    .where('superseded_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row
}
