import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  anotherRow,
  HER_NUMBER,
  inShort,
  judgeRows,
  judgeSheets,
  HEADER,
  madeNumber,
  madeRow,
  type Cells,
} from '../test/made-roster.ts'
import { whyText } from './reasons.ts'

const OTHER_UNION = '云川恒瑞精密机械有限公司工会'
const noMobile = { 手机号码: null }

/** The verdicts of rows that are clean but for the named cells. */
async function verdicts(...rows: Cells[]): Promise<string[]> {
  return (await judgeRows(rows.map((change) => madeRow({ ...noMobile, ...change })))).map(inShort)
}

test('the same number and name again: the first as usual, each later one asks', async () => {
  assert.deepEqual(await verdicts({}, {}, {}), ['accepted', 'review X20', 'review X20'])
  assert.deepEqual(await verdicts({}, { 姓名: '王 芳', 身份证号: `'${HER_NUMBER}` }), [
    'accepted',
    'review X20',
  ])
  assert.deepEqual(await verdicts({ 备注: '退休' }, {}), ['review X29', 'review X20'])
  const rows = await judgeRows([madeRow(noMobile), madeRow(noMobile)])
  assert.match(whyText(rows[1]!.reasons, 'zh'), /与本表前面的行身份证号、姓名相同/)
})

test('the same number with two names: all rows ask, whatever their unions', async () => {
  assert.deepEqual(await verdicts({}, { 姓名: '王小芳' }, {}), ['review X20', 'review X20', 'review X20'])
  assert.deepEqual(await verdicts({}, { 姓名: '王小芳', 所属工会: OTHER_UNION }), [
    'review X20',
    'review X20',
  ])
})

test('the same person in two unions: all rows ask for a transfer', async () => {
  assert.deepEqual(await verdicts({}, { 所属工会: OTHER_UNION }, {}), [
    'review X21',
    'review X21',
    'review X21',
  ])
  // The same union in its two spellings is one.
  assert.deepEqual(await verdicts({}, { 所属工会: '鸿远(云川)物流有限公司工会' }), ['accepted', 'review X20'])
  // Unions that are not in the register are compared all the same.
  assert.deepEqual(await verdicts({ 所属工会: '甲工会' }, { 所属工会: '乙工会' }), [
    'review X21 X22',
    'review X21 X22',
  ])
  assert.deepEqual(await verdicts({}, { 所属工会: null }), ['accepted', 'review M01 X20'])
})

test('same name, birthday and union with two numbers: all rows ask', async () => {
  const second = madeNumber('1985-04-12', 444)
  assert.deepEqual(await verdicts({}, { 身份证号: second }), ['review X20', 'review X20'])
  assert.deepEqual(await verdicts({}, {}, { 身份证号: second }), ['review X20', 'review X20', 'review X20'])
  assert.deepEqual(await verdicts({}, { 身份证号: second, 所属工会: OTHER_UNION }), ['accepted', 'accepted'])
  assert.deepEqual(await verdicts({}, { 身份证号: second, 姓名: '王小芳' }), ['accepted', 'accepted'])
  assert.deepEqual(await verdicts({}, { 身份证号: madeNumber('1985-04-13', 242), 出生日期: null }), [
    'accepted',
    'accepted',
  ])
})

test('an old number takes part with its converted form', async () => {
  const old = HER_NUMBER.slice(0, 6) + HER_NUMBER.slice(8, 17)
  assert.deepEqual(await verdicts({}, { 身份证号: old }), ['accepted', 'review X08 X20'])
  assert.deepEqual(await verdicts({ 身份证号: Number(old) }, { 姓名: '王小芳' }), [
    'review X08 X20',
    'review X20',
  ])
})

test('rejected rows take no part', async () => {
  assert.deepEqual(await verdicts({ 身份证号: '1' }, { 身份证号: '1' }), ['rejected X09', 'rejected X09'])
  assert.deepEqual(await verdicts({}, { 姓名: null }), ['accepted', 'rejected M01'])
})

test('duplicates are found over all sheets of the file', async () => {
  const { rows } = await judgeSheets([
    { name: '一', rows: [[...HEADER], madeRow(noMobile)] },
    { name: '二', rows: [[...HEADER], madeRow(noMobile)] },
  ])
  assert.deepEqual(
    rows.map((row) => [row.sheet, inShort(row)]),
    [
      ['一', 'accepted'],
      ['二', 'review X20'],
    ],
  )
})

test('the same mobile on two accepted rows warns on both, not on rows that wait anyway', async () => {
  const shared = { 手机号码: '15412345678' }
  const warned = async (...rows: Cells[]) =>
    (await judgeRows(rows.map((change, i) => anotherRow(i + 1, { ...shared, ...change })))).map((row) =>
      row.warnings.join(),
    )
  assert.deepEqual(await warned({}, {}, { 手机号码: '15412345679' }), ['X25', 'X25', ''])
  assert.deepEqual(await warned({}, { 手机号码: '+8615412345678' }), ['X25', 'X25'])
  assert.deepEqual(await warned({}, { 备注: '退休' }), ['', ''])
  assert.deepEqual(await warned({}, { 姓名: null }), ['', ''])
  // A row that only duplicates turn to review counts no more.
  const rows = await judgeRows([madeRow(shared), madeRow(shared)])
  assert.deepEqual(
    rows.map((row) => [inShort(row), row.warnings.length]),
    [
      ['accepted', 0],
      ['review X20', 0],
    ],
  )
})

test('the summary counts rows as amended', async () => {
  const { summary } = await judgeSheets([
    { rows: [[...HEADER], madeRow(noMobile), madeRow(noMobile), madeRow({ 身份证号: '1' })] },
  ])
  assert.deepEqual(summary.counts, { accepted: 1, review: 1, rejected: 1 })
  assert.deepEqual(
    summary.amendments.map((one) => [one.index, one.row, one.before]),
    [[1, 3, 'accepted']],
  )
})
