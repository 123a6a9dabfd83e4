import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#server/platform/clock.ts'
import { firstDayKept } from './rules.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))

test('nothing goes before its days are over, and everything goes after', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 4000 }),
      fc.integer({ min: 0, max: 5000 }),
      (today, days, age) => {
        const recorded = addDays(today, -age)
        assert.equal(recorded < firstDayKept(today, days), age > days)
      },
    ),
  )
})

test('three years are three years, leap days or not', () => {
  fc.assert(
    fc.property(day, (today) => {
      const threeYearsAgo = `${Number(today.slice(0, 4)) - 3}${today.slice(4)}`
      assert.ok(firstDayKept(today, 1096) <= threeYearsAgo)
    }),
  )
})
