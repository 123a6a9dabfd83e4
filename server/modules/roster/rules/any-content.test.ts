import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judgeOrganisationSheets, ORGANISATION_HEADER } from '../test/made-organisations.ts'
import { HEADER, judgeSheets } from '../test/made-roster.ts'
import { type MadeCell } from '../test/made-workbook.ts'
import { whyText } from './reasons.ts'

/** Pieces of what the rules look for, mixed with anything. */
const piece = fc.constantFrom(
  ...[
    '王芳',
    '·',
    '.',
    '（',
    '(',
    "'",
    '="',
    '"',
    '=',
    '+',
    '-',
    '—',
    '/',
    '33029919850412242X',
    '330299',
    '000',
    'E+17',
    'x',
    '×',
    'Ｘ',
    '１２',
  ],
  ...[
    '2017',
    '年',
    '8',
    '月',
    '〇',
    '十',
    '万',
    '元',
    '人',
    '约',
    ',',
    '，',
    '13',
    '工会',
    '委员会',
    '分公司',
    '91330299MA0005CT4E',
    '\u3000',
    '\u200b',
    '\n',
  ],
  ...[
    '√',
    '是',
    '小计',
    '合计',
    '5人',
    '填表人',
    '注',
    '退休',
    '#N/A',
    '__proto__',
    'constructor',
    '\ud842',
    '𠮷',
  ],
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const cell: fc.Arbitrary<MadeCell> = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constant(null),
  fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -5, max: 30_000_000 }),
    fc.constantFrom(2017.1, 42963, 1e15, 3.3e17),
  ),
  fc.boolean(),
  text.map((formula) => ({ formula })),
  fc.constantFrom<MadeCell>(
    { error: '#REF!' },
    { noResult: true },
    { date: '2017-08-16' },
    { date: '1900-02-29' },
    { struck: '王芳' },
  ),
)
const rows = (width: number) => fc.array(fc.array(cell, { maxLength: width }), { minLength: 1, maxLength: 6 })

test('whatever stands in a roster, every row gets an outcome and a reason', async () => {
  const seed = Date.now() % 1e9
  console.log(`any roster: seed ${seed}`)
  await fc.assert(
    fc.asyncProperty(rows(HEADER.length), async (made) => {
      const { rows: judged, summary } = await judgeSheets([{ rows: [[...HEADER], ...made] }])
      assert.equal(
        summary.counts.accepted + summary.counts.review + summary.counts.rejected,
        summary.dataRows,
      )
      for (const row of judged) {
        assert.equal(row.outcome === 'accepted', row.codes.length === 0)
        if (row.outcome !== 'accepted') assert.match(whyText(row.reasons, 'zh'), /\p{Script=Han}{4}/u)
        if (row.outcome === 'accepted') assert.ok(row.values.full_name && row.values.id_number?.length === 18)
        assert.deepEqual([...row.codes].sort(), row.codes)
        assert.deepEqual([...row.normalisations].sort(), row.normalisations)
      }
    }),
    { seed, numRuns: 150 },
  )
})

test('whatever stands in an organisation register, every row gets an outcome and a reason', async () => {
  const seed = Date.now() % 1e9
  console.log(`any register: seed ${seed}`)
  await fc.assert(
    fc.asyncProperty(rows(ORGANISATION_HEADER.length), async (made) => {
      const { rows: judged, summary } = await judgeOrganisationSheets([
        { rows: [[...ORGANISATION_HEADER], ...made] },
      ])
      assert.equal(judged.length, summary.dataRows)
      for (const row of judged) {
        assert.equal(row.outcome === 'accepted', row.codes.length === 0)
        if (row.outcome !== 'accepted') assert.match(whyText(row.reasons, 'zh'), /\p{Script=Han}{4}/u)
      }
    }),
    { seed, numRuns: 150 },
  )
})

test('whatever stands in a sheet at all, it is imported or listed', async () => {
  const seed = Date.now() % 1e9
  console.log(`any sheet: seed ${seed}`)
  const header = fc.subarray([...HEADER, '户籍', '类型', '__proto__', '说明文字'], { minLength: 0 })
  const range = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(6), fc.nat(3), fc.nat(4))
  await fc.assert(
    fc.asyncProperty(
      rows(8),
      header,
      rows(16),
      fc.array(range, { maxLength: 4 }),
      async (above, texts, below, ranges) => {
        const merges = ranges.map(([top, left, down, across]) => ({
          top,
          left,
          bottom: top + down,
          right: left + across,
        }))
        const { summary } = await judgeSheets([{ rows: [...above.slice(0, 2), texts, ...below], merges }])
        const [sheet] = summary.sheets
        assert.ok(sheet!.imported || sheet!.code === 'X18')
      },
    ),
    { seed, numRuns: 150 },
  )
})
