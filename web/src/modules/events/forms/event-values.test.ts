import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, suggestedTimes, type EventValues } from './event-values.ts'

const values = {
  kind: 'social',
  title: '联谊',
  seating: 'none',
  rounds: 3,
  roundMinutes: 5,
  twoPart: true,
  waiting: false,
  offerMinutes: 60,
  'options.choiceLimit': 5,
  'options.takesScores': false,
} as unknown as EventValues

test('without planned seats there are no rounds, without a waiting list no offers, and what a kind has goes by itself', () => {
  const draft = draftOf(values)
  assert.deepEqual([draft.rounds, draft.roundMinutes, draft.twoPart, draft.offerMinutes], [0, 0, false, null])
  assert.deepEqual(draft.options, { choiceLimit: 5, takesScores: false })
})

test('suggested times stand in their order, also for an event that begins soon', () => {
  for (const startsAt of ['2026-08-19T06:00:00.000Z', '2026-08-01T08:00:00.000Z']) {
    const times = suggestedTimes(startsAt, '2026-08-01')
    assert.ok(
      times.registrationOpensAt < times.registrationClosesAt && times.registrationClosesAt <= times.endsAt,
    )
    assert.ok(times.cancelUntil <= startsAt && startsAt < times.endsAt)
  }
})
