import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CellKind, type CellValue } from '#server/platform/workbook/index.ts'
import { lastDayOf, readDate, type DateRules } from './dates.ts'
import { markCodes } from './marks.ts'

const RULES: DateRules = { asOf: '2026-06-30', epoch: 1900, shortYears: 'refused' }
const kinds = { string: CellKind.text, number: CellKind.number, boolean: CellKind.boolean } as Record<
  string,
  number
>

/** '2017-08-16 X11' for a date read with a mark, '?' for one that cannot be determined. */
function said(value: CellValue, rules: Partial<DateRules> = {}): string {
  const reading = readDate(value, kinds[typeof value] as number, { ...RULES, ...rules })
  return reading.date ? [reading.date.value, ...markCodes(reading.bits)].join(' ') : '?'
}

function sameAs(expected: string, values: CellValue[]) {
  for (const value of values) assert.equal(said(value), expected, JSON.stringify(value))
}

test('plain dates carry no mark', () => {
  sameAs('2017', ['2017'])
  sameAs('2017-08', ['2017-08'])
  sameAs('2017-08-16', ['2017-08-16'])
  assert.deepEqual(readDate('2017-08-16', CellKind.date, RULES), {
    date: { value: '2017-08-16', precision: 'day' },
    shortYear: false,
    bits: 0,
  })
  assert.deepEqual(readDate('2017-08-16T13:45:00', CellKind.date, RULES).date, {
    value: '2017-08-16',
    precision: 'day',
  })
})

test('other separators and one-digit parts are marked', () => {
  sameAs('2017-08-16 X11', [
    '2017.8.16',
    '2017/8/16',
    '2017/08/16',
    '2017、8、16',
    '2017,8,16',
    '2017-8-16',
    '2017年8月16日',
    '2017年8月16号',
    '2017年08月16',
    '2017.08-16',
    '2017-08-16日',
  ])
  sameAs('2017-08 X11', ['2017-8', '2017.8', '2017/08', '2017年8月', '2017年8', '2017、8'])
  sameAs('2017-01 X11', ['2017.1', '2017.01'])
  sameAs('2017-10 X11', ['2017.10'])
  sameAs('2017 X11', ['2017年'])
})

test('full-width signs and blanks are repaired and marked beside', () => {
  sameAs('2017-08-16 X05', ['２０１７-０８-１６', '２０１７－０８－１６'])
  sameAs('2017-08-16 X05 X11', ['2017，8，16', '２０１７．８．１６'])
  sameAs('2017-08-16 X06', ['2017-08-16 ', '\u00a02017-08-16', '2017 -08-16'])
  sameAs('2017-08-16 X06 X11', ['2017年 8月 16日'])
  sameAs('2017-08-16 X04', ["'2017-08-16", '="2017-08-16"'])
})

test('runs of digits and serial days', () => {
  sameAs('2017-08-16 X11', [20170816, '20170816', 42963, '42963'])
  sameAs('2017-08 X11', [201708, '201708'])
  sameAs('2017 X11', [2017])
  sameAs('?', [
    '201713',
    '20170832',
    170816,
    '170816',
    1899,
    2101,
    '1899',
    19999,
    61000,
    '61000',
    '0',
    0,
    -5,
    8,
  ])
  assert.equal(said(20000), '1954-10-03 X11')
  assert.equal(said(41501, { epoch: 1904 }), '2017-08-16 X11')
})

test('a number yyyy.m is a month, but yyyy.1 may have been October', () => {
  assert.equal(said(2017.8), '2017-08 X11')
  assert.equal(said(2017.12), '2017-12 X11')
  assert.equal(said(2017.08), '2017-08 X11')
  assert.equal(said(2017.01), '2017-01 X11')
  sameAs('?', [2017.1, 2017.13, 2017.101, 1899.5])
})

test('day 00 and month 00 are unknown', () => {
  sameAs('2017-08 X11', ['2017.08.00', '2017-08-00', '20170800', 20170800])
  sameAs('2017 X11', ['2017-00-00', '2017.0.0', '201700', '2017-00'])
})

test('Chinese digits', () => {
  sameAs('2017-08-16 X11', [
    '二〇一七年八月十六日',
    '二○一七年八月十六日',
    '二零一七年八月十六日',
    '2017年八月十六日',
    '二〇一七年8月16日',
  ])
  sameAs('2017-12-23 X11', ['二〇一七年十二月二十三日'])
  sameAs('2017-11-30 X11', ['二〇一七年十一月三十号'])
  sameAs('2017-10-10 X11', ['二〇一七年十月十日'])
  sameAs('2017-08 X11', ['二〇一七年八月'])
  sameAs('2017 X11', ['二〇一七年', '二〇一七'])
})

test('midnight is cut off first, its blank is no X06; another time is not a date', () => {
  sameAs('2017-08-16 X11', [
    '2017-08-16 00:00:00',
    '2017-08-16 0:00:00',
    '2017-08-16 00:00',
    '2017/8/16 0:00',
    '2017-08-16T00:00:00',
    '2017-08-16T00:00:00.000Z',
  ])
  sameAs('?', ['2017-08-16 13:45:00'])
})

test('what cannot be determined asks', () => {
  sameAs('?', [
    '17/8/16',
    '17.8',
    '85年4月',
    '3/8/2017',
    '16-08-2017',
    '1990-02-30',
    '2017.13',
    '2017-13-01',
    '2017-04-31',
    '2203-05-01',
    '1899-12-31',
    '不详',
    '约2017年',
    '2017年上半年',
    '2017-08-16-',
    '2017--08',
    '2017年8月份',
    '八月',
    true,
    '2016.5-2017.6',
    '2026-07-01',
    '2027',
    '2026年7月',
  ])
  assert.equal(said('2016-02-29'), '2016-02-29')
  assert.equal(said('2017-02-29'), '?')
  assert.equal(said('1900-01-01'), '1900-01-01')
})

test('two-digit years only where allowed', () => {
  const short = { shortYears: 'allowed' as const }
  assert.equal(said('85.4.12', short), 'xx85-04-12 X11')
  assert.equal(said('85年4月', short), 'xx85-04 X11')
  assert.equal(said('850412', short), 'xx85-04-12 X11')
  assert.equal(said('198504', short), '1985-04 X11')
  assert.equal(said('85.13', short), '?')
  assert.equal(said('12/4/85', short), '?')
})

test('the last day a date can mean', () => {
  assert.equal(lastDayOf({ value: '2016', precision: 'year' }), 20161231)
  assert.equal(lastDayOf({ value: '2016-02', precision: 'month' }), 20160229)
  assert.equal(lastDayOf({ value: '2016-02-03', precision: 'day' }), 20160203)
})

test('any day written in any accepted way reads as itself', () => {
  const chinese = (n: number) =>
    n <= 10
      ? '零一二三四五六七八九十'[n]
      : `${n < 20 ? '' : '二三'[Math.floor(n / 10) - 2]}十${n % 10 ? '零一二三四五六七八九'[n % 10] : ''}`
  const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2026-06-29'), noInvalidDate: true })
  const seed = Date.now() % 1e9
  console.log(`dates: seed ${seed}`)
  fc.assert(
    fc.property(day, fc.nat(8), (instant, way) => {
      const iso = instant.toISOString().slice(0, 10)
      const [y, m, d] = iso.split('-').map(Number) as [number, number, number]
      const written: CellValue[] = [
        iso,
        `${y}.${m}.${d}`,
        `${y}/${m}/${d}`,
        `${y}年${m}月${d}日`,
        iso.replaceAll('-', ''),
        Number(iso.replaceAll('-', '')),
        `${[...String(y)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')}年${chinese(m)}月${chinese(d)}日`,
        `${iso} 00:00:00`,
        `${y}、${m}、${d}`,
      ]
      const value = written[way]!
      assert.equal(said(value), way === 0 ? iso : `${iso} X11`, String(value))
    }),
    { seed, numRuns: 500 },
  )
})
