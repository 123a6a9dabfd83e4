import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duesShown, wagesOf } from './wages.ts'

test('a column of wages is read line by line; the first line that is no sum is named', () => {
  assert.deepEqual(wagesOf('6,009.99\r\n\n 0 \n9.99'), { wagesFen: [600_999, 0, 999] })
  assert.deepEqual(wagesOf('6000\n王某 6000'), { wrongRow: 2 })
})

test('what is shown is half a per cent of whole tens of yuan', () => {
  assert.equal(duesShown([600_999, 999], { basisPoints: 50, stepFen: 1000 }), 3_000)
})
