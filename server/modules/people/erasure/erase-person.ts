import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { removeSentAlong } from '#server/modules/approvals/index.ts'
import { removeAttachmentsOfPersons } from '#server/modules/attachments/index.ts'
import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons } from '../memberships.ts'
import { correctionsOf } from '../own-data/store.ts'
import { personRecords } from '../person-scope.ts'
import { complainantHash } from '../secrets.ts'
import { personalTables, type FoundBy, type PersonalTable } from './inventory.ts'

/** Whom to erase, on what ground, and by which approved request. */
export interface Erasure {
  personId: string
  basis: 'request' | 'consent_withdrawn' | 'retention'
  requestId: string | null
}

/**
 * Erases a person for good (K6): the key is destroyed, so that nothing hidden can be read again, here or in later backups; name, birth date, hashes and
 * attributes go, in waiting imports too; the account is closed and its log-in free. Id, counts and dated facts stay. Refuses while a
 * membership or a post holds: those end by their own procedure first. Erased already: a conflict.
 */
export async function erasePerson(tx: Tx, author: Author, erasure: Erasure): Promise<void> {
  const records = found(await personRecords(tx, erasure.personId))
  await lockPersons(tx, records.recordIds)
  const hindrance = await hindranceOf(tx, records.recordIds)
  if (hindrance.erased) conflict('people.erased')
  if (hindrance.member) refuse('people.erasure_while_member')
  if (hindrance.appointed) refuse('people.erasure_while_appointed')
  await forget(tx, records.recordIds)
  await noteErasures(tx, records.recordIds, {
    ...erasure,
    erasedBy: author?.appointment?.id ?? null,
  })
  await audit(tx, author, 'people.erased', {
    kind: 'person',
    id: records.personId,
    organisationId: records.organisationId,
    params: { basis: erasure.basis, records: records.recordIds.length },
  })
}

/** What stands in the way of an erasure today: a membership, a post, or that it has been done. */
export async function hindranceOf(
  tx: Tx,
  recordIds: readonly string[],
): Promise<{ erased: boolean; member: boolean; appointed: boolean }> {
  const { rows } = await sql<{ erased: boolean; member: boolean; appointed: boolean }>`
    select exists (select from person_erasures where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[])) as erased,
      exists (select from memberships where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[]) and superseded_at is null
        and (ends_before is null or ends_before > app_today())) as member,
      exists (select from appointments where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[]) and superseded_at is null
        and (ends_before is null or ends_before > app_today())) as appointed`.execute(tx)
  return rows[0]!
}

/**
 * Erases again whoever was erased before a backup was taken back: for restores, from the list of ids that lies outside. Asks nothing and
 * may be run any number of times; ids that this tenant does not have are passed over. Returns how many persons it erased.
 */
export async function applyErasures(tx: Tx, personIds: readonly string[]): Promise<number> {
  const known = [...(await lockPersons(tx, personIds))]
  if (known.length === 0) return 0
  await forget(tx, known)
  await noteErasures(tx, known, { basis: 'restore', requestId: null, erasedBy: null })
  for (const id of known)
    await audit(tx, null, 'people.erased', {
      kind: 'person',
      id,
      organisationId: null,
      params: { basis: 'restore', records: 1 },
    })
  return known.length
}

/** Persons erased after an instant (null: ever), the earliest first: what is sent to the anchor outside. Ids and times only. */
export async function listErasures(
  tx: Tx,
  after: string | null,
): Promise<{ personId: string; erasedAt: string }[]> {
  const { rows } = await sql<{ personId: string; erasedAt: Date }>`
    select person_id as "personId", erased_at as "erasedAt" from person_erasures
    where tenant_id = ${tx.tenantId} and (${after}::timestamptz is null or erased_at > ${after}::timestamptz)
    order by erased_at, person_id`.execute(tx)
  return rows.map((row) => ({ ...row, erasedAt: row.erasedAt.toISOString() }))
}

async function forget(tx: Tx, recordIds: readonly string[]): Promise<void> {
  const keys = await keysOf(tx, recordIds)
  await sql`
    insert into account_closures (tenant_id, account_id) select ${tx.tenantId}::uuid, id from unnest(${keys.accounts}::uuid[]) a (id)
    on conflict do nothing`.execute(tx)
  await removeAttachmentsOfPersons(tx, keys.accounts as string[])
  // An officer's evidence about themselves was sent in from their post.
  await removeSentAlong(tx, await correctionsOf(tx, recordIds))
  for (const personal of personalTables) await forgetIn(tx, personal, keys)
  await refreshMemberIndex(tx, { personIds: recordIds })
}

type Keys = Record<FoundBy, readonly (string | Buffer)[]>

async function keysOf(tx: Tx, recordIds: readonly string[]): Promise<Keys> {
  const { rows } = await sql<{ accounts: string[]; documents: Buffer[] }>`
    select array(select id::text from accounts where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[])) as accounts,
      array(select document_hash from persons where tenant_id = ${tx.tenantId} and id = any(${recordIds}::uuid[])
        and document_hash is not null) as documents`.execute(tx)
  const complainants = recordIds.map((id) => complainantHash(tx, id))
  return { records: recordIds, complainants, ...rows[0]! }
}

async function forgetIn(tx: Tx, { table, by, becomes }: PersonalTable, keys: Keys): Promise<void> {
  if ('keep' in becomes) return
  const theirs = sql.join(
    Object.entries(by).map(([column, kind]) => isOneOf(column, kind, keys)),
    sql` or `,
  )
  if ('delete' in becomes) {
    await sql`delete from ${sql.table(table)} where tenant_id = ${tx.tenantId} and (${theirs})`.execute(tx)
    return
  }
  const emptied = sql.join(
    Object.entries(becomes.empty).map(([column, value]) => sql`${sql.ref(column)} = ${sql.raw(value)}`),
  )
  await sql`update ${sql.table(table)} set ${emptied} where tenant_id = ${tx.tenantId} and (${theirs})`.execute(
    tx,
  )
}

function isOneOf(column: string, kind: FoundBy, keys: Keys): RawBuilder<SqlBool> {
  const type = sql.raw(kind === 'documents' || kind === 'complainants' ? 'bytea' : 'uuid')
  return sql<SqlBool>`${sql.ref(column)} = any(${keys[kind]}::${type}[])`
}

async function noteErasures(
  tx: Tx,
  recordIds: readonly string[],
  note: { basis: string; requestId: string | null; erasedBy: string | null },
): Promise<void> {
  await sql`
    insert into person_erasures (tenant_id, person_id, basis, request_id, erased_by)
    select ${tx.tenantId}::uuid, id, ${note.basis}, ${note.requestId}::uuid, ${note.erasedBy}::uuid from unnest(${recordIds}::uuid[]) r (id)
    on conflict do nothing`.execute(tx)
}
