import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ContributionMovementKind } from '#contract/funds-contributions.ts'
import type { MeasureAnswer, MeasureRow } from '#contract/measures.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { TestClient } from '#server/test/client.ts'
import { makePerson, makeTenant, type TestStreet } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import {
  insertContribution,
  insertContributionMovement,
  insertMovementReversal,
} from '../contributions/store.ts'

const measure = 'contributions_received_fen'

async function ask(client: TestClient, query = ''): Promise<MeasureAnswer> {
  const { status, body } = await client.get<MeasureAnswer>(`/measures/${measure}?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

const partsOf = async (client: TestClient, by: string) =>
  Object.fromEntries((await ask(client, `by=${by}`)).groups!.map(({ key, value }) => [key, value]))

/** Two unions with contributions over two years: receipts, one taken back, and money that is no receipt. */
async function stage() {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const hand = { appointment: null, personId: await makePerson(tx, { name: '林测试' }) } as Actor
    const contribute = ({ unionId, employerId }: TestStreet, month: string) =>
      insertContribution(tx, hand, {
        organisationId: unionId,
        employerId,
        month,
        kind: 'regular',
        way: 'through_basic',
        wageBaseFen: 500_000,
        dueFen: 10_000,
        dueOn: `${month}-28`,
        returnBasisPoints: 0,
        rules: {},
        shares: [{ level: 'basic', basisPoints: 10_000, amountFen: 10_000 }],
      })
    let voucher = 0
    const move = (
      contributionId: string,
      amountFen: number,
      movedOn: string,
      kind: ContributionMovementKind = 'receipt',
    ) =>
      insertContributionMovement(tx, hand, {
        contributionId,
        kind,
        amountFen,
        movedOn,
        voucherNo: `凭证 ${(voucher += 1)}`,
      })
    const north = await contribute(tenant.north, '2024-11')
    await move(north, 4_000, '2024-12-31')
    await move(north, 5_000, '2025-01-01')
    const mistake = await move(north, 700, '2025-01-02')
    await insertMovementReversal(tx, hand, { movementId: mistake, reason: '登记错了' })
    await move(north, 3_600, '2025-01-03', 'remittance')
    await move(north, 12, '2025-01-03', 'late_fee')
    await move(await contribute(tenant.south, '2025-02'), 2_500, '2025-03-10')
  })
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  return { tenant, district, street }
}

test('contributions received: receipts that stand, by year, unit and day, and opened to their rows', async () => {
  const { tenant, district } = await stage()
  assert.equal((await ask(district)).total, 11_500)
  assert.deepEqual(await partsOf(district, 'year'), { 2024: 4_000, 2025: 7_500 })
  assert.equal((await ask(district, 'asOf=2024-12-31')).total, 4_000)
  assert.equal((await ask(district, 'from=2025-01-01&to=2025-01-31')).total, 5_000)
  const byUnit = await partsOf(district, 'organisation')
  assert.deepEqual([byUnit[tenant.north.streetId], byUnit[tenant.south.streetId]], [9_000, 2_500])
  const { body } = await district.get<{ items: MeasureRow[] }>(`/measures/${measure}/rows?limit=200`)
  assert.deepEqual(
    body.items.map(({ value }) => value).toSorted((a, b) => a - b),
    [2_500, 4_000, 5_000],
  )
})

test('contributions received equal a count over the vouchers alone', async () => {
  const { tenant, district } = await stage()
  const { owner } = await testServer()
  const { rows } = await owner.query<{ value: number }>(
    `select sum(amount_fen)::int as value from (
      select id, amount_fen from contribution_movements where tenant_id = $1 and kind = 'receipt'
      except select m.id, m.amount_fen from contribution_movements m join contribution_movement_reversals r on r.movement_id = m.id) standing`,
    [tenant.id],
  )
  assert.equal((await ask(district)).total, rows[0]!.value)
})

test('a street is told what came in below it, and of nothing beside it', async () => {
  const { tenant, street } = await stage()
  assert.equal((await ask(street)).total, 9_000)
  const beside = await street.get(`/measures/${measure}?organisationId=${tenant.south.streetId}`)
  assert.equal(beside.status, 404)
})
