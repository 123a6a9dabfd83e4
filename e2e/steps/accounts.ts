import { sql } from 'kysely'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import type { World } from '../world.ts'

/** Lets somebody of the roll of an election sign in as `role@tenant`, like the accounts of the demo. */
export async function giveAccount(
  world: World,
  tenant: string,
  { role, electionId, entryNo }: { role: string; electionId: string; entryNo: number },
): Promise<void> {
  const login = `${role}@${tenant}`
  const passwordHash = await hashPassword(demoPassword(login))
  await world.inside(tenant, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select person_id as id from election_roll_entries
      where tenant_id = ${tx.tenantId} and election_id = ${electionId} and entry_no = ${entryNo}`.execute(tx)
    const loginHash = keyedHash(tx.keys, 'login', '', login)
    await insertAccount(tx, { id: newId(), personId: rows[0]!.id, passwordHash, loginHash })
  })
}
