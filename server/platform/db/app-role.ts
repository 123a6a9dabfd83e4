import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { PlainSentence } from '../plain-sentence.ts'

/** The database role of the running server: it logs in, owns nothing and cannot pass row security. */
export const appRole = 'gonghui_app'

/** Follows from the key file, so that it is stored nowhere. */
function appRolePassword(hashKey: Buffer): string {
  return createHmac('sha256', hashKey).update('gonghui app role password').digest('base64url')
}

/** Tells two key files apart without telling anything of the keys: kept in the database. */
export function keyFingerprint(hashKey: Buffer): string {
  return createHmac('sha256', hashKey).update('gonghui key fingerprint').digest('hex').slice(0, 32)
}

/** The owner's address with the app role instead of the owner. */
export function appUrlOf(ownerUrl: string, hashKey: Buffer): string {
  const url = new URL(ownerUrl)
  if (url.host === '') {
    // Addresses of a socket (postgres:///name?host=/run/postgresql) have no place for a user before the host.
    url.searchParams.set('user', appRole)
    url.searchParams.set('password', appRolePassword(hashKey))
    return url.href
  }
  url.searchParams.delete('user')
  url.searchParams.delete('password')
  url.username = appRole
  url.password = appRolePassword(hashKey)
  return url.href
}

/**
 * Makes the app role or gives it the password of this key file. The caller holds the migration lock.
 * @throws PlainSentence when the address's user may not make roles.
 */
export async function ensureAppRole(client: pg.Client, hashKey: Buffer): Promise<void> {
  const verb = (await roleExists(client)) ? 'alter' : 'create'
  const password = client.escapeLiteral(appRolePassword(hashKey))
  try {
    await client.query(`${verb} role ${appRole} login noinherit password ${password}`)
    await client.query(`comment on role ${appRole} is '${keyFingerprint(hashKey)}'`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new PlainSentence(
      `The user of DATABASE_URL may not ${verb} the role ${appRole}: give it CREATEROLE ("alter role NAME createrole"), and start again.`,
    )
  }
  const { rows } = await client.query('select current_database() as name')
  await client.query(`grant connect on database ${client.escapeIdentifier(rows[0].name)} to ${appRole}`)
  await client.query(`grant usage on schema public to ${appRole}`)
}

async function roleExists(client: pg.Client): Promise<boolean> {
  return (await client.query('select from pg_roles where rolname = $1', [appRole])).rowCount === 1
}
