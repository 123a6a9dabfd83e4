import { sql } from 'kysely'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import { makeAppointment, makePerson } from '#server/test/makers.ts'
import type { World } from './world.ts'

/** Somebody with an office whom a journey brings along: name, post, and the organisation by its name. */
export interface Colleague {
  role: string
  name: string
  post: string
  organisation: string
}

/** Gives a tenant of the demo more officers, each able to sign in as `role@tenant` like the demo's own. */
export async function bringColleagues(
  world: World,
  tenant: string,
  colleagues: readonly Colleague[],
): Promise<void> {
  for (const { role, name, post, organisation } of colleagues) {
    const login = `${role}@${tenant}`
    const passwordHash = await hashPassword(demoPassword(login))
    await world.inside(tenant, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select organisation_id as id from organisation_profiles
        where tenant_id = ${tx.tenantId} and name = ${organisation} and superseded_at is null limit 1`.execute(
        tx,
      )
      const personId = await makePerson(tx, { name })
      await makeAppointment(tx, personId, {
        post,
        organisationId: rows[0]!.id,
        startsOn: '2026-01-01',
        endsBefore: null,
      })
      await insertAccount(tx, {
        id: newId(),
        personId,
        passwordHash,
        loginHash: keyedHash(tx.keys, 'login', '', login),
      })
    })
  }
}
