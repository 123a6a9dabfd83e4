import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lapseWhyNot, monthsLater } from '../rules/departure.ts'

const rule = { months: 6, reminders: 2 }

test('half a year and two reminders on different days within it make a lapse', () => {
  const asked = (unpaidSince: string, remindedOn: string[]) =>
    lapseWhyNot({ unpaidSince, today: '2026-06-30', remindedOn }, rule)
  assert.equal(asked('2025-12-30', ['2026-03-01', '2026-05-01']), null)
  assert.equal(asked('2025-12-31', ['2026-03-01', '2026-05-01']), null)
  assert.equal(asked('2026-01-01', ['2026-03-01', '2026-05-01']), 'people.lapse_too_early')
  assert.equal(asked('2025-12-30', ['2026-03-01', '2026-03-01']), 'people.lapse_reminders_missing')
  assert.equal(asked('2025-12-30', ['2025-11-01', '2026-05-01']), 'people.lapse_reminders_missing')
})

test('some months later is never another month than asked, and never a later day of the month', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.nat(36), (from, months) => {
      const to = monthsLater(from, months)
      const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      assert.equal(monthOf(to), monthOf(from) + months)
      assert.ok(to.slice(8) <= from.slice(8))
    }),
  )
})
