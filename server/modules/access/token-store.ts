import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Pool } from '#server/platform/db/pool.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A token as it is written: its secret only as a hash. */
export interface NewToken {
  id: string
  tokenHash: Buffer
  appointmentId: string
  name: string
  permissions: readonly string[]
  endsBefore: string
}

/** Adds a token, and the hash by which it is found before the tenant is known. */
export async function insertToken(tx: Tx, actor: Actor, token: NewToken): Promise<void> {
  await tx
    .insertInto('api_tokens')
    .values({
      tenant_id: tx.tenantId,
      id: token.id,
      account_id: actor.accountId,
      appointment_id: token.appointmentId,
      name: token.name,
      permissions: [...token.permissions],
      ends_before: token.endsBefore,
    })
    .execute()
  await tx
    .insertInto('token_directory')
    .values({
      token_hash: token.tokenHash,
      tenant_id: tx.tenantId,
      token_id: token.id,
      ends_before: token.endsBefore,
    })
    .execute()
}

/** Tokens that still work, of an account or of an appointment, locked in one order. */
export async function lockWorkingTokens(
  tx: Tx,
  of: { column: 'account_id' | 'appointment_id'; id: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from api_tokens t join token_directory d on d.tenant_id = t.tenant_id and d.token_id = t.id
    where t.tenant_id = ${tx.tenantId} and t.${sql.ref(of.column)} = ${of.id} and app_today() < d.ends_before order by t.id for update of d`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** The appointment a token of one account works as, or null: somebody else's token is not there. */
export async function findToken(
  tx: Tx,
  of: { tokenId: string; accountId: string },
): Promise<{ id: string; appointmentId: string } | null> {
  const row = await tx
    .selectFrom('api_tokens')
    .select(['id', 'appointment_id as appointmentId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', of.tokenId)
    .where('account_id', '=', of.accountId)
    .executeTakeFirst()
  return row ?? null
}

/** Ends a token at once: it is not found any more, and a row says who ended it and why. Ending it twice is a conflict. */
export async function insertTokenEnding(
  tx: Tx,
  author: Author,
  ended: { tokenId: string; reason: string },
): Promise<void> {
  await tx
    .insertInto('api_token_endings')
    .values({
      tenant_id: tx.tenantId,
      token_id: ended.tokenId,
      reason: ended.reason,
      ended_by: author?.appointment?.id ?? null,
    })
    .execute()
  await tx
    .deleteFrom('token_directory')
    .where('tenant_id', '=', tx.tenantId)
    .where('token_id', '=', ended.tokenId)
    .execute()
}

/** What a token's hash says before its powers are known; undefined when it is unknown, revoked or over. */
export interface DirectoryRow {
  tenant_id: string
  token_id: string
  access_version: number
  turned_on: string
  today: string
  unused_today: boolean
}

/** Looks a token up by its hash; asked for every request, so a revoked token stops at once. */
export async function findInDirectory(pool: Pool, tokenHash: Buffer): Promise<DirectoryRow | undefined> {
  const { rows } = await pool.query<DirectoryRow>({
    name: 'token_by_hash',
    text: `select d.tenant_id, d.token_id, t.access_version, t.turned_on, app_today() as today,
        d.last_used_on is distinct from app_today() as unused_today
      from token_directory d join tenants t on t.id = d.tenant_id where d.token_hash = $1 and app_today() < d.ends_before`,
    values: [tokenHash],
  })
  return rows[0]
}

/** Notes the day a token was last used: one write for each token and day. */
export async function noteUse(pool: Pool, tokenHash: Buffer): Promise<void> {
  await pool.query('update token_directory set last_used_on = app_today() where token_hash = $1', [tokenHash])
}
