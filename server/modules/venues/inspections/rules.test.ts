import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspectionFaults, type EnteredFinding } from './rules.ts'

const standard = {
  needed: 2,
  items: ['place', 'books'].map((code) => ({ code, zh: code, en: code, months: 12 })),
}
const known = { standard, openedOn: '2026-01-01', today: '2026-06-30' }
const met: EnteredFinding = { item: 'place', isMet: true, pictureId: 'p', validUntil: '2027-06-30' }
const faultsOf = (findings: EnteredFinding[], entered: { inspectedOn?: string; revisitOn?: string } = {}) =>
  inspectionFaults({ inspectedOn: '2026-06-30', revisitOn: null, ...entered, findings }, known).map(
    ({ path, code }) => `${path} ${code}`,
  )

test('an item is met with a picture and a last day, and missed without either', () => {
  assert.deepEqual(faultsOf([met, { item: 'books', isMet: false }]), [])
})

test('everything that is wrong with an inspection is said at once', () => {
  assert.deepEqual(
    faultsOf(
      [
        { item: 'place', isMet: true },
        { item: 'place', isMet: false },
        { item: 'flag', isMet: true, pictureId: 'p', validUntil: '2026-07-01' },
      ],
      { inspectedOn: '2026-07-01', revisitOn: '2026-07-01' },
    ),
    [
      'inspectedOn venues.day_to_come',
      'revisitOn venues.revisit_before_inspection',
      'findings.0.pictureId venues.picture_missing',
      'findings.0.validUntil venues.validity_missing',
      'findings.1.item venues.item_twice',
      'findings.2.item venues.item_unknown',
      'findings.2.validUntil venues.validity_over',
    ],
  )
})

test('nothing was inspected before the venue opened', () => {
  assert.deepEqual(faultsOf([met], { inspectedOn: '2025-12-31' }), ['inspectedOn venues.before_opening'])
})
