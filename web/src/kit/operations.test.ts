import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operationsTable, writtenTable } from '#tools/generate-operations.ts'

test('the browser’s table of operations says what the contract says', async () => {
  assert.equal(await writtenTable(), await operationsTable(), 'run: node tools/generate-operations.ts')
})
