import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysOf, isPeriod } from './periods.ts'
import { presets } from './presets.ts'
import { readTemplate } from './template.ts'

const day = '2026-08-19'

test('a template is a title, headings, paragraphs and tables, line by line', () => {
  const { blocks, faults } = readTemplate(
    '# 题\n# ——副题\n\n## 一\n共{members|today}人，{{原样}}。\n{members|today|organisation}\n{date}，{year-5}年',
  )
  assert.deepEqual(faults, [])
  assert.deepEqual(
    blocks.map(({ kind, line }) => [kind, line]),
    [
      ['title', 1],
      ['subtitle', 2],
      ['heading', 4],
      ['paragraph', 5],
      ['table', 6],
      ['paragraph', 7],
    ],
  )
  assert.deepEqual(blocks[3]!.parts, [
    { text: '共' },
    { measure: 'members', period: 'today', by: null },
    { text: '人，{原样}。' },
  ])
  assert.deepEqual(blocks[5]!.parts, [
    { word: 'date' },
    { text: '，' },
    { word: 'year', before: 5 },
    { text: '年' },
  ])
})

test('what is wrong is said with its line', () => {
  for (const [text, line, code] of [
    ['没有标题', 1, 'reports.no_title'],
    ['', 1, 'reports.no_title'],
    ['# {members|today}', 1, 'reports.figure_in_title'],
    ['# 题\n\n共{members}人', 3, 'reports.bad_placeholder'],
    ['# 题\n共{会员|today}人', 2, 'reports.bad_placeholder'],
    ['# 题\n共{members|today|sex|more}人', 2, 'reports.bad_placeholder'],
    ['# 题\n共{members|soon}人', 2, 'reports.bad_period'],
    ['# 题\n共{members|2025-02-30}人', 2, 'reports.bad_period'],
    ['# 题\n共{members|today', 2, 'reports.open_brace'],
    ['# 题\n共members|today}', 2, 'reports.open_brace'],
    ['# 题\n各街道{members|today|organisation}人', 2, 'reports.table_alone'],
  ] as const)
    assert.deepEqual(
      readTemplate(text).faults.map((fault) => [fault.line, fault.code]),
      [[line, code]],
      text,
    )
})

test('any text is read to its end: every line that says something is a block or its placeholder a fault', () => {
  fc.assert(
    fc.property(
      fc.string({
        maxLength: 300,
        unit: fc.constantFrom('{', '}', '|', '#', ' ', '\n', 'a', '.', '1', '题'),
      }),
      (text) => {
        const { blocks, faults } = readTemplate(text)
        assert.equal(blocks.length, text.split(/\r?\n/).filter((line) => line.trim() !== '').length)
        for (const { line } of faults) assert.ok(line >= 1 && line <= text.split('\n').length)
      },
    ),
    { numRuns: 300 },
  )
})

test('periods stand for days: of what happened from the first to the last, of what there is the last day that has been', () => {
  for (const [period, flow, stock] of [
    ['all', { from: null, to: null }, null],
    ['today', { from: day, to: null }, { asOf: day }],
    ['2025', { from: '2025-01-01', to: '2025-12-31' }, { asOf: '2025-12-31' }],
    ['2024-02', { from: '2024-02-01', to: '2024-02-29' }, { asOf: '2024-02-29' }],
    ['2025-06-30', { from: '2025-06-30', to: '2025-06-30' }, { asOf: '2025-06-30' }],
    ['year', { from: '2026-01-01', to: null }, { asOf: day }],
    ['year-1', { from: '2025-01-01', to: '2025-12-31' }, { asOf: '2025-12-31' }],
    ['year-5..today', { from: '2021-01-01', to: null }, null],
    ['2021..2025', { from: '2021-01-01', to: '2025-12-31' }, null],
    ['2025..2021', null, null],
    ['2027', null, null],
  ] as const) {
    assert.ok(isPeriod(period), period)
    assert.deepEqual(daysOf(period, 'flow', day), flow, period)
    assert.deepEqual(daysOf(period, 'stock', day), stock, period)
  }
  for (const period of [
    '',
    'soon',
    '2025-13',
    '2025-1',
    '20',
    '2025...2026',
    '2025..',
    '..2025',
    'year-',
    'all..today',
    '0000',
  ])
    assert.ok(!isPeriod(period), period)
})

test('the presets are templates without a fault, with the same figures in both languages', () => {
  for (const { key, textZh, textEn } of presets) {
    const [zh, en] = [readTemplate(textZh), readTemplate(textEn)]
    assert.deepEqual([zh.faults, en.faults], [[], []], key)
    const figures = ({ blocks }: typeof zh) =>
      blocks
        .flatMap(({ parts }) => parts.filter((part) => 'measure' in part))
        .map((part) => JSON.stringify(part))
    assert.deepEqual(new Set(figures(zh)), new Set(figures(en)), key)
  }
})
