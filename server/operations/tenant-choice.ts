import type pg from 'pg'
import { PlainSentence } from '../platform/plain-sentence.ts'

/**
 * The tenant a command means: the one of the code, or the only one there is.
 * @throws PlainSentence listing the codes when that is not clear.
 */
export async function chooseTenant(client: pg.Pool, code: string | undefined): Promise<string> {
  const { rows } = await client.query<{ id: string; code: string }>(
    'select id, code from tenants order by code',
  )
  const chosen = code === undefined ? rows : rows.filter((tenant) => tenant.code === code)
  if (chosen.length === 1) return chosen[0]!.id
  if (rows.length === 0) throw new PlainSentence('There is no tenant yet: "npx gonghui init" makes one.')
  const codes = rows.map((tenant) => tenant.code).join(', ')
  throw new PlainSentence(`Say which tenant is meant by --tenant: ${codes}.`)
}
