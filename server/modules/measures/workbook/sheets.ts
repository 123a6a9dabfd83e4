import type { Measure, MeasureAnswer, MeasureRow } from '#contract/measures.ts'
import type { NewRow, SheetPlan } from '#server/platform/workbook/index.ts'
import type { Words } from './words.ts'

/** A sheet to be written: its plan and its lines, headings first. */
export interface Sheet {
  plan: SheetPlan
  lines: NewRow[]
}

/** The figure and its parts, with what was before where that was asked; what is kept back stays kept back. */
export function figureSheet(
  answer: MeasureAnswer,
  { measure, by, mark, words }: { measure: Measure; by: string | undefined; mark: string; words: Words },
): Sheet {
  const { earlier, change } = answer
  const told = (value: number | null | undefined) =>
    value == null ? words.hidden : inUnit(value, measure.unit)
  const beside = (then: number | null | undefined, since: number | null | undefined) =>
    earlier === undefined ? [] : [told(then), told(since)]
  const heading = `${words.measure(measure)}（${words.unit(measure.unit)}）`
  const columns = [
    by === undefined ? '' : words.breakdown(by),
    heading,
    ...(earlier === undefined ? [] : [`${words.earlier} ${daysOf(earlier, words)}`, words.change]),
  ]
  const lines = (answer.groups ?? []).map((group) => [
    by === 'organisation' ? group.label : words.kind(group.key),
    told(group.value),
    ...beside(group.earlier, group.change),
  ])
  const total = [words.total, told(answer.total), ...beside(earlier?.total, change)]
  const question = [daysOf(answer, words), ...(answer.rounded ? [words.rounded] : [])].join(' · ')
  return sheetOf([[mark], [question], columns, ...lines, total], {
    name: words.sheet,
    columnWidths: [40, 24, 34, 12].slice(0, columns.length),
  })
}

/** The rows behind a figure, one a line. */
export function rowsSheet(
  rows: readonly MeasureRow[],
  { measure, question, mark, words }: { measure: Measure; question: string; mark: string; words: Words },
): Sheet {
  const name = words.measure(measure)
  const heading = measure.unit === 'fen' ? `${name}（${words.unit(measure.unit)}）` : name
  const columns = [words.row, words.detail, heading]
  const lines = rows.map((row) => [row.label, words.kind(row.detail), inUnit(row.value, measure.unit)])
  return sheetOf([[mark], [question], columns, ...lines], {
    name: words.rowsSheet,
    columnWidths: [44, 26, 18],
  })
}

// Money is counted in fen and told in yuan.
function inUnit(value: number, unit: string): number {
  return unit === 'fen' ? value / 100 : value
}

type Days = { asOf?: string; knownAt?: string | null; from?: string | null; to?: string | null }

/** The days a figure is of, in words. */
export function daysOf({ asOf, knownAt, from, to }: Days, words: Words): string {
  const period = from != null && to != null ? words.period(from, to) : null
  const day = asOf === undefined || period !== null ? null : words.asOf(asOf)
  return [period, day, knownAt == null ? null : words.knownAt(knownAt)].filter(Boolean).join(' · ')
}

function sheetOf(lines: NewRow[], { name, columnWidths }: Pick<SheetPlan, 'name' | 'columnWidths'>): Sheet {
  const right = columnWidths.length - 1
  const merges = [1, 2].map((row) => ({ top: row, left: 0, bottom: row, right }))
  return { plan: { name, columnWidths, headerRows: 3, noteColumn: null, merges }, lines }
}
