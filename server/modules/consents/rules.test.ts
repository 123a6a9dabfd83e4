import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { consentState, shownCount } from './rules.ts'

test('an agreement holds for its own version only, until it is withdrawn', () => {
  const asked = { basis: 'consent', separate: false, version: 2 } as const
  assert.equal(consentState(asked, null), 'not_given')
  assert.equal(consentState(asked, { version: 2, withdrawn: false }), 'given')
  assert.equal(consentState(asked, { version: 1, withdrawn: false }), 'outdated')
  assert.equal(consentState(asked, { version: 2, withdrawn: true }), 'withdrawn')
  assert.equal(consentState({ ...asked, basis: 'statutory_duty' }, null), 'not_asked')
  assert.equal(consentState({ ...asked, basis: 'contract', separate: true }, null), 'not_given')
})

test('a group that is too small is never counted out', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 20 }), (count, smallest) => {
      const shown = shownCount(count, smallest)
      assert.equal(shown === null, count > 0 && count < smallest)
      if (shown !== null) assert.equal(shown, count)
    }),
  )
})
