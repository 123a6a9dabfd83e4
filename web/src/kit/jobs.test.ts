import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasEnded, shareOf } from './jobs.ts'

const at = (done: number, total: number | null) => ({ step: 'reading', done, total })

test('a job’s share follows its progress and never passes the whole', () => {
  assert.equal(shareOf({ state: 'running', progress: at(36_125, 144_500) }), 0.25)
  assert.equal(shareOf({ state: 'running', progress: at(7, 5) }), 1)
  assert.equal(shareOf({ state: 'running', progress: at(7, null) }), null)
  assert.equal(shareOf({ state: 'done', progress: at(0, null) }), 1)
})

test('only done and failed jobs have ended', () => {
  assert.deepEqual(
    ['waiting', 'running', 'done', 'failed'].map((state) => hasEnded({ state })),
    [false, false, true, true],
  )
})
