import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { ruleFor, satisfies } from './index.ts'

test('the rule of the smallest region wins, then the one that began last; each names its source', async () => {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  const key = `test.${newId()}`
  const insert = (region: string, value: number, startsOn: string, endsBefore: string | null) =>
    owner.query(
      `insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked)
       values ($1, $2, $3, '>=', $4, 'members', $5, $6, '办法', '第一条', 'test')`,
      [newId(), region, key, String(value), startsOn, endsBefore],
    )
  await insert('', 25, '2000-01-01', null)
  await insert('3302', 10, '2010-01-01', '2020-01-01')
  await insert('3302', 12, '2020-01-01', null)
  await insert('31', 99, '2000-01-01', null)
  const valueOn = (day: string) => tenant.inside(async (tx) => (await ruleFor<number>(tx, key, day)).value)
  assert.equal(await valueOn('2005-01-01'), 25)
  assert.equal(await valueOn('2019-12-31'), 10)
  assert.equal(await valueOn('2020-01-01'), 12)
  const { source } = await tenant.inside((tx) => ruleFor<number>(tx, key, '2020-01-01'))
  assert.equal(source, '办法 第一条')
})

test('a decision without its rule is refused loudly', async () => {
  const tenant = await makeTenant()
  await assert.rejects(
    tenant.inside((tx) => ruleFor(tx, 'nobody.made_this', '2026-01-01')),
    /there is no rule/,
  )
})

test('the exact number is in or out as the rule’s operator says', () => {
  assert.deepEqual(
    (['=', '>=', '>', '<=', '<'] as const).map((operator) => satisfies(25, { operator, value: 25 })),
    [true, true, false, true, false],
  )
})
