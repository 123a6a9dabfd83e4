import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stateAfter, stepAfter, whyNotSign } from './rules.ts'

test('a request waits until the last step has signed', () => {
  assert.equal(stateAfter({ act: 'submitted', waitsFor: 1 }), 'waiting')
  assert.equal(stateAfter({ act: 'approved', waitsFor: stepAfter(1, 2) }), 'waiting')
  assert.equal(stateAfter({ act: 'approved', waitsFor: stepAfter(2, 2) }), 'approved')
  for (const act of ['returned', 'withdrawn', 'refused'] as const)
    assert.equal(stateAfter({ act, waitsFor: null }), act)
})

test('nobody signs what they asked for, what is about themselves, or twice', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 3, maxLength: 6 }), (people) => {
      const [askedBy, personId, ...signedBy] = people as [string, string, ...string[]]
      for (const signer of ['a', 'b', 'c', 'd']) {
        const involved = [askedBy, personId, ...signedBy].includes(signer)
        assert.equal(whyNotSign(signer, { askedBy, personId, signedBy }) !== null, involved)
      }
    }),
  )
})
