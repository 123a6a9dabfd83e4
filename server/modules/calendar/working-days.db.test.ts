import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeTenant } from '#server/test/makers.ts'
import { workingDaysAfter } from './index.ts'

test('working days leave out weekends and holidays and count make-up workdays: Spring Festival and National Day 2026', async () => {
  const tenant = await makeTenant()
  const last = (after: string, count: number) => tenant.inside((tx) => workingDaysAfter(tx, after, count))
  // An ordinary week: from a Monday, five working days end the next Monday.
  assert.equal(await last('2026-06-08', 5), '2026-06-15')
  // Friday 13 February: Saturday 14 is worked, 15 to 23 are holidays, then 24 to 27.
  assert.equal(await last('2026-02-13', 1), '2026-02-14')
  assert.equal(await last('2026-02-13', 2), '2026-02-24')
  assert.equal(await last('2026-02-13', 5), '2026-02-27')
  // Saturday 28 February is worked, Sunday 1 March is not.
  assert.equal(await last('2026-02-13', 6), '2026-02-28')
  assert.equal(await last('2026-02-13', 7), '2026-03-02')
  // Wednesday 30 September: 1 to 7 October are holidays, Saturday 10 is worked.
  assert.equal(await last('2026-09-30', 5), '2026-10-13')
  assert.equal(await last('2026-09-30', 3), '2026-10-10')
  // Sunday 20 September is worked, 25 to 27 are the Mid-Autumn holidays.
  assert.equal(await last('2026-09-18', 1), '2026-09-20')
  assert.equal(await last('2026-09-18', 6), '2026-09-28')
})
