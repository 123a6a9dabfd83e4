import { sql } from 'kysely'
import { createTasks } from '#server/modules/inbox/index.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { ImportHead } from '../store.ts'

/** A person of the file who is a member elsewhere: one task for the union that must let them go (C2). Never an overwrite. */
export async function proposeTransfers(tx: Tx, author: Author, imported: ImportHead): Promise<string[]> {
  const { rows } = await sql<{ person_id: string; from_union_id: string; to_union_id: string }>`
    select r.existing_person_id as person_id, i.union_id as from_union_id, r.union_id as to_union_id
    from import_rows r join member_index i on i.tenant_id = r.tenant_id and i.person_id = r.existing_person_id
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${imported.id} and r.bucket = 'transfer' order by r.row_id`.execute(
    tx,
  )
  return createTasks(
    tx,
    author,
    rows.map((row) => ({
      kind: 'roster.transfer_proposed',
      organisationId: row.from_union_id,
      permission: 'people.write',
      subjectId: row.person_id,
      params: { importId: imported.id, toUnionId: row.to_union_id },
      dueOn: null,
    })),
  )
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
