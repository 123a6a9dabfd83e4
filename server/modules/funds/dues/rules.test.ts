import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duesOn, duesOnAll } from './rules.ts'

const rate = { basisPoints: 50, stepFen: 1000 }

test('dues are half a per cent of the wage in whole tens of yuan', () => {
  assert.equal(duesOn(0, rate), 0)
  assert.equal(duesOn(999, rate), 0, 'below ten yuan nothing counts')
  assert.equal(duesOn(1_000, rate), 5)
  assert.equal(duesOn(600_000, rate), 3_000)
  assert.equal(duesOn(600_999, rate), 3_000, 'the part below ten yuan does not count')
  assert.equal(duesOn(601_000, rate), 3_005)
  assert.throws(() => duesOn(-1, rate), RangeError)
  assert.throws(() => duesOn(0.5, rate), RangeError)
})

test('each wage is looked at by itself', () => {
  assert.equal(duesOnAll([999, 999, 600_999], rate), 3_000)
})
