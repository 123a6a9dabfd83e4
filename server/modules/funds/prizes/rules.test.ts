import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mostWinners, prizeFault } from './rules.ts'

const third = { winners: 1, of: 3 }

test('exactly the share of the contestants may win, one more may not', () => {
  assert.equal(mostWinners(30, third), 10)
  assert.equal(mostWinners(29, third), 9)
  assert.equal(mostWinners(2, third), 0)
  assert.equal(mostWinners(30, { winners: 2, of: 3 }), 20)
  assert.equal(prizeFault({ contestants: 6, personIds: ['a', 'b'] }, third), null)
  assert.equal(prizeFault({ contestants: 5, personIds: ['a', 'b'] }, third), 'prizes.too_many_winners')
  assert.equal(prizeFault({ contestants: 6, personIds: ['a', 'a'] }, third), 'prizes.winner_twice')
})

test('the winners never are more than the share, and one more always would be', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (all, winners, of) => {
        const most = mostWinners(all, { winners, of })
        assert.ok(most * of <= all * winners && (most + 1) * of > all * winners)
      },
    ),
    { seed: 20261128, numRuns: 500 },
  )
})
