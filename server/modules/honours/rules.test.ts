import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holderShown, honourFaults, nextDayOf } from './rules.ts'

const titles = [
  { code: 'thanks', zh: '表扬', en: 'thanks', holder: 'person', months: 0 },
  { code: 'point', zh: '示范点', en: 'point', holder: 'organisation', months: 12 },
] as const
const codesOf = (entered: object) =>
  honourFaults({ title: 'thanks', grantedOn: '2026-06-30', ...entered }, { titles, today: '2026-06-30' }).map(
    ({ path, code }) => `${path} ${code}`,
  )

test('a title goes to the kind of holder its rule names, and to one holder', () => {
  assert.deepEqual(codesOf({ holderPersonId: 'p' }), [])
  assert.deepEqual(codesOf({ title: 'point', holderOrganisationId: 'o' }), [])
  assert.deepEqual(codesOf({ holderOrganisationId: 'o' }), ['holderPersonId honours.wrong_holder'])
  assert.deepEqual(codesOf({}), ['holderPersonId honours.one_holder'])
  assert.deepEqual(codesOf({ holderPersonId: 'p', holderOrganisationId: 'o' }), [
    'holderPersonId honours.one_holder',
  ])
})

test('all that is wrong is said at once', () => {
  assert.deepEqual(codesOf({ title: 'none', grantedOn: '2026-07-01', expiresOn: '2026-07-01' }), [
    'title honours.title_unknown',
    'holderPersonId honours.one_holder',
    'grantedOn honours.day_to_come',
    'expiresOn honours.expires_before',
  ])
})

test('a year later is the same day, and of 29 February the 28th', () => {
  assert.equal(nextDayOf('2025-06-30', 12), '2026-06-30')
  assert.equal(nextDayOf('2024-02-29', 12), '2025-02-28')
  assert.equal(nextDayOf('2025-08-31', 1), '2025-09-30')
})

test('a stranger sees the family name only', () => {
  assert.equal(holderShown('王小明', true), '王**')
  assert.equal(holderShown('机械厂', false), '机械厂')
})
