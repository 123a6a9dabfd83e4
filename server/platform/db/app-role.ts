import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { PlainSentence } from '../plain-sentence.ts'

/** The database role of the running server: it logs in, owns nothing and cannot pass row security. */
export const appRole = 'gonghui_app'

/** The database role that holds the urn of secret votes and nothing else: the app role cannot read there, and this one nowhere else. */
const urnRole = 'gonghui_urn'

/** Follows from the key file, so that it is stored nowhere. */
function rolePassword(role: string, hashKey: Buffer): string {
  const use = role === appRole ? 'gonghui app role password' : `${role} role password`
  return createHmac('sha256', hashKey).update(use).digest('base64url')
}

/** Tells two key files apart without telling anything of the keys: kept in the database. */
export function keyFingerprint(hashKey: Buffer): string {
  return createHmac('sha256', hashKey).update('gonghui key fingerprint').digest('hex').slice(0, 32)
}

/** The owner's address with the app role instead of the owner. */
export function appUrlOf(ownerUrl: string, hashKey: Buffer): string {
  return urlAs(appRole, ownerUrl, hashKey)
}

/** The same database's address with the role of the urn. */
export function urnUrlOf(databaseUrl: string, hashKey: Buffer): string {
  return urlAs(urnRole, databaseUrl, hashKey)
}

function urlAs(role: string, databaseUrl: string, hashKey: Buffer): string {
  const url = new URL(databaseUrl)
  const password = rolePassword(role, hashKey)
  if (url.host === '') {
    // Addresses of a socket (postgres:///name?host=/run/postgresql) have no place for a user before the host.
    url.searchParams.set('user', role)
    url.searchParams.set('password', password)
    return url.href
  }
  url.searchParams.delete('user')
  url.searchParams.delete('password')
  url.username = role
  url.password = password
  return url.href
}

/**
 * Makes the roles of the server or gives them the passwords of this key file. The caller holds the migration lock.
 * @throws PlainSentence when the address's user may not make roles.
 */
export async function ensureRoles(client: pg.Client, hashKey: Buffer): Promise<void> {
  for (const role of [urnRole, appRole]) await ensureRole(client, role, hashKey)
  await client.query(`comment on role ${appRole} is '${keyFingerprint(hashKey)}'`)
  const { rows } = await client.query('select current_database() as name')
  await client.query(
    `grant connect on database ${client.escapeIdentifier(rows[0].name)} to ${appRole}, ${urnRole}`,
  )
  await client.query(`grant usage on schema public to ${appRole}`)
}

async function ensureRole(client: pg.Client, role: string, hashKey: Buffer): Promise<void> {
  const verb = (await roleExists(client, role)) ? 'alter' : 'create'
  const password = client.escapeLiteral(rolePassword(role, hashKey))
  try {
    await client.query(`${verb} role ${role} login noinherit password ${password}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new PlainSentence(
      `The user of DATABASE_URL may not ${verb} the role ${role}: give it CREATEROLE ("alter role NAME createrole"), and start again.`,
    )
  }
}

async function roleExists(client: pg.Client, role: string): Promise<boolean> {
  return (await client.query('select from pg_roles where rolname = $1', [role])).rowCount === 1
}
