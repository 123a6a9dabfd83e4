import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Contribution, ContributionRow, ContributionTotals } from '#contract/funds-contributions.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeOrganisation, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

interface Answer {
  contributionId: string
  movementId: string
  dueFen: number
  dueOn: string
  error: { code: string }
}

async function makeOffice() {
  const tenant = await makeTenant()
  return {
    tenant,
    clerk: await tenant.officer('federation_officer', tenant.federationId),
    cashier: await tenant.officer('finance_clerk', tenant.federationId),
  }
}
type Office = Awaited<ReturnType<typeof makeOffice>>

const record = ({ tenant, clerk }: Office, more: object = {}) =>
  clerk.post<Answer>('/contributions', {
    organisationId: tenant.north.unionId,
    employerId: tenant.north.employerId,
    month: '2020-03',
    kind: 'regular',
    way: 'through_basic',
    wageBaseFen: 12_345_678,
    ...more,
  })

const move = (client: TestClient, contributionId: string, more: object = {}) =>
  client.post<Answer>(`/contributions/${contributionId}/movements`, {
    kind: 'receipt',
    amountFen: 246_914,
    movedOn: '2020-04-10',
    voucherNo: '凭证 2020-31',
    ...more,
  })

const read = async (client: TestClient, contributionId: string) =>
  (await client.get<Contribution>(`/contributions/${contributionId}`)).body

const list = async (client: TestClient, query: string) =>
  (await client.get<{ items: ContributionRow[]; total: number }>(`/contributions?${query}`)).body

test('a wage base becomes what is due, by when and for whom; the base is kept', async () => {
  const office = await makeOffice()
  const { status, body } = await record(office)
  assert.deepEqual([status, body.dueFen, body.dueOn], [201, 246_914, '2020-04-15'])
  const kept = await read(office.cashier, body.contributionId)
  assert.equal(kept.wageBaseFen, 12_345_678)
  assert.deepEqual(
    kept.shares.map(({ level, amountFen }) => [level, amountFen]),
    [
      ['basic', 148_150],
      ['superior', 86_419],
      ['national', 12_345],
    ],
  )
  assert.deepEqual(
    kept.rules.map(({ key }) => key),
    [
      'contributions.due_day',
      'contributions.late_fee',
      'contributions.preparatory_return',
      'contributions.rate',
      'contributions.split.regular',
    ],
  )
})

test('what is overdue stands in the worklist until the whole came in', async () => {
  const office = await makeOffice()
  const { body } = await record(office)
  const late = await list(office.clerk, 'month=2020-03&state=overdue')
  assert.equal(late.total, 1)
  assert.ok(late.items[0]!.daysOverdue > 0)
  assert.equal((await move(office.cashier, body.contributionId, { amountFen: 246_913 })).status, 201)
  assert.equal((await list(office.clerk, 'state=overdue')).total, 1, 'a fen is missing')
  const last = { amountFen: 1, voucherNo: '凭证 2020-32' }
  assert.equal((await move(office.cashier, body.contributionId, last)).status, 201)
  assert.equal((await list(office.clerk, 'state=overdue')).total, 0)
  assert.equal((await list(office.clerk, 'month=2020-03&state=paid')).items[0]!.daysOverdue, 0)
  const more = { amountFen: 1, voucherNo: '凭证 2020-33' }
  assert.equal(
    (await move(office.cashier, body.contributionId, more)).body.error.code,
    'contributions.too_much',
  )
})

test('collected by the basic union, everybody else’s share is paid up; through tax, its own is refunded', async () => {
  const office = await makeOffice()
  for (const [way, kind, other, left] of [
    ['through_basic', 'remittance', 'refund', 98_764],
    ['through_tax', 'refund', 'remittance', 148_150],
  ] as const) {
    const month = way === 'through_basic' ? '2020-03' : '2020-04'
    const { contributionId } = (await record(office, { way, month })).body
    const pass = (more: object) => move(office.cashier, contributionId, { kind, amountFen: left, ...more })
    assert.equal((await pass({})).body.error.code, 'contributions.too_much', 'nothing came in yet')
    await move(office.cashier, contributionId)
    assert.equal((await read(office.clerk, contributionId)).toPassOnFen, left)
    assert.equal((await pass({ kind: other })).body.error.code, 'contributions.wrong_way')
    assert.equal((await pass({ amountFen: left + 1 })).body.error.code, 'contributions.too_much')
    assert.equal((await pass({})).status, 201)
    assert.equal((await read(office.clerk, contributionId)).toPassOnFen, 0)
  }
})

test('before there is a union a preparatory contribution goes to a higher one, and is returned once there is', async () => {
  const office = await makeOffice()
  const { tenant } = office
  const employerId = await tenant.inside((tx) =>
    makeOrganisation(tx, { kind: 'employer', name: '新开物流', parentId: tenant.north.streetId }),
  )
  const preparatory = {
    kind: 'preparatory',
    way: 'through_tax',
    employerId,
    organisationId: tenant.federationId,
  }
  const codeOf = async (more: object) => (await record(office, { ...preparatory, ...more })).body.error.code
  assert.equal(
    await codeOf({ kind: 'regular', organisationId: tenant.north.unionId }),
    'contributions.not_covered',
  )
  assert.equal(await codeOf({ organisationId: tenant.north.unionId }), 'contributions.wrong_union')
  assert.equal(await codeOf({ employerId: tenant.north.employerId }), 'contributions.has_a_union')
  assert.equal(await codeOf({ employerId: tenant.north.unionId }), 'contributions.not_an_employer')
  const { contributionId } = (await record(office, preparatory)).body
  await move(office.cashier, contributionId)
  const back = () => move(office.cashier, contributionId, { kind: 'return' })
  assert.equal((await back()).body.error.code, 'contributions.no_union_yet')
  assert.equal((await read(office.clerk, contributionId)).toPassOnFen, 0)
  await tenant.inside((tx) =>
    tx
      .insertInto('coverages')
      .values({
        tenant_id: tx.tenantId,
        id: employerId,
        union_id: tenant.north.unionId,
        employer_id: employerId,
        starts_on: '2021-01-01',
      })
      .execute(),
  )
  assert.equal((await read(office.clerk, contributionId)).toPassOnFen, 246_914)
  assert.equal((await back()).status, 201)
})

test('a month of an employer stands once; withdrawn it may be recorded anew, but not once money came in', async () => {
  const office = await makeOffice()
  const { body } = await record(office)
  assert.equal((await record(office)).body.error.code, 'contributions.recorded_already')
  const withdraw = (id: string) =>
    office.clerk.post<Answer>(`/contributions/${id}/withdrawal`, { reason: '基数登记错了' })
  assert.equal((await withdraw(body.contributionId)).status, 200)
  assert.equal((await withdraw(body.contributionId)).body.error.code, 'contributions.moved_on')
  assert.equal((await office.clerk.get(`/contributions/${body.contributionId}`)).status, 404)
  const again = await record(office, { wageBaseFen: 10_000_000 })
  assert.equal(again.status, 201)
  await move(office.cashier, again.body.contributionId, { amountFen: 1 })
  assert.equal((await withdraw(again.body.contributionId)).body.error.code, 'contributions.money_moved')
  assert.equal((await record(office, { month: '2099-01' })).status, 400)
})

test('two clerks record one month at once, and two cashiers one voucher: each stands once', async () => {
  const office = await makeOffice()
  const both = await Promise.all([record(office), record(office)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409])
  const { contributionId } = both.find(({ status }) => status === 201)!.body
  const half = { amountFen: 200_000 }
  const other = await office.tenant.officer('finance_clerk', office.tenant.federationId)
  const booked = await Promise.all([
    move(office.cashier, contributionId, half),
    move(other, contributionId, { ...half, voucherNo: '凭证 2020-99' }),
  ])
  assert.deepEqual(booked.map(({ status }) => status).toSorted(), [201, 422], 'never more than is due')
})

test('a receipt is taken back only as far as nothing of it was passed on, and its voucher may be booked anew', async () => {
  const office = await makeOffice()
  const { contributionId } = (await record(office)).body
  const receipt = (await move(office.cashier, contributionId)).body.movementId
  const passed = (await move(office.cashier, contributionId, { kind: 'remittance', amountFen: 98_764 })).body
  const undo = (id: string) =>
    office.cashier.post<Answer>(`/contribution-movements/${id}/reversal`, { reason: '凭证登记错了' })
  assert.equal((await undo(receipt)).body.error.code, 'contributions.passed_on_already')
  assert.equal((await undo(passed.movementId)).status, 200)
  assert.equal((await undo(passed.movementId)).status, 409)
  assert.equal((await undo(receipt)).status, 200)
  assert.equal((await read(office.clerk, contributionId)).receivedFen, 0)
  assert.equal((await move(office.cashier, contributionId)).status, 201)
  assert.equal((await read(office.clerk, contributionId)).movements.length, 3)
})

test('the register is summed, searched and taken away as a workbook; what was withdrawn stands with its reason', async () => {
  const office = await makeOffice()
  const first = (await record(office)).body.contributionId
  await office.clerk.post(`/contributions/${first}/withdrawal`, { reason: '基数登记错了' })
  const { contributionId } = (await record(office, { wageBaseFen: 10_000_000 })).body
  await move(office.cashier, contributionId, { amountFen: 50_000 })
  const totals = await office.clerk.get<ContributionTotals>('/contribution-totals?month=2020-03')
  assert.deepEqual(totals.body, {
    contributions: 1,
    dueFen: 200_000,
    receivedFen: 50_000,
    overdue: 1,
    overdueFen: 150_000,
    passedOnFen: 0,
  })
  const named = (q: string) => list(office.clerk, `q=${encodeURIComponent(q)}`)
  assert.deepEqual([(await named('北机械')).total, (await named('南机械')).total], [1, 0])
  const read1 = await read(office.clerk, contributionId)
  assert.equal(read1.withdrawn[0]!.reason, '基数登记错了')
  assert.deepEqual(read1.can, { withdraw: 'money_moved', book: 'no_power' })
  assert.equal((await read(office.cashier, contributionId)).can.book, null)
  assert.equal((await office.clerk.post('/contributions/workbook', { language: 'zh' })).status, 200)
})

test('a late fee is taken only where a rule of the region charges one, and never more than has accrued', async () => {
  const office = await makeOffice()
  const { contributionId } = (await record(office)).body
  const fee = { kind: 'late_fee', amountFen: 1, voucherNo: '滞纳金 1' }
  assert.equal((await move(office.cashier, contributionId, fee)).body.error.code, 'contributions.no_late_fee')
  assert.equal((await read(office.clerk, contributionId)).lateFee, null)
  // A region of its own, whose rule charges one: no other test lies there.
  const { owner } = await testServer()
  await owner.query(`update tenants set division_code = '509999' where id = $1`, [office.tenant.id])
  await owner.query(
    `insert into rules (id, region, key, operator, value, unit, starts_on, document, article, checked) values (gen_random_uuid(), '509999', 'contributions.late_fee', '=',
      '{"isCharged": true, "basisPointsPerDay": 50, "cap": "debt"}', 'basis points a day', '2000-01-01', '测试', '测试', 'practice') on conflict do nothing`,
  )
  const other = (await record(office, { month: '2020-04' })).body.contributionId
  const { lateFee } = await read(office.clerk, other)
  assert.deepEqual(lateFee, { accruedFen: 246_914, receivedFen: 0 }, 'capped at the debt')
  assert.equal((await move(office.cashier, other, { ...fee, amountFen: 246_914 })).status, 201)
  assert.equal((await move(office.cashier, other, { ...fee, voucherNo: '滞纳金 2' })).status, 422)
  const after = await read(office.clerk, other)
  assert.deepEqual([after.receivedFen, after.passedOnFen, after.state], [0, 0, 'overdue'])
})

test('neither another street sees it nor whoever recorded the base books its money', async () => {
  const office = await makeOffice()
  const { contributionId } = (await record(office)).body
  assert.equal((await move(office.clerk, contributionId)).status, 403)
  const south = await office.tenant.officer('street_officer', office.tenant.south.streetId)
  assert.equal((await south.get(`/contributions/${contributionId}`)).status, 404)
  assert.deepEqual((await list(south, 'month=2020-03')).items, [])
  const auditor = await office.tenant.officer('audit_committee_member', office.tenant.federationId)
  assert.equal((await list(auditor, 'month=2020-03')).total, 1)
  const chair = await office.tenant.officer('union_chair', office.tenant.north.unionId)
  assert.equal((await list(chair, 'month=2020-03')).total, 1, 'a chair sees the own register')
  assert.equal((await move(chair, contributionId)).status, 403)
})

test('the database itself refuses shares that miss the contribution by a fen', async () => {
  const office = await makeOffice()
  const { contributionId } = (await record(office)).body
  await assert.rejects(
    office.tenant.inside((tx) =>
      tx
        .insertInto('contribution_shares')
        .values({
          tenant_id: tx.tenantId,
          contribution_id: contributionId,
          level: 'street',
          place: 9,
          basis_points: 1,
          amount_fen: 1,
        })
        .execute(),
    ),
    /do not add up/,
  )
})
