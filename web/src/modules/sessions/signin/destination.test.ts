import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#contract/sessions.ts'
import { destinationOf } from './destination.ts'

const officer = { appointments: [{}] as unknown as Me['appointments'], secondFactorDue: false }
const worker = { appointments: [], secondFactorDue: false }

test('officers arrive at the console and workers at the phone', () => {
  assert.equal(destinationOf(officer, null), '/console')
  assert.equal(destinationOf(worker, null), '/me')
})

test('an officer who must set up the second step does that first', () => {
  assert.equal(destinationOf({ ...officer, secondFactorDue: true }, '/console/members'), '/console/two-step')
})

test('the page asked for comes back after signing in', () => {
  assert.equal(
    destinationOf(officer, '/console/members?q=%E7%8E%8B&sort=-name'),
    '/console/members?q=%E7%8E%8B&sort=-name',
  )
  assert.equal(destinationOf(worker, '/me/card'), '/me/card')
})

test('no link can send people to another site', () => {
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/console/../../x',
    '/consolex',
    'javascript:1',
  ])
    assert.equal(destinationOf(officer, next), '/console', next)
})
