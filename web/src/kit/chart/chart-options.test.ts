import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barOptions, chartHeight, mostRows } from './chart-options.ts'
import { contrast, earlierInk, ground, nowInk, words } from './palette.ts'

const wordsOfChart = { number: String, hidden: '过少，不显示', earlier: '上年同期' }
const bars = [
  { key: '2024', label: '2024', value: 30, earlier: 28 },
  { key: '2025', label: '2025', value: null, earlier: null },
]

test('everything a chart draws stands out from its ground at least three to one, words four and a half to one', () => {
  for (const colour of [nowInk.fill, nowInk.edge, earlierInk.edge, earlierInk.hatch!, words.line])
    assert.ok(contrast(colour, ground) >= 3, colour)
  for (const colour of [words.strong, words.quiet]) assert.ok(contrast(colour, ground) >= 4.5, colour)
})

test('now and earlier differ without any colour: one is filled, the other hatched', () => {
  assert.equal(nowInk.hatch, null)
  assert.notEqual(earlierInk.hatch, null)
  assert.ok(contrast(nowInk.fill, earlierInk.fill) >= 3)
})

test('a bar that may still grow is hatched, so that nobody takes it for whole', () => {
  const drawing = { words: wordsOfChart, direction: 'columns', motion: 'none', width: 900 } as const
  const years = bars.map(({ key, label, value }) => ({ key, label, value, isGoingOn: key === '2025' }))
  const [series] = barOptions({ ...drawing, bars: years }).series
  assert.deepEqual(
    series!.data.map(({ itemStyle }) => itemStyle?.decal !== undefined),
    [false, true],
  )
})

test('a figure that is kept back has no bar and says so', () => {
  const [series] = barOptions({
    bars,
    words: wordsOfChart,
    direction: 'columns',
    motion: 'none',
    width: 900,
  }).series
  assert.deepEqual(
    series!.data.map(({ value, label }) => [value, label.formatter]),
    [
      [30, '30'],
      [0, '过少，不显示'],
    ],
  )
})

test('what was before is drawn beside it only where it was asked for, and every bar says what it is', () => {
  const { series } = barOptions({ bars, words: wordsOfChart, direction: 'rows', motion: 'none', width: 900 })
  assert.deepEqual(
    series.map(({ data }) => data[0]!.label.formatter),
    ['30', '28 上年同期'],
  )
  const alone = bars.map(({ key, label, value }) => ({ key, label, value }))
  assert.equal(
    barOptions({ bars: alone, words: wordsOfChart, direction: 'rows', motion: 'none', width: 900 }).series
      .length,
    1,
  )
})

test('a chart of rows grows with them and stops at as many as an eye can hold', () => {
  assert.ok(chartHeight(bars, 'rows') < chartHeight([...bars, ...bars], 'rows'))
  const many = Array.from({ length: 60 }, (_, at) => ({ key: `${at}`, label: `${at}`, value: at }))
  const { series } = barOptions({
    bars: many,
    words: wordsOfChart,
    direction: 'rows',
    motion: 'none',
    width: 900,
  })
  assert.equal(series[0]!.data.length, mostRows)
})
