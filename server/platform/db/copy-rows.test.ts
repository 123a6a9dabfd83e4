import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CopyRows } from './copy-rows.ts'

test('dates are counted as PostgreSQL counts them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 60_000 }), (day) => {
      const date = new Date((day + 10_957) * 86_400_000).toISOString().slice(0, 10)
      assert.equal(written((copy) => copy.date(date)).readInt32BE(6), day)
    }),
  )
})

test('a uuid is its sixteen bytes, in capitals or not', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (id, loud) => {
      const bytes = written((copy) => copy.uuid(loud ? id.toUpperCase() : id))
      assert.equal(bytes.subarray(6, 22).toString('hex'), id.replaceAll('-', ''))
    }),
  )
})

test('a text longer than a piece makes its piece grow', () => {
  const text = '工会'.repeat(200_000)
  const bytes = written((copy) => copy.text(text))
  assert.equal(bytes.readInt32BE(2), Buffer.byteLength(text))
  assert.equal(bytes.subarray(6).toString('utf8'), text)
})

test('numbers beyond 32 bits keep all their digits', () => {
  const bytes = written((copy) => copy.bigintArray([2 ** 50 + 7, 3]))
  assert.equal(bytes.readBigInt64BE(6 + 24), BigInt(2 ** 50 + 7))
})

function written(field: (copy: CopyRows) => void): Buffer {
  const pieces: Uint8Array[] = []
  const copy = new CopyRows(1, (piece) => pieces.push(piece))
  copy.begin()
  field(copy)
  copy.end()
  copy.flush()
  return Buffer.concat(pieces)
}
