import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { tamper } from '../tampering/audit-tamper.soak.ts'

test('every way to tamper with anchored entries is found and named; without an anchor a complete rewrite is not', async (t) => {
  const seed = Number(process.env.GONGHUI_TEST_SEED ?? randomInt(2 ** 31))
  t.diagnostic(`seed ${seed}`)
  const { tamperings, missed, controls, unnoticed } = await tamper({ count: 30, seed })
  assert.deepEqual(missed, [])
  assert.ok(tamperings >= 29, `${tamperings} tamperings`)
  assert.ok(controls >= 2)
  assert.equal(unnoticed, controls)
})
