import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areTypesFresh } from './generate-types.ts'

test('the row types are those of the migrations (mend with tools/generate-types.ts)', async () => {
  assert.equal(await areTypesFresh(), true)
})
