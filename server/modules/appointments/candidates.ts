import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { operations } from '#contract/appointments.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { canReach, inScope, lastName, may, scopeOf } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'

type Output = OutputOf<(typeof operations)['listAppointmentCandidates']>

/** Persons who hold a post within reach (for the security administrator also everybody with an account), by a part of the name: names and posts only. */
export async function listAppointmentCandidates(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listAppointmentCandidates']>,
): Promise<Output> {
  const { rows } = await sql<Output['items'][number]>`
    select p.id as "personId", p.name, held.post, held.name as "organisationName" from persons p
    left join lateral (
      select a.post, at.name from appointments a cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) at
      where a.tenant_id = p.tenant_id and a.person_id = p.id and a.superseded_at is null
        and a.starts_on <= ${actor.today}::date and (a.ends_before is null or ${actor.today}::date < a.ends_before)
        and ${inScope(tx, { actor, permission: 'appointments.write' }, sql.ref('a.organisation_id'))}
      order by a.starts_on desc limit 1) held on true
    where p.tenant_id = ${tx.tenantId} and p.id in (${officeHolders(tx, actor)})
      and p.name like ${`%${likeText(input.q)}%`}
    order by p.name, p.id limit 20`.execute(tx)
  return { items: rows }
}

/** The person whom an id stands for, when within reach: somebody with a post there, or a member whose file one may read. Otherwise "not found". */
export async function mustBeWithinReach(tx: Tx, actor: Actor, personId: string): Promise<string> {
  const records = found(await personRecords(tx, personId))
  const { rows } =
    await sql`select 1 where ${records.personId}::uuid in (${officeHolders(tx, actor)})`.execute(tx)
  if (rows.length > 0) return records.personId
  const readable =
    may(actor, 'people.read') &&
    records.organisationId !== null &&
    (await canReach(tx, { actor, permission: 'people.read' }, records.organisationId))
  return readable ? records.personId : notFound()
}

/** Whether the actor is the person of a root record, whichever of the joined records the log-in belongs to. */
export async function isOneself(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  if (personId === actor.personId) return true
  const own = await personRecords(tx, actor.personId)
  return own?.personId === personId
}

function officeHolders(tx: Tx, actor: Actor): RawBuilder<unknown> {
  const reach = { actor, permission: 'appointments.write' } as const
  const accountsToo: RawBuilder<SqlBool> = scopeOf(actor, reach.permission).wholeTenant
    ? sql<SqlBool>`true`
    : sql<SqlBool>`false`
  return sql`
    select a.person_id from appointments a
    where a.tenant_id = ${tx.tenantId} and a.superseded_at is null and ${inScope(tx, reach, sql.ref('a.organisation_id'))}
    union select account.person_id from accounts account where account.tenant_id = ${tx.tenantId} and ${accountsToo}`
}

// A name has no wildcards of its own.
function likeText(text: string): string {
  return text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
