import { sql, type RawBuilder } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { BreachRow, operations } from '#contract/privacy-records.ts'
import { inScope, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { openText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

/** Breaches within scope, the latest first. */
export async function listBreaches(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listBreaches']>,
): Promise<OutputOf<(typeof operations)['listBreaches']>> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const scope = inScope(tx, { actor, permission: 'privacy.manage' }, sql.ref('b.organisation_id'))
  const rows = await breachesOf(
    tx,
    sql`${scope} and (${after} = '' or b.id < nullif(${after}, '')::uuid) order by b.id desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null }
}

/** Breaches that a condition finds, with how many persons each touches and the steps taken. */
export async function breachesOf(tx: Tx, condition: RawBuilder<unknown>): Promise<BreachRow[]> {
  const { rows } = await sql<Omit<BreachRow, 'noticedAt'> & { noticedAt: Date }>`
    select b.id, b.organisation_id as "organisationId", o.name as "organisationName", b.noticed_at as "noticedAt", b.kinds, b.cause, b.harm, b.remedy,
      (select count(*)::int from breach_persons p where p.tenant_id = b.tenant_id and p.breach_id = b.id) as persons,
      coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'note', s.note, 'takenAt',
        to_char(s.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by s.taken_at)
        from breach_steps s where s.tenant_id = b.tenant_id and s.breach_id = b.id), '[]') as steps
    from breaches b cross join lateral (
      select name from organisation_profiles p where p.tenant_id = b.tenant_id and p.organisation_id = b.organisation_id and p.superseded_at is null
      order by p.starts_on desc limit 1) o
    where b.tenant_id = ${tx.tenantId} and ${condition}`.execute(tx)
  return rows.map((row) => ({ ...row, noticedAt: row.noticedAt.toISOString() }))
}

/** Whom a breach touches, to be told: name, union and the masked mobile. */
export async function listBreachPersons(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listBreachPersons']>,
): Promise<OutputOf<(typeof operations)['listBreachPersons']>> {
  const [breach] = await breachesOf(tx, sql`b.id = ${input.breachId}`)
  await mustReach(tx, { actor, permission: 'privacy.manage' }, found(breach).organisationId)
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const { rows } = await sql<PersonRow>`
    select p.id as "personId", p.name, u.name as "unionName", p.mobile_cipher as cipher, k.wrapped_key as wrapped, k.master_key_id as "keyId"
    from breach_persons b join persons p on p.tenant_id = b.tenant_id and p.id = b.person_id
    left join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id
    left join member_index m on m.tenant_id = p.tenant_id and m.person_id = p.id
    left join lateral (select name from organisation_profiles o where o.tenant_id = m.tenant_id and o.organisation_id = m.union_id
      and o.superseded_at is null order by o.starts_on desc limit 1) u on true
    where b.tenant_id = ${tx.tenantId} and b.breach_id = ${input.breachId} and (${after} = '' or b.person_id > nullif(${after}, '')::uuid)
    order by b.person_id limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  return {
    items: page.map((row) => ({
      personId: row.personId,
      name: row.name,
      unionName: row.unionName,
      mobile: tailOf(tx, row),
    })),
    nextCursor: rows.length > limit ? writeCursor([page.at(-1)!.personId]) : null,
    total: breach!.persons,
  }
}

interface PersonRow {
  personId: string
  name: string
  unionName: string | null
  cipher: Buffer | null
  wrapped: Buffer | null
  keyId: number | null
}

function tailOf(tx: Tx, { cipher, wrapped, keyId }: PersonRow): string | null {
  if (cipher === null || wrapped === null || keyId === null) return null
  return `*******${openText(unwrapKey(tx.keys, wrapped, keyId), cipher).slice(-4)}`
}
