import { sql } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'

/** A real person: the record that stands for them, and every record that is read as theirs (itself included). */
export interface PersonRecords {
  personId: string
  recordIds: string[]
  /** The organisation that decides who may see the file; null when nobody answers for the person. */
  organisationId: string | null
}

/**
 * The person behind an id, an alias resolved. The union of today decides who may see the file; of a former member the last union; of
 * somebody who never was one the last employer, then the inviting organisation, then that of an appointment.
 */
export async function personRecords(tx: Tx, personId: string): Promise<PersonRecords | null> {
  const { rows } = await sql<PersonRecords>`
    with root as (
      select coalesce(alias.person_id, p.id) as id from persons p
      left join person_aliases alias on alias.tenant_id = p.tenant_id and alias.alias_id = p.id and alias.undone_at is null
      where p.tenant_id = ${tx.tenantId} and p.id = ${personId}),
    record as (
      select id from root
      union all select alias_id from person_aliases a join root on a.person_id = root.id where a.tenant_id = ${tx.tenantId} and a.undone_at is null)
    select root.id as "personId", (select array_agg(id::text) from record) as "recordIds", coalesce(
      (select m.union_id from memberships m where m.tenant_id = ${tx.tenantId} and m.person_id in (select id from record) and m.superseded_at is null
        order by (m.starts_on <= app_today() and (m.ends_before is null or app_today() < m.ends_before)) desc,
          m.person_id = root.id desc, m.starts_on desc limit 1),
      (select e.employer_id from employments e where e.tenant_id = ${tx.tenantId} and e.person_id in (select id from record)
        and e.superseded_at is null and e.employer_id is not null order by e.ends_before is null desc, e.starts_on desc limit 1),
      (select p.invited_by_organisation_id from persons p where p.tenant_id = ${tx.tenantId} and p.id = root.id),
      (select a.organisation_id from appointments a where a.tenant_id = ${tx.tenantId} and a.person_id in (select id from record)
        and a.superseded_at is null order by a.ends_before is null desc, a.starts_on desc limit 1)) as "organisationId"
    from root`.execute(tx)
  return rows[0] ?? null
}

/** The person's records when the actor's permission reaches them; otherwise the answer "not found". */
export async function mustReachPerson(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  personId: string,
): Promise<PersonRecords & { organisationId: string }> {
  const records = await personRecords(tx, personId)
  if (records === null || records.organisationId === null) notFound()
  await mustReach(tx, reach, records.organisationId)
  return { ...records, organisationId: records.organisationId }
}

/** Whether the permission reaches the person, for `can` flags. */
export async function canReachPerson(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  records: PersonRecords,
): Promise<boolean> {
  return records.organisationId !== null && canReach(tx, reach, records.organisationId)
}
