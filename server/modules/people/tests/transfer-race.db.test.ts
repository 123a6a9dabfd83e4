import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { memberIndexDifferences } from '../index.ts'
import { makeMembers } from './make-members.ts'

const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }
const rounds = 8

interface Desk {
  tenant: TestTenant
  north: TestClient
  south: TestClient[]
}

async function desks(): Promise<Desk> {
  const tenant = await makeTenant()
  const at = (unionId: string) => tenant.officer('union_chair', unionId)
  const south = [await at(tenant.south.unionId), await at(tenant.south.unionId)]
  return { tenant, north: await at(tenant.north.unionId), south }
}

async function released({ tenant, north }: Desk): Promise<string> {
  const [personId] = await tenant.inside((tx) =>
    makeMembers(tx, [{ name: '王竞争', unionId: tenant.north.unionId }]),
  )
  const { body } = await north.post<{ transferId: string }>(`/members/${personId}/transfer`, {
    toUnionId: tenant.south.unionId,
    on: '2024-01-01',
  })
  return body.transferId
}

/** Two officers accept and the union that asked takes it back, all at the same moment; gives the answers. */
async function allAtOnce(desk: Desk, id: string): Promise<number[]> {
  const answers = await Promise.all([
    desk.south[0]!.post(`/transfers/${id}/acceptance`),
    desk.south[1]!.post(`/transfers/${id}/acceptance`),
    desk.north.post(`/transfers/${id}/withdrawal`),
  ])
  return answers.map(({ status }) => status)
}

async function endsOf(tenant: TestTenant, id: string): Promise<number> {
  return tenant.inside(async (tx) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from transfer_steps where tenant_id = ${tx.tenantId} and transfer_id = ${id}
        and step in ('accepted', 'withdrawn')`.execute(tx)
    return rows[0]!.count
  })
}

test('acceptance, a second one and withdrawal at the same moment: exactly one of them happens', async () => {
  const desk = await desks()
  for (let round = 0; round < rounds; round++) {
    const id = await released(desk)
    assert.deepEqual((await allAtOnce(desk, id)).sort(), [200, 409, 409])
    assert.equal(await endsOf(desk.tenant, id), 1)
  }
  assert.deepEqual(await desk.tenant.inside(memberIndexDifferences), right)
})

test('control: with the lock of the person blinded and the last guard gone, a transfer ends twice', async () => {
  const { owner } = await testServer()
  // A row that a policy hides from updates is not locked either: the commands run unchanged, their lock finds nothing.
  await owner.query('create policy blind on persons as restrictive for update using (false)')
  await owner.query('drop index transfer_steps_end_key')
  const desk = await desks()
  let doubled = 0
  for (let round = 0; round < 10 * rounds && doubled === 0; round++) {
    const id = await released(desk)
    await allAtOnce(desk, id)
    doubled += (await endsOf(desk.tenant, id)) > 1 ? 1 : 0
  }
  assert.ok(doubled > 0, 'the race was never met: the test proves nothing')
})
