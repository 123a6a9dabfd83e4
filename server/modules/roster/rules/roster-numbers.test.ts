import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AS_OF,
  HER_NUMBER,
  judgeRows,
  madeNumber,
  madeRow,
  valuesOf,
  verdict,
  whyOf,
} from '../test/made-roster.ts'

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** A number whose check character is X, and what else the row needs to agree with it. */
const X_NUMBER = Array.from({ length: 500 }, (_, i) => madeNumber('1985-04-12', i * 2)).find((number) =>
  number.endsWith('X'),
)!
/** The first fifteen characters of a number that ends in 000 and has a fitting check. */
const ROUND = Array.from({ length: 28 * 10 }, (_, i) =>
  madeNumber(`1985-04-${String(1 + (i % 28)).padStart(2, '0')}`, Math.floor(i / 28) * 100),
)
  .find((number) => number.endsWith('000'))!
  .slice(0, 15)

test('a clean row is accepted without a mark', async () => {
  assert.equal(await verdict({}), 'accepted')
})

test('a number that is missing, blank or a dash rejects the row', async () => {
  for (const blank of [null, '', '  ', '—', '-', '–', '/', '\\', ' － '])
    assert.equal(await verdict({ 身份证号: blank }), 'rejected M01')
  assert.match(await whyOf({ 身份证号: null }), /缺少身份证号/)
})

test('a number cell of sixteen digits and more is never believed, even where its check fits', async () => {
  assert.equal(await verdict({ 身份证号: 330299198504120000 }), 'rejected X01')
  assert.equal(await verdict({ 身份证号: Number(`${ROUND}000`) }), 'rejected X01')
  assert.equal(await verdict({ 身份证号: 1e15 }), 'rejected X01')
  assert.equal(await verdict({ 身份证号: { formula: 330299198504120000 } }), 'rejected X01')
})

test('text in scientific notation is lost', async () => {
  for (const text of [
    '3.30299E+17',
    '3.3E17',
    ' 3.30299199001015e+17 ',
    "'3.3E+17",
    '3E+17',
    '３．３Ｅ＋１７',
  ])
    assert.equal(await verdict({ 身份证号: text }), 'rejected X03', text)
})

test('error values and formulas without a result reject the row', async () => {
  assert.equal(await verdict({ 身份证号: { error: '#N/A' } }), 'rejected X19')
  assert.equal(await verdict({ 身份证号: { noResult: true } }), 'rejected X19')
  assert.equal(await verdict({ 姓名: { error: '#REF!' } }), 'rejected X19')
  assert.equal(await verdict({ 姓名: { noResult: true }, 身份证号: null }), 'rejected M01 X19')
  assert.equal(await verdict({ 身份证号: { formula: HER_NUMBER } }), 'accepted X19')
})

test('apostrophes, wrappers, blanks and full-width digits are repaired and marked', async () => {
  for (const quote of ["'", '’', '‘', '`', '＇', "''"])
    assert.equal(await verdict({ 身份证号: quote + HER_NUMBER }), 'accepted X04', quote)
  assert.equal(await verdict({ 身份证号: `="${HER_NUMBER}"` }), 'accepted X04')
  assert.equal(await verdict({ 身份证号: fullWidth(HER_NUMBER) }), 'accepted X05')
  for (const blank of ['\t', '\n', '\r', '\u00a0', '\u200b', '\u200d', '\u2060', '\u3000', '\ufeff', ' '])
    assert.equal(
      await verdict({ 身份证号: HER_NUMBER.slice(0, 6) + blank + HER_NUMBER.slice(6) }),
      'accepted X06',
    )
  assert.equal(await verdict({ 身份证号: ` ="${HER_NUMBER}"` }), 'accepted X04 X06')
  assert.equal(await verdict({ 身份证号: ` ${fullWidth(HER_NUMBER)}\u3000` }), 'accepted X05 X06')
})

test('a lower-case x is raised, a sign that only looks like X asks', async () => {
  const agreeing = { 出生日期: null, 性别: null }
  assert.equal(await verdict({ 身份证号: X_NUMBER, ...agreeing }), 'accepted')
  assert.equal(await verdict({ 身份证号: X_NUMBER.toLowerCase(), ...agreeing }), 'accepted X07')
  assert.equal(await verdict({ 身份证号: `${X_NUMBER.slice(0, 17)}ｘ`, ...agreeing }), 'accepted X05 X07')
  for (const alike of ['×', 'Х', 'х'])
    assert.equal(await verdict({ 身份证号: X_NUMBER.slice(0, 17) + alike, ...agreeing }), 'review X07')
  assert.equal(
    await verdict({ 身份证号: `${HER_NUMBER.slice(0, 17)}×` }),
    HER_NUMBER.endsWith('X') ? 'review X07' : 'rejected X09',
  )
})

test('an old number of fifteen digits is converted and asks, as text and as a number', async () => {
  const old = HER_NUMBER.slice(0, 6) + HER_NUMBER.slice(8, 17)
  for (const cell of [old, Number(old), ` ${old}`])
    assert.equal(await verdict({ 身份证号: cell }), 'review X08')
  assert.equal((await valuesOf({ 身份证号: old })).id_number, HER_NUMBER)
  assert.equal(await verdict({ 身份证号: `${old.slice(0, 8)}1332${old.slice(12)}` }), 'rejected X09')
  assert.equal(await verdict({ 身份证号: old, 性别: '男' }), 'review X08 X10')
  assert.equal(await verdict({ 身份证号: `99${old.slice(2)}` }), 'review X08')
  assert.equal(await verdict({ 身份证号: `16${old.slice(2)}` }), 'rejected X09')
})

test('check digit, date, length and province decide, the county does not', async () => {
  const wrongCheck = HER_NUMBER.slice(0, 17) + (HER_NUMBER.endsWith('5') ? '6' : '5')
  assert.equal(await verdict({ 身份证号: wrongCheck }), 'rejected X09')
  assert.equal(await verdict({ 身份证号: HER_NUMBER.slice(0, 17) }), 'rejected X09')
  assert.equal(await verdict({ 身份证号: `${HER_NUMBER}1` }), 'rejected X09')
  assert.equal(await verdict({ 身份证号: madeNumber('1991-02-29', 242), 出生日期: null }), 'rejected X09')
  assert.equal(await verdict({ 身份证号: madeNumber('1992-02-29', 242), 出生日期: null }), 'accepted')
  for (const province of ['11', '15', '21', '37', '46', '50', '65', '71', '81', '83', '91', '99'])
    assert.equal(
      await verdict({ 身份证号: madeNumber('1985-04-12', 242, `${province}0000`) }),
      'accepted',
      province,
    )
  for (const province of ['10', '16', '20', '24', '38', '47', '55', '66', '70', '72', '80', '84', '00'])
    assert.equal(
      await verdict({ 身份证号: madeNumber('1985-04-12', 242, `${province}0000`) }),
      'rejected X09',
      province,
    )
  // Numbers that a person or a program mixed up.
  for (const text of ['E12345678', '不详', '无', '身份证', '33029919850412024２2', 'ABCDEFGHIJKLMNOPQR'])
    assert.equal(await verdict({ 身份证号: text }), 'rejected X09', text)
  assert.equal(await verdict({ 身份证号: 12345 }), 'rejected X09')
  assert.equal(await verdict({ 身份证号: true }), 'rejected X09')
})

test('a birth date must be past, on the day itself it is not', async () => {
  assert.equal(await verdict({ 身份证号: madeNumber(AS_OF, 242), 出生日期: null }), 'rejected X09')
  assert.equal(
    await verdict({ 身份证号: madeNumber('2026-06-29', 242), 出生日期: null, 入会时间: null }),
    'review M02',
  )
})

test('a text of eighteen digits ending in 000 asks, and is rejected twice where its check fails', async () => {
  const agreeing = { 性别: null, 出生日期: null }
  assert.equal(await verdict({ 身份证号: `${ROUND}000`, ...agreeing }), 'review X02')
  assert.equal(await verdict({ 身份证号: `'${ROUND}000`, ...agreeing }), 'review X02')
  const failing = `${ROUND.slice(0, 14)}${(Number(ROUND[14]) + 1) % 10}000`
  assert.equal(await verdict({ 身份证号: failing, ...agreeing }), 'rejected X02 X09')
})

test('age from 16 to 100 on the day of judging passes', async () => {
  const aged = (birth: string) =>
    verdict({ 身份证号: madeNumber(birth, 242), 出生日期: null, 入会时间: null })
  assert.equal(await aged('2010-06-30'), 'accepted')
  assert.equal(await aged('2010-07-01'), 'review M02')
  assert.equal(await aged('1925-07-01'), 'accepted')
  assert.equal(await aged('1925-06-30'), 'review M02')
})

test('a rejected row carries no review codes and all rejecting ones', async () => {
  assert.equal(await verdict({ 姓名: null, 身份证号: '1', 性别: '男', 备注: '已退休' }), 'rejected M01 X09')
  const [row] = await judgeRows([madeRow({ 姓名: '=1+1', 身份证号: '3.3E+17' })])
  assert.deepEqual([row!.outcome, row!.codes], ['rejected', ['X03', 'X27']])
})
