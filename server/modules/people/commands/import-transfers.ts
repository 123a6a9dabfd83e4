import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { lockPersons } from '../memberships.ts'
import { familyRecords, findTransfers, personsInTransit, unionsToday, waits } from '../transfer-store.ts'
import { requestTransfers } from './request-transfers.ts'
import { settleTransfers } from './settle-transfers.ts'

/** Persons a roster names as members of other unions than they belong to. */
export interface RosterTransfers {
  importId: string
  persons: readonly { personId: string; toUnionId: string }[]
}

/** Asks for the transfers a roster speaks of, at the unions of today; who is on the way already is passed over. Returns how many. */
export async function requestTransfersOfImport(
  tx: Tx,
  author: Author,
  { importId, persons }: RosterTransfers,
): Promise<number> {
  const ids = persons.map((one) => one.personId)
  const records = await familyRecords(tx, ids)
  await lockPersons(tx, [...records.values()].flat())
  const unions = await unionsToday(tx, ids)
  const inTransit = await personsInTransit(tx, ids)
  const wanted = persons.filter(
    ({ personId, toUnionId }) =>
      !inTransit.has(personId) && unions.has(personId) && unions.get(personId) !== toUnionId,
  )
  for (const [toUnionId, some] of Map.groupBy(wanted, (one) => one.toUnionId))
    await requestTransfers(tx, author, {
      persons: some.map(({ personId }) => ({ personId, fromUnionId: unions.get(personId)! })),
      toUnionId,
      askedBy: 'union_to_come',
      reason: null,
      importId,
    })
  return wanted.length
}

/** Takes back the transfers of an import that nobody has settled yet, when the import is taken back. */
export async function withdrawTransfersOfImport(tx: Tx, author: Author, importId: string): Promise<void> {
  const open = async () =>
    (
      await sql<{ id: string }>`
        select t.id from transfers t where t.tenant_id = ${tx.tenantId} and t.import_id = ${importId} and ${waits()}`.execute(
        tx,
      )
    ).rows.map((row) => row.id)
  const found = await findTransfers(tx, await open())
  const records = await familyRecords(
    tx,
    found.map((one) => one.personId),
  )
  await lockPersons(tx, [...records.values()].flat())
  const still = new Set(await open())
  await settleTransfers(tx, author, {
    transferIds: found.map((one) => one.id).filter((id) => still.has(id)),
    step: 'withdrawn',
    bySide: 'union_to_come',
    reason: null,
  })
}
