import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DuesRow } from '#contract/funds-dues.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'

interface Answer {
  duesId: string
  dueFen: number
  error: { code: string }
}

async function makeUnion() {
  const tenant = await makeTenant()
  return { tenant, chair: await tenant.officer('union_chair', tenant.north.unionId) }
}
type Union = Awaited<ReturnType<typeof makeUnion>>

const record = ({ tenant, chair }: Union, more: object = {}) =>
  chair.post<Answer>('/dues', {
    unionId: tenant.north.unionId,
    month: '2026-03',
    wagesFen: [600_999, 999],
    receivedFen: 3_000,
    receivedOn: '2026-04-02',
    voucherNo: '会费 3 月',
    ...more,
  })

const list = async (client: TestClient) =>
  (await client.get<{ items: DuesRow[] }>('/dues?month=2026-03')).body.items

test('a chair records the dues of a month from wages without names; all of them stay at the union', async () => {
  const union = await makeUnion()
  assert.equal((await record(union, { receivedFen: 3_001 })).body.error.code, 'dues.too_much')
  const { status, body } = await record(union)
  assert.deepEqual([status, body.dueFen], [201, 3_000])
  const [row] = await list(union.chair)
  assert.deepEqual([row!.members, row!.dueFen, row!.receivedFen], [2, 3_000, 3_000])
  assert.equal((await record(union)).body.error.code, 'dues.recorded_already')
  const withdraw = () =>
    union.chair.post<Answer>(`/dues/${body.duesId}/withdrawal`, { reason: '人数登记错了' })
  assert.equal((await withdraw()).status, 200)
  assert.equal((await withdraw()).status, 409)
  assert.deepEqual(await list(union.chair), [])
  assert.equal((await record(union)).status, 201)
})

test('two record one month at once: it stands once', async () => {
  const union = await makeUnion()
  const street = await union.tenant.officer('street_officer', union.tenant.north.streetId)
  const both = await Promise.all([record(union), record({ ...union, chair: street })])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409])
})

test('another union, what is no basic union, and a month to come are refused', async () => {
  const union = await makeUnion()
  const { south, federationId } = union.tenant
  assert.equal((await record(union, { unionId: south.unionId })).status, 404)
  assert.equal((await record(union, { month: '2099-01' })).status, 400)
  const district = await union.tenant.officer('federation_officer', federationId)
  const wrong = await record({ ...union, chair: district }, { unionId: federationId })
  assert.equal(wrong.body.error.code, 'dues.not_a_basic_union')
  await record(union)
  const other = await union.tenant.officer('union_chair', south.unionId)
  assert.deepEqual(await list(other), [])
})
