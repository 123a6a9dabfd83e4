import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf, statisticalYear, type CheckedLine } from './rules.ts'

const sound: CheckedLine = {
  unionId: 'u',
  statCode: '330205000001',
  name: '甲工会',
  divisionCode: '330205',
  unionType: 'single',
  employers: 1,
  workers: 30,
  womenWorkers: 12,
  migrantWorkers: 5,
  members: 30,
  earlierCode: '330205000001',
  sameCode: 1,
}

test('a sound line passes the logic check, a joint union with two employers too', () => {
  assert.deepEqual(findingsOf(sound), [])
  assert.deepEqual(findingsOf({ ...sound, unionType: 'joint', employers: 2, earlierCode: null }), [])
  assert.deepEqual(findingsOf({ ...sound, unionType: 'organiser_only', employers: 0 }), [])
})

test('each thing that does not agree is found by its name, all of them at once', () => {
  const of = (change: Partial<CheckedLine>) => findingsOf({ ...sound, ...change })
  assert.deepEqual(of({ sameCode: 2 }), ['code_twice'])
  assert.deepEqual(of({ earlierCode: '330205000002' }), ['code_changed'])
  assert.deepEqual(of({ divisionCode: null }), ['division_missing'])
  assert.deepEqual(of({ unionType: null }), ['type_missing'])
  assert.deepEqual(of({ employers: 3 }), ['single_covers_others'])
  assert.deepEqual(of({ employers: 0 }), ['single_covers_others'])
  assert.deepEqual(of({ unionType: 'joint' }), ['joint_covers_few'])
  assert.deepEqual(of({ members: 31 }), ['members_exceed_workers'])
  assert.deepEqual(of({ womenWorkers: 31 }), ['women_exceed_workers'])
  assert.deepEqual(of({ workers: null, womenWorkers: null }), ['workers_missing'])
  assert.deepEqual(of({ divisionCode: null, unionType: null, members: 31 }), [
    'division_missing',
    'type_missing',
    'members_exceed_workers',
  ])
})

test('a statistical year runs from the day after the last end to the day the rule says', () => {
  assert.deepEqual(statisticalYear(2014, '09-30'), { startsOn: '2013-10-01', endsOn: '2014-09-30' })
  assert.deepEqual(statisticalYear(2025, '12-31'), { startsOn: '2025-01-01', endsOn: '2025-12-31' })
})
