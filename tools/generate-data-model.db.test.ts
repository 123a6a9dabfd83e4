import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDataModelFresh } from './generate-data-model.ts'

test('docs/data-model.md is that of the migrations (mend with tools/generate-data-model.ts)', async () => {
  assert.equal(await isDataModelFresh(), true)
})
