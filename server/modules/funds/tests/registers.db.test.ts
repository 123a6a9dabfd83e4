import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { BudgetRow } from '#contract/funds.ts'
import { modules } from '#server/app.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { randomFrom } from '#tools/generate/random.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../register.ts'
import { makeBudget } from './make-budget.ts'

interface Row {
  id: string
  name: string
  day: string
  fen: number
}

const shuffled = randomFrom(20261128)
const made: Row[] = Array.from({ length: 40 }, () => ({
  id: newId(),
  name: ['海曙', '江北', '镇海', 'abc'][shuffled.between(0, 3)]!,
  day: `2026-0${shuffled.between(1, 3)}-01`,
  fen: shuffled.between(-2, 4) * 100,
}))
const orders: Register['orders'] = {
  made: asMade,
  name: column('name', 'text'),
  day: column('day', 'date'),
  fen: column('fen'),
  dayThenFen: [...column('day', 'date'), ...column('fen')],
}
const register: Register = {
  rows: sql`select r.id, r.name, r.day, r.fen from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as r(id uuid, name text, day date, fen bigint)`,
  orders,
  unasked: '-made',
}
const keysOf: Readonly<Record<string, (row: Row) => (string | number)[]>> = {
  made: (row) => [row.id],
  name: (row) => [row.name],
  day: (row) => [row.day],
  fen: (row) => [row.fen],
  dayThenFen: (row) => [row.day, row.fen],
}

for (const sort of [undefined, ...Object.keys(orders).flatMap((name) => [name, `-${name}`])])
  test(`a register pages through every row once in the order ${sort ?? 'unasked'}, ties and all, as it is taken away`, async () => {
    const tenant = await makeTenant()
    await tenant.inside(async (tx) => {
      const seen: Row[] = []
      let cursor: string | undefined
      do {
        const asked = { limit: 7, ...(sort && { sort }), ...(cursor !== undefined && { cursor }) }
        const page = await registerPage<Row>(tx, register, asked)
        assert.equal(page.total, made.length)
        seen.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      const by = sort ?? register.unasked
      const expected = made.toSorted((a, b) => {
        const compared = compare(keysOf[by.replace('-', '')]!, [a, b])
        return (by.startsWith('-') ? -compared : compared) || compare((row) => [row.id], [a, b])
      })
      assert.deepEqual(
        seen.map(({ id }) => id),
        expected.map(({ id }) => id),
      )
      assert.deepEqual(await registerRows<Row>(tx, register, sort ? { sort } : {}), seen)
    })
  })

test('a cursor of another order begins anew; one somebody made up is refused', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const first = await registerPage<Row>(tx, register, { sort: 'fen', limit: 5 })
    const other = await registerPage<Row>(tx, register, { sort: '-fen', cursor: first.nextCursor!, limit: 5 })
    assert.deepEqual(other, await registerPage<Row>(tx, register, { sort: '-fen', limit: 5 }))
    await assert.rejects(registerPage(tx, register, { cursor: 'e30' }), { code: 'common.invalid' })
  })
})

test('a part of a name is searched as it is written, signs of patterns and all', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const fits = async (q: string) =>
      (await sql<{ yes: boolean }>`select ${namedLike(q, [sql`'江北 100% Café'`])} as yes`.execute(tx))
        .rows[0]!.yes
    assert.deepEqual(
      [await fits('江北'), await fits('100%'), await fits('café'), await fits('_'), await fits('江%')],
      [true, true, true, false, false],
    )
  })
})

const registers = {
  '/contributions': ['employer', 'month', 'due', 'received', 'dueOn'],
  '/allocations': ['document', 'year', 'total', 'unions', 'spent', 'direct'],
  '/allocation-shares': ['union', 'year', 'share', 'spent', 'left', 'direct'],
  '/dues': ['union', 'month', 'members', 'due', 'received', 'receivedOn'],
  '/prize-lists': ['contest', 'heldOn', 'winners', 'total', 'paid'],
  '/benefits': ['union', 'day', 'amount', 'year'],
  '/budgets': ['opened', 'name', 'year', 'total', 'paid', 'left'],
  '/payment-batches': ['budget', 'organisation', 'lines', 'sum', 'returned', 'madeAt'],
  '/direct-points': ['organisation', 'year', 'total', 'payable'],
}

test('every register of money answers in each of its orders and is taken away in it, which stands in the log', async () => {
  const tenant = await makeTenant()
  const clerk = await tenant.officer('federation_officer', tenant.federationId)
  for (const [path, names] of Object.entries(registers)) {
    for (const name of names)
      for (const sort of [name, `-${name}`])
        assert.equal((await clerk.get(`${path}?sort=${sort}&q=北`)).status, 200, `${path} ${sort}`)
    assert.equal((await clerk.get(`${path}?sort=id`)).status, 400, path)
    const taken = { language: 'en', sort: names[0], q: '北', purpose: 'a yearly audit' }
    const asked = path === '/benefits' ? taken : { ...taken, purpose: undefined }
    assert.equal((await clerk.post(`${path}/workbook`, asked)).status, 200, path)
  }
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select action from audit_entries where tenant_id = $1 and action like '%exported' order by action`,
    [tenant.id],
  )
  assert.equal(rows.length, Object.keys(registers).length)
  const offered = modules.flatMap(({ routes }) => routes).map(({ operation }) => operation.path)
  for (const path of Object.keys(registers)) assert.ok(offered.includes(`${path}/workbook`), path)
})

test('budgets are searched and ordered over pages', async () => {
  const tenant = await makeTenant()
  const { federationId: organisationId } = tenant
  await tenant.inside(async (tx) => {
    for (const amountFen of [300, 100, 200]) await makeBudget(tx, { organisationId, amountFen })
  })
  const clerk = await tenant.officer('federation_officer', organisationId)
  const list = async (query: string) =>
    (await clerk.get<{ items: BudgetRow[]; nextCursor: string; total: number }>(`/budgets?${query}`)).body
  const first = await list('sort=left&limit=2')
  const second = await list(`sort=left&limit=2&cursor=${first.nextCursor}`)
  assert.deepEqual(
    [...first.items, ...second.items].map(({ availableFen }) => availableFen),
    [100, 200, 300],
  )
  assert.equal((await list('q=专项')).total, 3)
  assert.equal((await list('q=没有')).total, 0)
})

function compare(keys: (row: Row) => (string | number)[], [a, b]: [Row, Row]): number {
  const [mine, theirs] = [keys(a), keys(b)]
  const at = mine.findIndex((key, place) => key !== theirs[place])
  return at < 0 ? 0 : mine[at]! < theirs[at]! ? -1 : 1
}
