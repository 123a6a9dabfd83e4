import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentCode } from './current-code.ts'

const start = Date.parse('2026-08-19T06:00:00Z')
const codes = ['a', 'b', 'c'].map((code, step) => ({
  code,
  startsAt: new Date(start + step * 30_000).toISOString(),
  endsAt: new Date(start + (step + 1) * 30_000).toISOString(),
}))

test('the code of the running half minute is shown with its remaining seconds', () => {
  assert.deepEqual(currentCode(codes, start + 10_000, start + 5_000), { code: 'a', secondsLeft: 20, left: 2 })
  assert.deepEqual(currentCode(codes, start + 30_000, start + 5_000), { code: 'b', secondsLeft: 30, left: 1 })
})

test('a phone whose clock is a year off still steps through the codes', () => {
  const wrong = start + 365 * 86_400_000
  assert.deepEqual(currentCode(codes, wrong, wrong), { code: 'a', secondsLeft: 15, left: 2 })
  assert.deepEqual(currentCode(codes, wrong + 16_000, wrong), { code: 'b', secondsLeft: 29, left: 1 })
})

test('after the last code there is none until new ones arrive', () => {
  assert.equal(currentCode(codes, start + 90_000, start), null)
  assert.equal(currentCode([], start, start), null)
})
