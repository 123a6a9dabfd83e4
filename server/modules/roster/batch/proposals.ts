import { sql } from 'kysely'
import { createTasks } from '#server/modules/inbox/index.ts'
import { requestTransfersOfImport } from '#server/modules/people/index.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { ImportHead } from '../store.ts'

/** A person of the file who is a member elsewhere: a transfer that the union of today must release (C2), never an overwrite. Returns how many. */
export async function proposeTransfers(tx: Tx, author: Author, imported: ImportHead): Promise<number> {
  const { rows } = await sql<{ personId: string; toUnionId: string }>`
    select r.existing_person_id as "personId", r.union_id as "toUnionId" from import_rows r
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${imported.id} and r.bucket = 'transfer' order by r.row_id`.execute(
    tx,
  )
  return requestTransfersOfImport(tx, author, { importId: imported.id, persons: rows })
}

/** Members whom a full list does not name: one task with their number, never an ending. */
export async function proposeLeavers(tx: Tx, author: Author, imported: ImportHead): Promise<string[]> {
  const count = imported.counts?.leavers ?? 0
  if (count === 0) return []
  return createTasks(tx, author, [
    {
      kind: 'roster.leavers_proposed',
      organisationId: imported.organisationId,
      permission: 'people.write',
      subjectId: imported.id,
      params: { importId: imported.id, count },
      dueOn: null,
    },
  ])
}
