import type { ActivationTicket } from '#contract/activation.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { accountOfPerson } from '#server/modules/accounts/index.ts'
import { newSecret, secretHash } from './secrets.ts'
import { insertTicket, type Source } from './store.ts'

/** Gives whoever has proved to be a person the ticket to choose log-in and password. */
export async function giveTicket(
  tx: Tx,
  proof: { personId: string; source: Source; sourceId: string | null },
): Promise<ActivationTicket> {
  const { personId, recordIds } = found(await personRecords(tx, proof.personId))
  const { name } = await tx
    .selectFrom('persons')
    .select('name')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const ticket = newSecret()
  await insertTicket(tx, secretHash(tx.keys, ticket), proof)
  const account = await accountOfPerson(tx, recordIds)
  return { ticket, name, hasAccount: account !== null }
}
