import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstFigures, isComparable } from './home-figures.ts'

const figures = ['two_new_organisations', 'workers', 'members', 'couples', 'matchmaker_cases'].map(
  (measure) => ({
    measure,
    total: 12 as number | null,
  }),
)
const namesOf = (post: string | undefined, most = 5) =>
  firstFigures(figures, post, most).map(({ measure }) => measure)

test('an officer sees the roster first, a matchmaker her cases', () => {
  assert.equal(namesOf('federation_officer')[0], 'members')
  assert.equal(namesOf('matchmaker')[0], 'matchmaker_cases')
  assert.equal(namesOf(undefined)[0], 'members')
})

test('as many as there is room for, and each once', () => {
  assert.equal(namesOf('street_officer', 3).length, 3)
  assert.equal(new Set(namesOf('union_chair')).size, 5)
})

test('a programme that has not begun takes no room; a figure that is kept back does', () => {
  const some = [
    { measure: 'members', total: 12 },
    { measure: 'couples', total: 0 },
    { measure: 'participations', total: null },
  ]
  assert.deepEqual(
    firstFigures(some, 'union_chair', 5).map(({ measure }) => measure),
    ['members', 'participations'],
  )
})

test('what was not yet kept a year ago has not grown; what happens may have begun this year', () => {
  assert.equal(isComparable({ lastYear: 0, declared: { counts: 'stock' } }), false)
  assert.equal(isComparable({ lastYear: 0, declared: { counts: 'flow' } }), true)
  assert.equal(isComparable({ lastYear: 3, declared: { counts: 'stock' } }), true)
  assert.equal(isComparable({ lastYear: null, declared: { counts: 'flow' } }), false)
})
