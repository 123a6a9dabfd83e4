import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { handlerAmong, newReceiptNo, stateAfter } from './rules.ts'

test('a complaint waits, is answered, and goes on or is closed; a look at the identity changes nothing', () => {
  assert.equal(stateAfter(['filed']), 'waiting')
  assert.equal(stateAfter(['filed', 'answered', 'identity_revealed']), 'answered')
  assert.equal(stateAfter(['filed', 'answered', 'not_satisfied']), 'waiting')
  assert.equal(stateAfter(['filed', 'answered', 'satisfied']), 'closed')
})

test('the nearest above who handles complaints answers, never whoever is complained about', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 6 }), (handles) => {
      const above = handles.map((each, at) => ({ organisationId: `level ${at + 1}`, handles: each }))
      const nearest = handles.indexOf(true)
      const expected = nearest === -1 ? (above.at(-1)?.organisationId ?? null) : `level ${nearest + 1}`
      assert.equal(handlerAmong(above), expected)
    }),
  )
})

test('receipt numbers can be read out and do not repeat', () => {
  const some = new Set(Array.from({ length: 500 }, newReceiptNo))
  assert.equal(some.size, 500)
  for (const number of some) assert.match(number, /^TS-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
})
