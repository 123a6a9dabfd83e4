import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Budget } from '#contract/funds.ts'
import type { OpenClaim, PaymentBatch, PaymentLine } from '#contract/funds-payments.ts'
import type { Me } from '#contract/sessions.ts'
import { insertPayeeAccount } from '#server/modules/funds/payments/store.ts'
import { insertDeclaration } from '#server/modules/people/relatives/store.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import {
  grade,
  makeChair,
  makeList,
  makeOffice,
  makePost,
  payList,
  runMonth,
  type Office,
} from './make-chairs.ts'

const may = '2026-05'

/** Three chairs whose May is worked out. */
async function mayIsDue(accounts: (string | undefined)[] = ['62170001', '62170002', '62170003']) {
  const office = await makeOffice()
  const chairs = await office.tenant.inside(async (tx) => {
    const made = []
    for (const account of accounts)
      made.push(
        await makeChair(tx, {
          unionId: office.tenant.north.unionId,
          grade: 'good',
          ...(account === undefined ? { account: '' } : { account }),
        }),
      )
    return made
  })
  await runMonth(office, may, { by: office.maker })
  return { office, chairs }
}

const personOf = async (client: TestClient) => (await client.get<Me>('/me')).body.person.id

const linesOf = async ({ payer }: Office, batchId: string) =>
  (await payer.get<{ items: PaymentLine[] }>(`/payment-batches/${batchId}/lines`)).body.items

const openOf = async ({ maker, budgetId }: Office) =>
  (await maker.get<{ items: OpenClaim[] }>(`/budgets/${budgetId}/open-claims`)).body.items

async function bankList({ payer }: Office, batchId: string, format: 'csv' | 'xlsx') {
  const { app } = await testServer()
  const answer = await app.inject({
    method: 'GET',
    url: `/api/v1/payment-batches/${batchId}/bank-list?format=${format}`,
    headers: payer.headers,
  })
  return { status: answer.statusCode, bytes: answer.rawPayload }
}

function sendReturns({ payer }: Office, batchId: string, rows: readonly string[]) {
  const form = new FormData()
  form.set('batchId', batchId)
  form.set(
    'file',
    new Blob([['序号,户名,账号,金额（元）,处理结果,原因', ...rows].join('\r\n')]),
    'hui-dan.csv',
  )
  return payer.post<{ returned: number; returnedFen: number }>('/payment-returns', form)
}

test('a list goes through three hands, and one person has one of them', async () => {
  const { office } = await mayIsDue()
  const batchId = await makeList(office)
  const own = await office.maker.post(`/payment-batches/${batchId}/check`)
  assert.equal(own.body.error.code, 'funds.same_hand')
  assert.equal((await office.payer.post(`/payment-batches/${batchId}/payment`)).status, 409)
  assert.equal((await bankList(office, batchId, 'csv')).status, 409)
  assert.equal((await office.checker.post(`/payment-batches/${batchId}/check`)).status, 200)
  const { body } = await office.checker.get<PaymentBatch>(`/payment-batches/${batchId}`)
  assert.deepEqual(body.can, { check: 'wrong_state', pay: 'no_power', export: 'no_power', sendBack: null })
  assert.equal((await office.payer.post(`/payment-batches/${batchId}/payment`)).status, 200)
  assert.equal((await office.payer.post(`/payment-batches/${batchId}/payment`)).status, 409)
})

test('one person with two posts is one hand still: who checked as an officer cannot pay as a clerk', async () => {
  const { office } = await mayIsDue()
  const { owner } = await testServer()
  const checker = await personOf(office.checker)
  const payer = await personOf(office.payer)
  // The clerk’s record turns out to be the checker’s.
  await owner.query(
    `insert into person_aliases (tenant_id, id, alias_id, person_id, merged_on, reason) values ($1, gen_random_uuid(), $2, $3, '2026-01-01', '-')`,
    [office.tenant.id, payer, checker],
  )
  const batchId = await makeList(office)
  await office.checker.post(`/payment-batches/${batchId}/check`)
  const paid = await office.payer.post(`/payment-batches/${batchId}/payment`)
  assert.equal(paid.body.error.code, 'funds.same_hand')
})

test('nobody makes, checks or pays for themselves or a near relative', async () => {
  const { office, chairs } = await mayIsDue()
  const { tenant, maker, checker, payer } = office
  const relative = async (client: TestClient, personId: string) => {
    const declared = { personId: await personOf(client), relativeId: personId, relation: 'sibling' }
    await tenant.inside((tx) => insertDeclaration(tx, { ...declared, recordedBy: null }))
  }
  await relative(maker, chairs[0]!.personId)
  const makerPerson = await personOf(maker)
  await tenant.inside(async (tx) => {
    await makePost(tx, makerPerson, { unionId: tenant.south.unionId })
    await grade(tx, { personId: makerPerson, unionId: tenant.south.unionId, grade: 'good' })
  })
  // Their own month is for somebody else to work out …
  assert.equal((await runMonth(office, may, { by: maker })).body.error.code, 'stipends.nothing_new')
  assert.equal((await runMonth(office, may, { by: checker })).body.lines, 1)
  // … and the relative’s line stands on somebody else’s list.
  const { body } = await maker.post<{ lines: number }>(`/budgets/${office.budgetId}/payment-batches`)
  assert.equal(body.lines, 2)
  assert.deepEqual((await openOf(office)).map((each) => each.state).toSorted(), ['own', 'own'])
  const others = await office.checker.post<{ batchId: string }>(`/budgets/${office.budgetId}/payment-batches`)
  assert.equal(
    (await maker.post(`/payment-batches/${others.body.batchId}/check`)).body.error.code,
    'funds.own_payment',
  )
  const third = await tenant.officer('city_officer', tenant.federationId)
  await third.post(`/payment-batches/${others.body.batchId}/check`)
  await relative(payer, chairs[0]!.personId)
  const paid = await payer.post(`/payment-batches/${others.body.batchId}/payment`)
  assert.equal(paid.body.error.code, 'funds.own_payment')
  const graded = await maker.post('/stipends/grades', {
    personId: chairs[0]!.personId,
    grade: 'excellent',
    fromMonth: may,
    toMonth: may,
    reason: '考核结果更正',
  })
  assert.equal(graded.body.error.code, 'stipends.own_grade')
  const account = await maker.post(`/members/${chairs[0]!.personId}/payee-accounts`, {
    bankName: '宁波银行江北支行',
    number: '6222020200010002003',
    holder: '林测试',
  })
  assert.equal(account.body.error.code, 'funds.own_payment')
})

test('a grade is entered by one officer with a reason and approved by another', async () => {
  const office = await makeOffice()
  const { personId } = await office.tenant.inside((tx) =>
    makeChair(tx, { unionId: office.tenant.north.unionId }),
  )
  const { body } = await office.maker.post<{ gradeId: string }>('/stipends/grades', {
    personId,
    grade: 'good',
    fromMonth: '2026-01',
    toMonth: '2026-12',
    reason: '年度考核结果，甬北工〔2026〕8号',
  })
  assert.equal((await runMonth(office, may, { by: office.maker })).body.error.code, 'stipends.nothing_new')
  const decide = (client: TestClient) =>
    client.post(`/stipends/grades/${body.gradeId}/decision`, { outcome: 'approved' })
  assert.equal((await decide(office.maker)).body.error.code, 'stipends.own_entry')
  assert.equal((await decide(office.checker)).status, 200)
  assert.equal((await decide(office.checker)).status, 409)
  assert.equal((await runMonth(office, may, { by: office.maker })).body.lines, 1)
})

test('money goes to the person’s own account, which its writer does not check', async () => {
  const { office, chairs } = await mayIsDue(['62170001', undefined])
  const [without] = (await openOf(office)).filter((each) => each.state === 'no_account')
  const record = (holder: string, client: TestClient) =>
    client.post(`/members/${without!.personId}/payee-accounts`, {
      bankName: '工商银行江北支行',
      number: '6222000011112222',
      holder,
    })
  assert.equal(without!.personId, chairs[1]!.personId)
  assert.equal((await record('别人', office.checker)).body.error.code, 'funds.holder_differs')
  assert.equal((await record('周主席', office.checker)).status, 201)
  const batchId = await makeList(office)
  const checked = await office.checker.post(`/payment-batches/${batchId}/check`)
  assert.equal(checked.body.error.code, 'funds.own_account_entry')
})

test('the bank’s list is the same file every time, with every account whole and a checksum; nobody else sees an account whole', async () => {
  const { office } = await mayIsDue()
  const batchId = await makeList(office)
  await office.checker.post(`/payment-batches/${batchId}/check`)
  for (const format of ['csv', 'xlsx'] as const) {
    const [one, other] = [await bankList(office, batchId, format), await bankList(office, batchId, format)]
    assert.equal(one.status, 200)
    assert.ok(one.bytes.equals(other.bytes))
  }
  const text = (await bankList(office, batchId, 'csv')).bytes.toString('utf8')
  const { body } = await office.payer.get<PaymentBatch>(`/payment-batches/${batchId}`)
  assert.match(text, /周主席,62170002,宁波银行江北支行,400\.00/)
  assert.ok(text.includes('合计,3 笔,,,1200.00') && text.includes(body.checksum))
  assert.deepEqual(
    (await linesOf(office, batchId)).map((line) => line.account),
    ['0001', '0002', '0003'].map((tail) => `宁波银行江北支行 ···${tail}`).toSorted(),
  )
})

test('what the bank gives back is due again under the same claims, is paid once more to a new account, and every fen is found', async () => {
  const { office, chairs } = await mayIsDue()
  const batchId = await payList(office)
  const lines = await linesOf(office, batchId)
  const at = (tail: string) => lines.find((line) => line.account.endsWith(tail))!
  const rowFor = (tail: string, why: string) => `${at(tail).number},周主席,6217${tail},400.00,失败,${why}`
  const wrong = await sendReturns(office, batchId, [
    rowFor('0001', '账号不存在'),
    '2,周主席,62179999,400.00,失败,账号',
  ])
  assert.deepEqual([wrong.status, wrong.body.error.params], [422, { row: 3 }])
  const rows = [
    rowFor('0001', '账号不存在'),
    rowFor('0002', '系统繁忙'),
    `${at('0003').number},周主席,62170003,400.00,成功,`,
  ]
  assert.deepEqual((await sendReturns(office, batchId, rows)).body, { returned: 2, returnedFen: 80_000 })
  assert.equal((await sendReturns(office, batchId, rows)).status, 422)
  const states = async () => (await openOf(office)).map((each) => [each.state, each.cause]).toSorted()
  assert.deepEqual(await states(), [
    ['account_returned', 'account_wrong'],
    ['again', 'other'],
  ])
  const budget = async () => {
    const { body } = await office.maker.get<Budget>(`/budgets/${office.budgetId}`)
    return [body.availableFen, body.committedFen, body.paidFen]
  }
  assert.deepEqual(await budget(), [9_880_000, 80_000, 40_000])
  const whose = (await openOf(office)).find((each) => each.state === 'account_returned')!
  assert.ok(chairs.some(({ personId }) => personId === whose.personId))
  await office.tenant.inside(async (tx) =>
    insertPayeeAccount(tx, {
      personId: whose.personId,
      bankName: '农业银行',
      number: '62280004',
      holder: '周主席',
      recordedByPerson: whose.personId,
    }),
  )
  const again = await payList(office)
  const reissued = await linesOf(office, again)
  assert.deepEqual(
    reissued.map((line) => [line.isReissue, line.amountFen]),
    [
      [true, 40_000],
      [true, 40_000],
    ],
  )
  const claimsOf = (some: readonly PaymentLine[]) => some.map((line) => line.claimId).toSorted()
  assert.deepEqual(claimsOf(reissued), claimsOf([at('0001'), at('0002')]))
  assert.deepEqual(await budget(), [9_880_000, 0, 120_000])
  assert.deepEqual(await states(), [])
})

test('a list that is sent back leaves everything due as before', async () => {
  const { office } = await mayIsDue()
  const first = await makeList(office)
  assert.equal((await openOf(office)).length, 0)
  await office.checker.post(`/payment-batches/${first}/return-to-maker`, { reason: '少列了一个人' })
  assert.equal((await openOf(office)).length, 3)
  const second = await payList(office)
  assert.equal((await linesOf(office, second)).length, 3)
  assert.equal((await office.checker.post(`/payment-batches/${first}/check`)).status, 409)
})
