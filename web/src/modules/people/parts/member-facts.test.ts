import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MemberFile } from '#contract/people-records.ts'
import { membershipOn, placeOfFile } from './member-facts.ts'

const membership = (unionId: string, startsOn: string, endsBefore: string | null) => ({
  unionId,
  startsOn,
  endsBefore,
  supersededAt: null,
})
const file = (memberships: object[], employments: object[] = []) =>
  ({ memberships, employments }) as unknown as MemberFile

test('a membership holds from its first day to the day before it no longer does', () => {
  const one = file([membership('a', '2024-01-01', '2026-06-30')])
  assert.equal(membershipOn(one, '2023-12-31'), undefined)
  assert.equal(membershipOn(one, '2024-01-01')?.unionId, 'a')
  assert.equal(membershipOn(one, '2026-06-29')?.unionId, 'a')
  assert.equal(membershipOn(one, '2026-06-30'), undefined)
})

test('what was corrected since holds on no day', () => {
  const corrected = { ...membership('a', '2024-01-01', null), supersededAt: '2025-01-01T00:00:00Z' }
  assert.equal(membershipOn(file([corrected]), '2026-01-01'), undefined)
})

test('a file is reached by the union of today, then by the employer, then by the last union', () => {
  const former = membership('former', '2020-01-01', '2021-01-01')
  const job = { employerId: 'works', startsOn: '2020-01-01', endsBefore: null, supersededAt: null }
  assert.equal(placeOfFile(file([membership('now', '2024-01-01', null), former], [job]), '2026-06-30'), 'now')
  assert.equal(placeOfFile(file([former], [job]), '2026-06-30'), 'works')
  assert.equal(placeOfFile(file([former]), '2026-06-30'), 'former')
})
