import { expectRow, type Expectation } from './expectation.ts'
import type { Random } from './random.ts'
import { defectPlanter } from './roster-defects.ts'
import { ROSTER_COLUMNS, type RosterRow } from './roster-rows.ts'
import { columnLetters, type Cell } from './xlsx.ts'

export const ROSTER_LAYOUTS = ['plain', 'messy', 'two-row-header', 'csv-gb18030'] as const
export type RosterLayout = (typeof ROSTER_LAYOUTS)[number]

export interface RosterSheet {
  layout: RosterLayout
  rows: Iterable<RosterRow>
  /** Share of rows with a mistake, 0 to 1. */
  defectRate: number
  random: Random
  /** Receives the merged ranges while the rows come. */
  merges: string[]
  expectation: Expectation
}

type Column = { key: string; header: string }

/** The sheet's rows from top to bottom in the chosen layout, with the mistakes planted and the expectation filled in. */
export function* rosterSheet(sheet: RosterSheet): Generator<Cell[], void, undefined> {
  const isMessy = sheet.layout === 'messy'
  const columns = isMessy ? messyColumns(sheet.random) : plainColumns()
  let at = 0
  for (const { cells, kind } of isMessy ? messyTop(sheet, columns) : headerRows(sheet, columns)) {
    sheet.expectation.skipped.push({ row: ++at, kind })
    yield cells
  }
  let groups = 0
  for (const group of groupsOf(withDefects(sheet))) {
    const isMerged = isMessy && ++groups % 2 === 1 && group.length > 1
    const first = at + 1
    for (const row of group) {
      at++
      if (isMerged && at > first) row.normalisations.add('X15')
      expectRow(sheet.expectation, at, row)
      yield columns.map(({ key }) =>
        isMerged && at > first && MERGED.has(key) ? null : (row.cells[key] ?? null),
      )
    }
    if (!isMessy) continue
    if (isMerged)
      sheet.merges.push(...mergedColumns(columns).map((letters) => `${letters}${first}:${letters}${at}`))
    for (const { cells, kind } of afterGroup(group.length, groups)) {
      sheet.expectation.skipped.push({ row: ++at, kind })
      yield cells
    }
  }
  for (const { cells, kind } of isMessy ? messyBottom(sheet.expectation.dataRows) : []) {
    sheet.expectation.skipped.push({ row: ++at, kind })
    yield cells
  }
}

type OtherRow = { cells: Cell[]; kind: 'title' | 'header' | 'blank' | 'subtotal' | 'signature' | 'note' }

const MERGED = new Set(['employer_name', 'employer_uscc', 'union_name'])

function plainColumns(): Column[] {
  return ROSTER_COLUMNS.map(({ key, header }) => ({ key, header }))
}

/** Other words in the header and another order; the number stays first, as in every sheet. */
function messyColumns(random: Random): Column[] {
  const columns = ROSTER_COLUMNS.map(({ key, header, others }) => ({
    key,
    header: random.pick([header, ...others]),
  }))
  const [first, ...rest] = columns as [Column, ...Column[]]
  return [first, ...random.shuffle(rest)]
}

/** Two rows: 户籍 stands above 类型 and 所在地, every other header is merged over both. */
function headerRows({ layout, merges }: RosterSheet, columns: readonly Column[]): OtherRow[] {
  const headers = columns.map((column) => column.header)
  if (layout !== 'two-row-header') return [{ cells: headers, kind: 'header' }]
  const group = columns.findIndex((column) => column.key === 'household_type')
  columns.forEach((_, at) => {
    const letters = columnLetters(at)
    if (at !== group && at !== group + 1) merges.push(`${letters}1:${letters}2`)
  })
  merges.push(`${columnLetters(group)}1:${columnLetters(group + 1)}1`)
  const upper = headers.map((header, at) => (at === group ? '户籍' : at === group + 1 ? null : header))
  const lower = headers.map((_, at) => (at === group ? '类型' : at === group + 1 ? '所在地' : null))
  return [
    { cells: upper, kind: 'header' },
    { cells: lower, kind: 'header' },
  ]
}

function messyTop({ merges }: RosterSheet, columns: readonly Column[]): OtherRow[] {
  merges.push(`A1:${columnLetters(columns.length - 1)}1`)
  return [
    { cells: ['工会会员花名册'], kind: 'title' },
    { cells: [null, '填报单位（盖章）：', null, null, null, '填报日期：'], kind: 'title' },
    { cells: columns.map((column) => column.header), kind: 'header' },
  ]
}

function afterGroup(size: number, group: number): OtherRow[] {
  const subtotal: OtherRow = {
    cells: [group % 3 ? '小计' : '本单位小计：', null, `${size}人`],
    kind: 'subtotal',
  }
  return group % 5 ? [subtotal] : [subtotal, { cells: [], kind: 'blank' }]
}

function messyBottom(rows: number): OtherRow[] {
  return [
    { cells: ['合计', `${rows}人`], kind: 'subtotal' },
    { cells: [null, '填表人：', null, null, '审核人：'], kind: 'signature' },
    { cells: ['注：身份证号请以文本格式填写。'], kind: 'note' },
  ]
}

function mergedColumns(columns: readonly Column[]): string[] {
  return columns.flatMap(({ key }, at) => (MERGED.has(key) ? [columnLetters(at)] : []))
}

function* withDefects({
  layout,
  rows,
  defectRate,
  random,
  expectation,
}: RosterSheet): Generator<RosterRow, void, undefined> {
  const isText = layout === 'csv-gb18030'
  const plant = defectPlanter(
    random,
    (defect) => !(isText && defect.workbookOnly) && !(layout === 'messy' && defect.changesEmployer),
  )
  for (const row of rows) {
    const defect = defectRate > 0 && random.chance(defectRate) ? plant(row) : null
    if (defect) expectation.planted++
    yield row
    if (!defect?.repeats) continue
    const copy = {
      ...row,
      normalisations: new Set(row.normalisations),
      review: [...row.review],
      rejected: [],
    }
    copy.review.push(['X20', '与本表前面的行身份证号、姓名相同'])
    yield copy
  }
}

/** Rows of one employer at a time. */
function* groupsOf(rows: Iterable<RosterRow>): Generator<RosterRow[], void, undefined> {
  let group: RosterRow[] = []
  for (const row of rows) {
    if (group.length > 0 && group[0]!.employer !== row.employer) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
}
