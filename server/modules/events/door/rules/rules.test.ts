import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { readBadgeNumbers } from './badge-numbers.ts'
import { doorsShut, entryOf } from './entry.ts'
import { passCode, readPassCode } from './pass-code.ts'

test('badge numbers are read as people type them, each once and in order', () => {
  assert.deepEqual(readBadgeNumbers('1-3，7、5～6；2'), { badgeNos: [1, 2, 3, 5, 6, 7] })
  assert.deepEqual(readBadgeNumbers('12 13\n15至16'), { badgeNos: [12, 13, 15, 16] })
  for (const wrong of ['abc', '5-3', '0', '1-99999', '1.5'])
    assert.deepEqual(readBadgeNumbers(`1, ${wrong}`), { wrong })
})

test('whatever numbers are written as ranges are read back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 4000 }), { maxLength: 40 }), (numbers) => {
      const sorted = numbers.toSorted((a, b) => a - b)
      assert.deepEqual(readBadgeNumbers(numbers.join(' ')), { badgeNos: sorted })
    }),
  )
})

test('a pass is read back, and nothing else is taken for one', () => {
  const token = randomBytes(16)
  for (const badgeNo of [null, 7])
    assert.deepEqual(readPassCode(` ${passCode(badgeNo, token)} `), {
      badgeNo,
      token: token.toString('base64url'),
    })
  for (const other of ['', '7', 'GE1.7.short', 'GH1.AAAAAAAAAAAAAAAAAAAAAA.1.AAAAAAAAAAAAAAAA'])
    assert.equal(readPassCode(other), null)
})

test('doors open some hours before, stay open for what devices send late, and shut with the event', () => {
  const startsAt = new Date('2026-08-19T06:00:00Z')
  const at = (state: string, now: string) =>
    doorsShut({ state, startsAt, openBeforeMinutes: 180 }, new Date(now))
  assert.equal(at('published', '2026-08-19T02:59:59Z'), 'too_early')
  assert.equal(at('published', '2026-08-19T03:00:00Z'), null)
  assert.equal(at('published', '2026-08-21T00:00:00Z'), null)
  assert.equal(at('closed', '2026-08-19T07:00:00Z'), 'over')
  assert.equal(at('cancelled', '2026-08-19T07:00:00Z'), 'over')
  assert.equal(at('draft', '2026-08-19T07:00:00Z'), 'too_early')
})

test('only who has a place and may still take part is let in', () => {
  assert.equal(entryOf('admitted', null), 'checked_in')
  assert.equal(entryOf('admitted', 'matchmaking.excluded'), 'not_eligible')
  for (const state of ['waiting', 'offered', 'lapsed']) assert.equal(entryOf(state, null), 'waiting')
  assert.equal(entryOf('cancelled', null), 'cancelled')
  for (const state of ['declined', 'expired']) assert.equal(entryOf(state, null), 'not_admitted')
})
