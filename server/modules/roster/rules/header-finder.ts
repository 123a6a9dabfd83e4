import { CellKind, type Merge } from '#server/platform/workbook/index.ts'
import { cellText, isBlankCell, type RawRow } from './cells.ts'
import { headerKey, type HeaderLookup } from './vocabulary.ts'

/** One column as its header says. */
export interface HeaderColumn {
  /** 0-based. */
  column: number
  /** As written: 'group/sub' where there are two rows. */
  header: string
  /** As compared; under this key an officer's choice is remembered. */
  key: string
  field: string | null
}

export interface Header {
  /** First and last row of the header. */
  top: number
  bottom: number
  columns: HeaderColumn[]
  /** Every text of the header rows, as compared: three of them in a row below make it a repeated header. */
  texts: ReadonlySet<string>
}

type Grouping = 'plain' | 'faint' | 'none'

export const HEADER_WITHIN = 15

/**
 * The header among the first rows of a sheet, or null: the row, or two rows under merged group cells, with most known
 * headers, three at least, a name and a number among them (import policy, section 2). `rows` reach one row further
 * than the header may begin.
 */
export function findHeader(
  rows: readonly RawRow[],
  merges: readonly Merge[],
  lookup: HeaderLookup,
): Header | null {
  let best: RatedHeader | null = null
  for (const [at, row] of rows.entries()) {
    if (row.number > HEADER_WITHIN) break
    const below = rows[at + 1]
    const candidate = bestFrom(row, below?.number === row.number + 1 ? below : null, merges, lookup)
    if (candidate && candidate.known > (best?.known ?? 0)) best = candidate
  }
  return best?.header ?? null
}

interface RatedHeader {
  header: Header
  known: number
}

/** The header that begins at a row: the row alone, or with the one below when that is a row of sub-headers. */
function bestFrom(
  row: RawRow,
  below: RawRow | null,
  merges: readonly Merge[],
  lookup: HeaderLookup,
): RatedHeader | null {
  const single = rated(singleHeader(row, lookup), lookup)
  const grouping = below ? groupingOf(row, below, merges, lookup) : 'none'
  if (below === null || grouping === 'none') return single
  const pair = rated(pairHeader(row, below, merges, lookup), lookup)
  const alone = Math.max(single?.known ?? 0, rated(singleHeader(below, lookup), lookup)?.known ?? 0)
  return pair && (pair.known > alone || (grouping === 'plain' && pair.known === alone)) ? pair : single
}

/** The row that looks most like a header where none is known: shown to an officer who tells what the columns mean. */
export function guessHeader(rows: readonly RawRow[], lookup: HeaderLookup): Header | null {
  let best: Header | null = null
  for (const row of rows) {
    if (row.number > HEADER_WITHIN) break
    if (holdsNumbers(row)) continue
    const header = singleHeader(row, lookup)
    if (header.columns.length > (best?.columns.length ?? 2)) best = header
  }
  return best
}

/** A row with numbers of people in it is no header, and nothing to show beside one. */
function holdsNumbers(row: RawRow): boolean {
  for (let column = 0; column < row.width; column++)
    if (!isBlankCell(row, column) && /\d{8}/.test(cellText(row, column))) return true
  return false
}

function rated(header: Header, lookup: HeaderLookup): RatedHeader | null {
  const { nameField, numberField } = lookup.vocabulary
  const fields = header.columns.map((column) => column.field).filter((field) => field !== null)
  if (fields.length < 3 || !fields.includes(nameField) || !fields.includes(numberField)) return null
  return { header, known: fields.length }
}

function singleHeader(row: RawRow, lookup: HeaderLookup): Header {
  const columns: HeaderColumn[] = []
  for (let column = 0; column < row.width; column++) {
    const header = headerText(row, column)
    if (header === '') continue
    const key = headerKey(header)
    columns.push({ column, header, key, field: lookup.fieldOf(null, key) })
  }
  return { top: row.number, bottom: row.number, columns, texts: new Set(columns.map((one) => one.key)) }
}

function pairHeader(row: RawRow, below: RawRow, merges: readonly Merge[], lookup: HeaderLookup): Header {
  const merged = merges.some((merge) => merge.top === row.number)
  const groups = merged ? groupTexts(row, merges) : spreadTexts(row, below)
  const columns: HeaderColumn[] = []
  const texts = new Set<string>()
  for (let column = 0; column < Math.max(row.width, below.width); column++) {
    const [group, sub] = [groups.get(column) ?? headerText(row, column), headerText(below, column)]
    if (group === '' && sub === '') continue
    const [groupKey, subKey] = [headerKey(group), headerKey(sub)]
    for (const text of [groupKey, subKey]) if (text !== '') texts.add(text)
    if (group === '' || sub === '' || groupKey === subKey)
      columns.push({
        column,
        header: sub || group,
        key: subKey || groupKey,
        field: lookup.fieldOf(null, subKey || groupKey),
      })
    else
      columns.push({
        column,
        header: `${group}/${sub}`,
        key: `${groupKey}/${subKey}`,
        field: lookup.fieldOf(groupKey, subKey),
      })
  }
  const header = { top: row.number, bottom: below.number, columns: withSeries(columns, lookup), texts }
  return rated(header, lookup) ? header : { ...header, columns: withoutGroups(columns, lookup) }
}

/** Where reading the groups leaves no name or number, the sub-headers alone decide. */
function withoutGroups(columns: readonly HeaderColumn[], lookup: HeaderLookup): HeaderColumn[] {
  return columns.map((one) => {
    const sub = one.key.slice(one.key.indexOf('/') + 1)
    return { ...one, field: lookup.fieldOf(null, sub) ?? one.field }
  })
}

/** A series under one group is read by its order as soon as one of its sub-headers is unknown. */
function withSeries(columns: HeaderColumn[], lookup: HeaderLookup): HeaderColumn[] {
  const series = lookup.vocabulary.series
  if (!series) return columns
  const members = columns.filter(
    (one) => one.key.includes('/') && series.group.test(one.key.split('/')[0] as string),
  )
  const known = new Set(members.map((one) => one.field))
  if (members.length !== series.fields.length || series.fields.every((field) => known.has(field)))
    return columns
  return columns.map((one) =>
    members.includes(one) ? { ...one, field: series.fields[members.indexOf(one)] as string } : one,
  )
}

/** The text of each group cell at every column it spans. */
function groupTexts(row: RawRow, merges: readonly Merge[]): Map<number, string> {
  const texts = new Map<number, string>()
  for (const merge of merges) {
    if (merge.top !== row.number || merge.right === merge.left) continue
    const text = headerText(row, merge.left)
    for (let column = merge.left; column <= Math.min(merge.right, MOST_COLUMNS); column++)
      texts.set(column, text)
  }
  return texts
}

/** Without merges a group reaches over the blanks to its right that have a sub-header. */
function spreadTexts(row: RawRow, below: RawRow): Map<number, string> {
  const texts = new Map<number, string>()
  let group = ''
  for (let column = 0; column < below.width; column++) {
    if (headerText(below, column) === '') group = ''
    else group = headerText(row, column) || group
    if (group !== '') texts.set(column, group)
  }
  return texts
}

/**
 * Whether a row is a row of groups over the next one. 'plain': several groups, or a group beside headers that reach
 * over both rows. 'faint': only as good as the headers it helps to know. A title merged over the table is none.
 */
function groupingOf(row: RawRow, below: RawRow, merges: readonly Merge[], lookup: HeaderLookup): Grouping {
  const own = merges.filter((merge) => merge.top === row.number && headerText(row, merge.left) !== '')
  const groups = own.filter(
    (merge) => merge.bottom === row.number && merge.right > merge.left && isGroupOver(below, merge),
  )
  if (own.length === 0) return completesHeader(row, below, lookup) ? 'faint' : 'none'
  if (groups.length === 0 || groups.some((merge) => TITLE_LIKE.test(headerText(row, merge.left))))
    return 'none'
  if (!onlyTexts(below) || isDataUnder(row, below, groups, lookup)) return 'none'
  const tall = own.filter((merge) => merge.bottom === below.number && merge.right === merge.left).length
  const beside = filledColumns(row).filter((column) =>
    groups.every((merge) => column < merge.left || column > merge.right),
  )
  return tall > 0 || groups.length + beside.length > 1 ? 'plain' : 'faint'
}

function isGroupOver(below: RawRow, merge: Merge): boolean {
  for (let column = merge.left; column <= Math.min(merge.right, below.width - 1); column++)
    if (headerText(below, column) !== '') return true
  return false
}

/** A row of data: something stands under a header that is known by itself, and the two together mean nothing. */
function isDataUnder(row: RawRow, below: RawRow, groups: readonly Merge[], lookup: HeaderLookup): boolean {
  return filledColumns(below).some((column) => {
    const [above, text] = [headerKey(headerText(row, column)), headerKey(headerText(below, column))]
    if (/\d{15}/.test(text)) return true
    if (groups.some((merge) => column >= merge.left && column <= merge.right)) return false
    return (
      above !== '' &&
      above !== text &&
      lookup.fieldOf(null, above) !== null &&
      lookup.fieldOf(above, text) === null
    )
  })
}

/** Two rows as a CSV has them, where nothing is merged: the upper one names columns that the lower one leaves blank. */
function completesHeader(row: RawRow, below: RawRow, lookup: HeaderLookup): boolean {
  if (!onlyTexts(below) || isDataUnder(row, below, [], lookup)) return false
  return filledColumns(row).some(
    (column) =>
      headerText(below, column) === '' && lookup.fieldOf(null, headerKey(headerText(row, column))) !== null,
  )
}

function filledColumns(row: RawRow): number[] {
  const columns: number[] = []
  for (let column = 0; column < row.width; column++) if (headerText(row, column) !== '') columns.push(column)
  return columns
}

function onlyTexts(row: RawRow): boolean {
  for (let column = 0; column < row.width; column++)
    if (!isBlankCell(row, column) && row.kinds[column] !== CellKind.text) return false
  return true
}

function headerText(row: RawRow, column: number): string {
  return column < row.width && row.kinds[column] === CellKind.text && !isBlankCell(row, column)
    ? cellText(row, column).trim().slice(0, LONGEST_KEPT)
    : ''
}

// Enough to recognise and to show.
const LONGEST_KEPT = 120
const MOST_COLUMNS = 16_384
const TITLE_LIKE =
  /[:：]|\d{4}|[〇○零一二三四五六七八九]{4}年|花名册|名册|登记表|统计表|汇总表|明细表|情况表|台账|填报|盖章|制表|.{16}/u
