import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { use } from '../i18n/language.ts'
import {
  dayBefore,
  formatDate,
  formatFigure,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPeriod,
  formatShare,
  formatSize,
  shanghaiDate,
} from './format.ts'

afterEach(() => use('zh'))

test('a date carries its weekday', () => {
  assert.equal(formatDate('2026-08-19'), '2026年8月19日 周三')
  use('en')
  assert.equal(formatDate('2026-08-19'), 'Wed 19 Aug 2026')
})

test('an instant is told in Shanghai time, also past midnight there', () => {
  assert.equal(formatInstant('2026-08-19T06:05:00Z'), '2026年8月19日 周三 14:05')
  assert.equal(formatInstant('2026-12-31T16:30:00Z'), '2027年1月1日 周五 00:30')
  assert.equal(shanghaiDate('2026-12-31T15:59:59Z'), '2026-12-31')
})

test('an interval is told with its last day, over month and leap-year ends', () => {
  assert.equal(formatPeriod('2024-04-01', '2027-04-01'), '2024年4月1日 至 2027年3月31日')
  assert.equal(formatPeriod('2024-04-01', null), '2024年4月1日 起')
  assert.equal(dayBefore('2028-03-01'), '2028-02-29')
})

test('money is whole fen, grouped, with two decimals, exact beyond what a double holds', () => {
  assert.equal(formatMoney(120_000), '1,200.00 元')
  assert.equal(formatMoney('-5'), '−0.05 元')
  assert.equal(formatMoney('900719925474099399'), '9,007,199,254,740,993.99 元')
  use('en')
  assert.equal(formatMoney(120_000), 'CNY 1,200.00')
})

test('a figure stands in the unit beside it: fen as yuan, anything else whole', () => {
  assert.equal(formatFigure(6_833_333, 'fen'), '68,333.33')
  assert.equal(formatFigure(-50, 'fen'), '−0.50')
  assert.equal(formatFigure(144_500, 'workers'), '144,500')
})

test('numbers, shares and sizes are written for people', () => {
  assert.equal(formatNumber(144_500), '144,500')
  assert.equal(formatNumber(-1234.5), '-1,234.5')
  assert.equal(formatShare(5 / 6), '83.3%')
  assert.equal(formatShare(1), '100%')
  assert.equal(formatSize(20_657_000), '20 MB')
})
