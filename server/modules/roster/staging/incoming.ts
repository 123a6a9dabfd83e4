import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { preparedColumns } from './prepared-row.ts'
import type { AmendedRow } from './worker-messages.ts'

/** The columns of the temporary table, in the order of the COPY. */
export const incomingColumns = preparedColumns.map(([name]) => name).join(', ')

/** A temporary table for what the file's thread sends: COPY does not go into tables with row security. */
export async function createIncoming(tx: Tx): Promise<void> {
  const columns = preparedColumns.map(([name, type]) => `${name} ${type}`).join(', ')
  await tx.client.query(`create temp table incoming (${columns}) on commit drop`)
}

/**
 * Moves the waiting rows behind row security, each with the person already known by its number. What is to become of a known person's
 * row is settled by the comparison afterwards; here it waits as `same`.
 */
export async function moveIncoming(tx: Tx, importId: string): Promise<void> {
  const columns = preparedColumns.map(([name]) => `i.${name}`).join(', ')
  await sql`
    insert into import_rows (tenant_id, import_id, bucket, existing_person_id, ${sql.raw(incomingColumns)})
    select ${tx.tenantId}::uuid, ${importId}::uuid,
      case when i.outcome <> 'accepted' then i.outcome when p.id is null then 'new' else 'same' end, p.id, ${sql.raw(columns)}
    from incoming i
    left join persons p on p.tenant_id = ${tx.tenantId} and p.document_hash = i.document_hash`.execute(tx)
  await sql`truncate incoming`.execute(tx)
}

/** Adds what only shows once the whole file is read: the same person twice, the same mobile twice. */
export async function amendIncoming(tx: Tx, importId: string, amended: readonly AmendedRow[]): Promise<void> {
  for (let at = 0; at < amended.length; at += 2000)
    await amendSome(tx, importId, amended.slice(at, at + 2000))
}

async function amendSome(tx: Tx, importId: string, amended: readonly AmendedRow[]): Promise<void> {
  const rows = amended.map((row) => ({
    row_id: row.rowId,
    known: row.known,
    codes: row.codes,
    warnings: row.warnings,
  }))
  await sql`
    update import_rows r set
      known = array(select jsonb_array_elements_text(a.known)),
      warnings = array(select jsonb_array_elements_text(a.warnings)),
      codes = array(select distinct code from unnest(r.codes || array(select jsonb_array_elements_text(a.codes))) as code order by 1),
      outcome = case when r.outcome = 'accepted' and a.known <> '[]' then 'review' else r.outcome end,
      bucket = case when r.outcome = 'accepted' and a.known <> '[]' then 'review' else r.bucket end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (row_id int, known jsonb, codes jsonb, warnings jsonb)
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId} and r.row_id = a.row_id`.execute(tx)
}
