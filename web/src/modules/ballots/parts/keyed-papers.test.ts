import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isKeyed, keyed, longestBundle, startKeying, type Keying } from './keyed-papers.ts'

const typed = (keys: readonly string[], from: Keying = startKeying({ candidates: 3, papers: [] })) =>
  keys.reduce((now, key) => keyed(now, { do: 'key', key }), from)
const marksOf = ({ papers }: Keying) => papers.map(({ marks }) => marks)

test('keys mark one candidate after the other, Enter begins the next paper, however fast they come', () => {
  const now = typed(['1', '2', '0', 'Enter', 'Y', 'n', '1'])
  assert.deepEqual(marksOf(now), ['yn-', 'yny'])
  assert.deepEqual([now.row, now.column], [1, 2])
})

test('Enter in the middle goes to the next paper and adds none; arrows stop at the edge; X is the whole paper', () => {
  const two = typed(['1', 'Enter', '2', 'ArrowUp', 'ArrowUp', 'ArrowLeft', 'ArrowLeft', '0', 'Enter'])
  assert.deepEqual(marksOf(two), ['---', 'n--'])
  assert.deepEqual([two.row, two.column], [1, 0])
  const spoilt = typed(['x'], two)
  assert.deepEqual(
    spoilt.papers.map(({ unclear }) => unclear),
    [false, true],
  )
  assert.equal(typed(['X'], spoilt).papers[1]!.unclear, false)
})

test('a bundle grows to its limit and no further', () => {
  const full = typed(Array.from({ length: longestBundle + 5 }, () => 'Enter'))
  assert.equal(full.papers.length, longestBundle)
})

test('other keys are the browser’s', () => {
  assert.deepEqual(['Tab', 'a', 'F5', '3', '1', 'x', 'Enter'].map(isKeyed), [
    false,
    false,
    false,
    false,
    true,
    true,
    true,
  ])
})
