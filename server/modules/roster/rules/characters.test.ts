import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as characters from './characters.ts'
import { markCodes } from './marks.ts'

const REPAIRS = [
  'repairTight',
  'repairCode',
  'repairPersonName',
  'repairUnitName',
  'repairListValue',
  'repairDocumentNumber',
  'repairWords',
] as const

test('repairing what is repaired changes nothing and marks nothing', () => {
  const sign = fc.constantFrom(
    ...' \t\n\u00a0\u200b\u3000\ufeff\'’‘`＇="\\/-—().（）•・．·abxX1９８Ａ王芳云川工会〔[,，;；',
  )
  const text = fc.array(sign, { maxLength: 14 }).map((signs) => signs.join(''))
  const seed = Date.now() % 1e9
  console.log(`characters: seed ${seed}`)
  fc.assert(
    fc.property(text, fc.constantFrom(...REPAIRS), (input, repair) => {
      const once = characters[repair](input, { bits: 0 })
      const marks = { bits: 0 }
      assert.equal(characters[repair](once, marks), once)
      assert.deepEqual(markCodes(marks.bits), [])
    }),
    { seed, numRuns: 3000 },
  )
})

test('blank is nothing but blanks and dashes', () => {
  for (const blank of ['', ' ', '\u3000\u00a0', '-', '—', '–', '/', '\\', '——', ' - ', '--/'])
    assert.ok(characters.isBlankText(blank), blank)
  for (const filled of ['0', '无', '.', '-1', '·']) assert.ok(!characters.isBlankText(filled), filled)
})

test('the bracket of a document number becomes 〔〕', () => {
  for (const [open, close] of ['[]', '()', '（）', '【】', '［］'].map((pair) => [...pair])) {
    const marks = { bits: 0 }
    assert.equal(
      characters.repairDocumentNumber(`云临工${open}2016${close}12号`, marks),
      '云临工〔2016〕12号',
    )
    assert.deepEqual(markCodes(marks.bits), ['X22'])
  }
})

test('a huge cell made to cost time costs none', () => {
  const started = performance.now()
  for (const repair of REPAIRS)
    for (const piece of ['="', "' ", '\u3000', '一万', '万', '2017年', '1,'])
      characters[repair](piece.repeat(30_000), { bits: 0 })
  assert.ok(performance.now() - started < 1_000)
})
