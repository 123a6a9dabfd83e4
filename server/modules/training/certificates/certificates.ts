import { sql, type RawBuilder } from 'kysely'
import type { CertificateProof, OwnCertificate, OwnTraining, Trainee } from '#contract/training.ts'
import { inScope, lastName, mustReach } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { attendancesOf, attended } from '../attendance.ts'
import { gatesOf } from '../gates.ts'

/** A certificate with everything that is printed on it. */
export interface PrintedCertificate extends OwnCertificate {
  personName: string
  code: string
  federationCode: string
}

/** Who came to a course, by name. */
export async function listTrainees(
  tx: Tx,
  actor: Actor,
  input: { courseId: string; limit?: number; cursor?: string },
): Promise<{ items: Trainee[]; nextCursor: string | null; total: number }> {
  const { rows: plans } = await sql<{ organisationId: string }>`
    select p.organisation_id as "organisationId" from training_courses c join training_plans p on p.tenant_id = c.tenant_id and p.id = c.plan_id
    where c.tenant_id = ${tx.tenantId} and c.id = ${input.courseId}`.execute(tx)
  await mustReach(tx, { actor, permission: 'training.read' }, found(plans[0]).organisationId)
  const limit = input.limit ?? 50
  const [name, id] = readCursor(input.cursor, ['', ''])
  const { rows } = await sql<Trainee & { personId: string; total: number }>`
    with came as (select x.person_id, count(*)::int as sessions, sum(x.class_hours)::int as hours from (${attended(tx)}) x
      where x.course_id = ${input.courseId} group by x.person_id)
    select came.person_id as "personId", p.name as "personName", coalesce(o.name, '') as "organisationName", came.sessions, came.hours as "classHours",
      t.id as "certificateId", t.number as "certificateNumber", (select count(*)::int from came) as total
    from came join persons p on p.tenant_id = ${tx.tenantId} and p.id = came.person_id
    left join member_index m on m.tenant_id = p.tenant_id and m.person_id = p.id
    left join lateral (${lastName(tx, sql.ref('m.union_id'))}) o on true
    left join training_certificates t on t.tenant_id = p.tenant_id and t.person_id = p.id and t.course_id = ${input.courseId}
    where ${id === ''} or (p.name, p.id::text) > (${name}, ${id})
    order by p.name, p.id limit ${limit + 1}`.execute(tx)
  const last = rows.length > limit ? rows[limit - 1]! : undefined
  return {
    items: rows.slice(0, limit).map(({ personId: _person, total: _total, ...row }) => row),
    nextCursor: last === undefined ? null : writeCursor([last.personName, last.personId]),
    total: rows[0]?.total ?? 0,
  }
}

/** One's own training: what one came to, class hours of this year, certificates. */
export async function getOwnTraining(tx: Tx, actor: Actor): Promise<OwnTraining> {
  const { personId, recordIds } = found(await personRecords(tx, actor.personId))
  const gates = (await gatesOf(tx, [personId], Number(actor.today.slice(0, 4)))).get(personId)!
  const attendances = await attendancesOf(tx, [personId])
  const certificates = await certificatesWhere(tx, sql`t.person_id = any(${recordIds}::uuid[])`)
  return {
    inductionOn: gates.inductionOn,
    classHoursThisYear: gates.classHours,
    attended: attendances.map(({ title, kind, on, classHours }) => ({
      title,
      kind: kind as OwnCertificate['kind'],
      on,
      classHours,
    })),
    certificates: certificates.map(
      ({ personName: _name, code: _code, federationCode: _federation, ...certificate }) => certificate,
    ),
  }
}

/** One's own certificate; another's is "not there". */
export async function ownCertificate(
  tx: Tx,
  actor: Actor,
  certificateId: string,
): Promise<PrintedCertificate> {
  const { recordIds } = found(await personRecords(tx, actor.personId))
  const whose = sql`t.id = ${certificateId} and t.person_id = any(${recordIds}::uuid[])`
  return found((await certificatesWhere(tx, whose))[0])
}

/** A certificate of a plan within scope. */
export async function certificateInScope(
  tx: Tx,
  actor: Actor,
  certificateId: string,
): Promise<PrintedCertificate> {
  const within = inScope(tx, { actor, permission: 'training.read' }, sql.ref('plan.organisation_id'))
  return found((await certificatesWhere(tx, sql`t.id = ${certificateId} and ${within}`))[0])
}

/** What whoever holds a certificate may know of it, by its code. Of the name the first character stands. */
export async function verifyCertificate(tx: Tx, code: string): Promise<CertificateProof> {
  const { number, personName, title, kind, classHours, completedOn, issuedBy } = found(
    (await certificatesWhere(tx, sql`t.code = ${code}`))[0],
  )
  const [first, ...rest] = personName
  return {
    number,
    nameHint: `${first ?? ''}${'＊'.repeat(rest.length)}`,
    title,
    kind,
    classHours,
    completedOn,
    issuedBy,
  }
}

async function certificatesWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<PrintedCertificate[]> {
  const { rows } = await sql<PrintedCertificate>`
    select t.id, t.number, c.title, c.kind, t.class_hours as "classHours", t.completed_on as "completedOn", o.name as "issuedBy",
      n.name as "personName", t.code, f.code as "federationCode"
    from training_certificates t
    join tenants f on f.id = t.tenant_id
    join training_courses c on c.tenant_id = t.tenant_id and c.id = t.course_id
    join training_plans plan on plan.tenant_id = c.tenant_id and plan.id = c.plan_id
    join persons n on n.tenant_id = t.tenant_id and n.id = t.person_id
    cross join lateral (${lastName(tx, sql.ref('plan.organisation_id'))}) o
    where t.tenant_id = ${tx.tenantId} and ${condition} order by t.completed_on desc, t.id limit 200`.execute(
    tx,
  )
  return rows
}
