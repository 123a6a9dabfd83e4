import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginnings, endings } from './times.ts'

const venue = {
  free: [
    { from: '09:10', until: '10:30' },
    { from: '16:00', until: '21:00' },
  ],
  longestMinutes: 120,
}

test('a meeting begins in a free stretch and ends in the same one, within the longest', () => {
  assert.deepEqual(beginnings(venue).slice(0, 5), ['09:10', '09:30', '10:00', '16:00', '16:30'])
  assert.deepEqual(endings(venue, '09:10'), ['09:30', '10:00', '10:30'])
  assert.deepEqual(endings(venue, '16:00'), ['16:30', '17:00', '17:30', '18:00'])
  assert.deepEqual(endings(venue, '12:00'), [])
})
