import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { networkOf } from '../limits.ts'
import {
  attemptFromAddress,
  attemptFromPlace,
  attemptOfDay,
  blockSecondsAfter,
  type Counter,
  type GuessingRule,
} from './lockout.ts'

const rule: GuessingRule['pair'] = {
  free: 5,
  windowSeconds: 900,
  firstBlockSeconds: 60,
  longestBlockSeconds: 1800,
}
const fresh: Counter = { failures: 0, windowStartedAt: 0, blockedUntil: null, admittedAt: null }

test('five free failures, then a minute, doubling up to half an hour', () => {
  assert.deepEqual(
    [4, 5, 6, 7, 8, 9, 10, 11, 50].map((failures) => blockSecondsAfter(failures, rule)),
    [0, 60, 120, 240, 480, 960, 1800, 1800, 1800],
  )
})

test('however somebody guesses from one place, no quarter of an hour sees more than eleven attempts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 30, maxLength: 120 }), (waits) => {
      const admitted = admittedAt(waits, (counter, now) => attemptFromPlace(counter, now, rule))
      for (const from of admitted) {
        const inWindow = admitted.filter((at) => at >= from && at < from + rule.windowSeconds).length
        // Five at the end of one window, five at the beginning of the next, and the block between is long over.
        assert.ok(inWindow <= 11, `${inWindow} in a quarter of an hour`)
      }
    }),
  )
})

test('no day of one log-in sees more than a hundred failures, whenever they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 150, maxLength: 300 }), (waits) => {
      const admitted = admittedAt(waits, (counter, now) => attemptOfDay(counter, now, 100))
      const days = new Map<number, number>()
      let windowStart = admitted[0]!
      for (const at of admitted) {
        if (at >= windowStart + 86_400) windowStart = at
        days.set(windowStart, (days.get(windowStart) ?? 0) + 1)
      }
      for (const count of days.values()) assert.ok(count <= 100)
    }),
  )
})

test('an address is slowed beyond twenty failing log-ins, and never shut', () => {
  const spraying = { logins: 20, windowSeconds: 900, distanceSeconds: 2 }
  const attempt = (counter: Counter, now: number) =>
    attemptFromAddress(counter, now, { rule: spraying, newLogins: 1 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 50, maxLength: 200 }), (waits) => {
      const admitted = admittedAt(waits, attempt)
      for (let i = 21; i < admitted.length; i += 1) assert.ok(admitted[i]! - admitted[i - 1]! >= 2)
      const verdict = attempt({ ...fresh, failures: 10_000, admittedAt: 100 }, 102)
      assert.equal(verdict.admitted, true)
    }),
  )
})

test('an IPv6 household is its /64, and an IPv4 address in IPv6 clothes is itself', () => {
  assert.equal(networkOf('2001:db8:1:2:aaaa::1'), networkOf('2001:0db8:1:2:bbbb:0:0:9'))
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'))
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0')
  assert.equal(networkOf('::ffff:203.0.113.9'), '203.0.113.9')
  assert.equal(networkOf('203.0.113.9'), '203.0.113.9')
})

type Judge = (
  counter: Counter,
  now: number,
) => { admitted: true; counter: Counter } | { admitted: false; waitSeconds: number }

/** The instants at which attempts were let through, when the next comes so many seconds after the one before. */
function admittedAt(waits: readonly number[], judge: Judge): number[] {
  let now = 1000
  let counter: Counter = { ...fresh, windowStartedAt: now + waits[0]! }
  const admitted: number[] = []
  for (const wait of waits) {
    now += wait
    const verdict = judge(counter, now)
    if (!verdict.admitted) {
      assert.ok(verdict.waitSeconds > 0)
      continue
    }
    admitted.push(now)
    counter = verdict.counter
  }
  return admitted
}
