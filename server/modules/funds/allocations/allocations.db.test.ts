import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AllocationRow, AllocationShareRow } from '#contract/funds-allocations.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'

interface Answer {
  allocationId: string
  error: { code: string }
}
type Whole = AllocationRow & { shares: AllocationShareRow[] }

async function makeOffice() {
  const tenant = await makeTenant()
  const at = (post: string, place = tenant.federationId) => tenant.officer(post, place)
  return {
    tenant,
    maker: await at('federation_officer'),
    decider: await at('federation_officer'),
    street: await at('street_officer', tenant.north.streetId),
  }
}
type Office = Awaited<ReturnType<typeof makeOffice>>

const make = ({ tenant, maker }: Office, more: object = {}) =>
  maker.post<Answer>('/allocations', {
    organisationId: tenant.federationId,
    year: 2026,
    totalFen: 400_001,
    documentNo: '甬北工〔2026〕31号',
    unions: [
      { unionId: tenant.north.unionId, class: 'two_new_small', workers: 100 },
      { unionId: tenant.south.unionId, class: 'standard', workers: 250 },
    ],
    ...more,
  })

const decide = (client: TestClient, allocationId: string, outcome = 'approved') =>
  client.post<Answer>(`/allocations/${allocationId}/decision`, { outcome })

const read = async (client: TestClient, allocationId: string) =>
  (await client.get<Whole>(`/allocations/${allocationId}`)).body

const spend = (client: TestClient, shareId: string, more: object = {}) =>
  client.post<Answer>(`/allocation-shares/${shareId}/spending`, {
    amountFen: 100_000,
    onWorkersFen: 66_667,
    spentOn: '2026-05-08',
    voucherNo: '凭证 2026-51',
    ...more,
  })

test('a sum is shared by class and workers to the fen, and another officer approves it', async () => {
  const office = await makeOffice()
  const { allocationId } = (await make(office)).body
  assert.equal((await make(office)).body.error.code, 'allocations.document_used')
  const { shares, state } = await read(office.maker, allocationId)
  assert.deepEqual(
    [state, ...shares.map(({ amountFen }) => amountFen)],
    ['waiting', 250_001, 150_000],
    'the fen that is left goes to the largest remainder',
  )
  assert.equal((await decide(office.maker, allocationId)).body.error.code, 'allocations.same_hand')
  assert.equal((await decide(office.decider, allocationId)).status, 200)
  assert.equal((await decide(office.decider, allocationId)).status, 409)
})

test('unknown classes, a union named twice and what is no basic union are refused', async () => {
  const office = await makeOffice()
  const { north, federationId } = office.tenant
  const union = { unionId: north.unionId, class: 'standard', workers: 1 }
  const codeOf = async (...unions: object[]) => (await make(office, { unions })).body.error.code
  assert.equal(await codeOf({ ...union, class: 'golden' }), 'allocations.unknown_class')
  assert.equal(await codeOf(union, union), 'allocations.union_twice')
  assert.equal(await codeOf({ ...union, unionId: federationId }), 'allocations.not_basic_unions')
})

test('the share spent directly on workers is shown by union and in all; nobody spends more than they got', async () => {
  const office = await makeOffice()
  const { allocationId } = (await make(office)).body
  const shareOf = async (unionId: string) =>
    (await read(office.maker, allocationId)).shares.find((share) => share.unionId === unionId)!
  const { id } = await shareOf(office.tenant.north.unionId)
  assert.equal((await spend(office.street, id)).body.error.code, 'allocations.not_approved')
  await decide(office.decider, allocationId)
  assert.equal((await spend(office.street, id)).status, 201)
  assert.equal(
    (await spend(office.street, id, { amountFen: 1, onWorkersFen: 0 })).status,
    409,
    'same voucher',
  )
  const next = { voucherNo: '凭证 2026-52' }
  assert.equal((await spend(office.street, id, { ...next, amountFen: 50_001 })).status, 400)
  const over = { ...next, amountFen: 50_001, onWorkersFen: 0 }
  assert.equal((await spend(office.street, id, over)).body.error.code, 'allocations.too_much')
  assert.equal((await spend(office.street, id, { ...over, amountFen: 50_000 })).status, 201)
  assert.equal((await shareOf(office.tenant.north.unionId)).directBasisPoints, 4_444)
  assert.equal((await shareOf(office.tenant.south.unionId)).directBasisPoints, null)
  assert.equal((await read(office.maker, allocationId)).onWorkersFen, 66_667)
})

test('another street spends nothing of it, and a street officer allocates nothing', async () => {
  const office = await makeOffice()
  const { allocationId } = (await make(office)).body
  await decide(office.decider, allocationId)
  const { shares } = await read(office.maker, allocationId)
  const mine = shares.find(({ unionId }) => unionId === office.tenant.north.unionId)!
  const south = await office.tenant.officer('street_officer', office.tenant.south.streetId)
  assert.equal((await spend(south, mine.id)).status, 404)
  assert.equal((await south.get(`/allocations/${allocationId}`)).status, 404)
  assert.equal((await make({ ...office, maker: south })).status, 403)
})
