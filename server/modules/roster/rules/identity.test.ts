import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isGoodCitizenNumber, sexOf, upgradeOldNumber } from './citizen-number.ts'
import { isGoodCreditCode, settleCreditCode } from './credit-code.ts'
import { readChineseInteger } from './chinese-numerals.ts'
import { anotherRow, inShort, judgeRows, madeNumber, madeRow } from '../test/made-roster.ts'

const TODAY = 20_260_630

test('citizen numbers: the vectors of rules E1, E3, E4 and E5', () => {
  for (const number of [
    '330205199003070013',
    '330205198512062420',
    '120101199202290035',
    '440105197808160113',
    '31011019661001402X',
    '371002199901017773',
    '11010519491231002X',
    '810000199408230021',
    '830000199201300022',
    '911124198108030024',
  ])
    assert.ok(isGoodCitizenNumber(number, TODAY), number)
  assert.equal(upgradeOldNumber('130503670401001'), '130503196704010016')
  assert.equal(sexOf('330205199003070013'), '男')
  assert.equal(sexOf('330205198512062420'), '女')
})

test('credit codes: the vectors of rule E7', () => {
  for (const code of [
    '91330205MA0000015A',
    '52330205MJ00000260',
    '81330205MC0000039X',
    '81120100MC0000047R',
    '91440105MA0000058D',
    '12310110425000065U',
    '91350100M000100Y43',
  ])
    assert.ok(isGoodCreditCode(code), code)
  for (const bad of ['91330205MA0000015B', '9133020SMA0000015A', '91330205MA000001', ''])
    assert.ok(!isGoodCreditCode(bad), bad)
  assert.equal(settleCreditCode('9133O2O5MAOOOOO15A', { bits: 0 }), '91330205MA0000015A')
  assert.equal(settleCreditCode('9133O2O5MAOOOOO15B', { bits: 0 }), null)
})

test('one wrong character never passes as a citizen number or a credit code', () => {
  const seed = Date.now() % 1e9
  console.log(`identity: seed ${seed}`)
  const at = (text: string, i: number, sign: string) => text.slice(0, i) + sign + text.slice(i + 1)
  fc.assert(
    fc.property(fc.nat(999), fc.nat(16), fc.nat(9), (sequence, i, digit) => {
      const number = madeNumber('1985-04-12', sequence)
      if (number[i] !== String(digit)) assert.ok(!isGoodCitizenNumber(at(number, i, String(digit)), TODAY))
      const code = '91330205MA0000015A'
      if (code[i] !== String(digit)) assert.ok(!isGoodCreditCode(at(code, i, String(digit))))
    }),
    { seed, numRuns: 2000 },
  )
})

test('Chinese numerals', () => {
  for (const [text, number] of Object.entries({
    零: 0,
    两: 2,
    十: 10,
    十二: 12,
    二十: 20,
    二十三: 23,
    一百二十: 120,
    壹佰贰拾: 120,
    一百零二: 102,
    一百二: 120,
    两百零五: 205,
    一千零二十: 1020,
    一千二: 1200,
    三万: 30_000,
    叁万伍仟: 35_000,
    三万五: 35_000,
    三万零五百: 30_500,
    一二〇: 120,
    十一: 11,
    一百一十一: 111,
  }))
    assert.equal(readChineseInteger(text), number, text)
  for (const text of [
    '',
    '百余',
    '十几',
    '两三',
    '七八',
    '二二十',
    '百',
    '十百',
    '一百千',
    '约十',
    '一百零零二',
  ])
    assert.equal(readChineseInteger(text), null, text)
  assert.equal(readChineseInteger('一万'.repeat(30_000)), null)
})

test('a generated clean row is accepted without a mark, alone and among others', async () => {
  const seed = Date.now() % 1e9
  console.log(`clean rows: seed ${seed}`)
  const person = fc.record({
    year: fc.integer({ min: 1940, max: 2005 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    sequence: fc.nat(999),
    name: fc
      .array(fc.constantFrom(...'王李张刘陈杨芳伟敏静丽强磊军洋艳'), { minLength: 2, maxLength: 4 })
      .map((signs) => signs.join('')),
    mobile: fc.integer({ min: 0, max: 99_999_999 }).map((n) => `142${String(n).padStart(8, '0')}`),
    joined: fc.integer({ min: 2022, max: 2025 }),
  })
  await fc.assert(
    fc.asyncProperty(person, async (one) => {
      const birth = `${one.year}-${String(one.month).padStart(2, '0')}-${String(one.day).padStart(2, '0')}`
      const number = madeNumber(birth, one.sequence)
      fc.pre(!number.endsWith('000'))
      const row = madeRow({
        姓名: one.name,
        身份证号: number,
        性别: sexOf(number),
        出生日期: birth,
        手机号码: one.mobile,
        入会时间: `${one.joined}-01-31`,
      })
      const judged = await judgeRows([anotherRow(1), row, anotherRow(2)])
      assert.deepEqual(judged.map(inShort), ['accepted', 'accepted', 'accepted'])
      assert.deepEqual(judged[1]!.warnings, [])
    }),
    { seed, numRuns: 150 },
  )
})
