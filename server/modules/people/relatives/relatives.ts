import { sql } from 'kysely'
import type { DeclaredRelative, operations } from '#contract/people-relatives.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound, refuse } from '#server/platform/errors.ts'
import { mustReachPerson, personRecords } from '../person-scope.ts'
import { endDeclaration, insertDeclaration } from './store.ts'

/** Whoever a person is not to decide about: themself and declared near relatives, each by every record that is read as theirs. */
export async function nearTo(tx: Tx, personId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with root as (select coalesce((select a.person_id from person_aliases a where a.tenant_id = ${tx.tenantId} and a.alias_id = ${personId}
        and a.undone_at is null), ${personId}::uuid) as id),
    own as (select id from root union select a.alias_id from person_aliases a join root on a.person_id = root.id
      where a.tenant_id = ${tx.tenantId} and a.undone_at is null),
    named as (
      select id from own
      union select d.relative_id from declared_relatives d join own on own.id = d.person_id where d.tenant_id = ${tx.tenantId} and d.ended_at is null
      union select d.person_id from declared_relatives d join own on own.id = d.relative_id where d.tenant_id = ${tx.tenantId} and d.ended_at is null),
    roots as (select coalesce(a.person_id, named.id) as id from named
      left join person_aliases a on a.tenant_id = ${tx.tenantId} and a.alias_id = named.id and a.undone_at is null)
    select id from roots
    union select a.alias_id from person_aliases a join roots on roots.id = a.person_id where a.tenant_id = ${tx.tenantId} and a.undone_at is null`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

/** What a person within reach declared, and what others declared of them. */
export async function listDeclaredRelatives(
  tx: Tx,
  actor: Actor,
  { personId }: { personId: string },
): Promise<{ items: DeclaredRelative[] }> {
  const records = await mustReachPerson(tx, { actor, permission: 'people.read' }, personId)
  const { rows } = await sql<Omit<DeclaredRelative, 'declaredAt'> & { declaredAt: Date }>`
    select d.id, p.id as "relativeId", p.name, d.relation, d.declared_at as "declaredAt"
    from declared_relatives d
    join persons p on p.tenant_id = d.tenant_id and p.id = case when d.person_id = ${records.personId} then d.relative_id else d.person_id end
    where d.tenant_id = ${tx.tenantId} and d.ended_at is null and (d.person_id = ${records.personId} or d.relative_id = ${records.personId})
    order by d.id`.execute(tx)
  return { items: rows.map((row) => ({ ...row, declaredAt: row.declaredAt.toISOString() })) }
}

/** Records what a person within reach declared. It holds both ways. */
export async function declareRelative(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['declareRelative']>,
): Promise<{ declarationId: string }> {
  const person = await mustReachPerson(tx, { actor, permission: 'people.write' }, input.personId)
  const relative = (await personRecords(tx, input.relativeId)) ?? notFound()
  if (relative.personId === person.personId) refuse('people.relative_oneself')
  const declarationId = await insertDeclaration(tx, {
    personId: person.personId,
    relativeId: relative.personId,
    relation: input.relation,
    recordedBy: actor.appointment?.id ?? null,
  })
  if (declarationId === null) conflict('people.relative_declared')
  await audit(tx, actor, 'people.relative_declared', {
    kind: 'person',
    id: person.personId,
    organisationId: person.organisationId,
  })
  return { declarationId }
}

/** Takes a declaration of a person within reach back from now on. */
export async function endDeclaredRelative(
  tx: Tx,
  actor: Actor,
  input: { personId: string; declarationId: string },
): Promise<Record<string, never>> {
  const person = await mustReachPerson(tx, { actor, permission: 'people.write' }, input.personId)
  const { declarationId } = input
  const { held } = found(await endDeclaration(tx, { personId: person.personId, declarationId }))
  if (!held) conflict('people.relative_ended')
  await audit(tx, actor, 'people.relative_ended', {
    kind: 'person',
    id: person.personId,
    organisationId: person.organisationId,
  })
  return {}
}
