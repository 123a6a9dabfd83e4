import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { writtenName } from './rules/names.ts'
import { mobileHashes, openHidden } from './secrets.ts'

/** What somebody who has not signed in says of themselves. */
export interface Claim {
  name: string
  /** The last six characters of the document number. */
  documentTail: string
  mobile: string
}

interface Sealed {
  id: string
  rootId: string
  name: string
  document: Buffer | null
  mobile: Buffer | null
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

/**
 * The records that name, end of the document and mobile all fit: one for each real person, aliases resolved. For deciding only: nothing of
 * the person is given back.
 */
export async function recordsOfClaim(tx: Tx, claim: Claim): Promise<string[]> {
  const hash = mobileHashes(tx, claim.mobile).whole
  const rows = await sealed(tx, sql`p.mobile_hash = ${hash}`)
  const fitting = rows.filter(
    (row) => sameName(row.name, claim.name) && tailOf(tx, row) === claim.documentTail.toUpperCase(),
  )
  return [...new Map(fitting.map((row) => [row.rootId, row.id])).values()]
}

/**
 * Whether the six characters are the end of the person's document number, or of the mobile where no document is known. Always false for
 * somebody of whom neither is known.
 */
export async function provesTail(tx: Tx, personId: string, tail: string): Promise<boolean> {
  const [row] = await sealed(tx, sql`p.id = ${personId}`)
  return row !== undefined && tailOf(tx, row) === tail.toUpperCase()
}

async function sealed(tx: Tx, condition: ReturnType<typeof sql>): Promise<Sealed[]> {
  const { rows } = await sql<Sealed>`
    select p.id, coalesce(alias.person_id, p.id) as "rootId", p.name, p.document_cipher as document, p.mobile_cipher as mobile,
      k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from persons p
    left join person_aliases alias on alias.tenant_id = p.tenant_id and alias.alias_id = p.id and alias.undone_at is null
    left join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id
    where p.tenant_id = ${tx.tenantId} and ${condition}`.execute(tx)
  return rows
}

function tailOf(tx: Tx, row: Sealed): string | null {
  const number = openHidden(tx.keys, row, row.document) ?? openHidden(tx.keys, row, row.mobile)
  return number === null || number.length < 6 ? null : number.slice(-6).toUpperCase()
}

function sameName(kept: string, typed: string): boolean {
  return writtenName(kept).toLowerCase() === writtenName(typed).toLowerCase()
}
