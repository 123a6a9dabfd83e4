import { CellFlag, CellKind } from '#server/platform/workbook/index.ts'
import { cellText, isBlankCell, pickColumn, type RawRow } from './cells.ts'
import { dropBlanks, looksLikeFormula, repairListValue } from './characters.ts'
import { birthDay, dayNumber, sexOf } from './citizen-number.ts'
import { lastDayOf, type PartialDate } from './dates.ts'
import { NO_CODES, type JudgedRosterRow, type RosterValues } from './judged-row.ts'
import { readListValue, type ListField } from './lists.ts'
import { Mark, markCodes } from './marks.ts'
import { readMobile } from './mobile.ts'
import { reason, reasonCodes } from './reasons.ts'
import type { RegisterLookup } from './register.ts'
import type { RosterColumns } from './roster-columns.ts'
import {
  birthIso,
  dateReader,
  judgeAge,
  judgeBirth,
  judgeName,
  judgeNumber,
  judgeSex,
} from './roster-person.ts'
import { judgeBlankWork, judgeCard, workJudge, type UnionJudgement } from './roster-work.ts'
import { BROKEN, RowDraft, textAt } from './row-draft.ts'

/** What a roster is judged against. */
export interface RosterContext {
  register: RegisterLookup
  /** "Today" for ages and future dates, 'YYYY-MM-DD'. */
  asOf: string
  /** The workbook's date system. */
  epoch: 1900 | 1904
}

/** One data row as judged by itself, and the key its union compares by; duplicates are found over the whole file. */
export interface RowJudgement {
  row: JudgedRosterRow
  unionKey: string
}

/** Judges rows of one sheet by import policy, sections 3 and 4. The judge remembers repeated values between rows. */
export function rosterRowJudge(
  columns: RosterColumns,
  context: RosterContext,
): (row: RawRow) => RowJudgement {
  const today = dayNumber(context.asOf)
  const dates = { asOf: context.asOf, epoch: context.epoch }
  const readBirth = dateReader({ ...dates, shortYears: 'allowed' })
  const readJoining = dateReader({ ...dates, shortYears: 'refused' })
  const work = workJudge(context.register)
  const listCaches = Object.fromEntries(LISTS.map((field) => [field, new Map<string, ListJudgement>()]))
  const draft = new RowDraft(NO_ROW)
  const at = columns.judged

  return (row) => {
    draft.begin(row)
    const values = emptyValues()
    values.full_name = judgeName(draft, at.full_name)
    values.id_number = judgeNumber(draft, at.id_number, today)
    keepPlain(row, columns, values)
    if (draft.rejections || values.id_number === null) return { row: settle(draft, values), unionKey: '' }

    const number = values.id_number
    values.birth_date = birthIso(number)
    values.sex = sexOf(number)
    judgeSex(draft, at.sex, number)
    judgeBirth(draft, at.birth_date, { iso: values.birth_date, read: readBirth })
    judgeAge(draft, number, today)
    for (const field of LISTS)
      values[field] = judgeList(draft, field, at[field], listCaches[field] as ListCache)
    values.mobile = judgeMobile(draft, at.mobile)

    const employer = work.employer(draft, at.employer_name, at.employer_uscc)
    const union: UnionJudgement = work.union(draft, at.union_name)
    judgeBlankWork(draft, employer, union)
    values.employer_name = employer.name
    values.employer_uscc = employer.uscc
    values.employer_id = employer.id
    values.union_name = union.name
    values.union_id = union.id

    values.join_date = judgeJoining(draft, at.join_date, { read: readJoining, birth: birthDay(number) })
    judgeCard(draft, at.service_card_no)
    judgeRemark(draft, values.remark)
    judgeRowTraits(draft, columns)
    return { row: settle(draft, values), unionKey: union.key }
  }
}

/** Judges one row, for instance one that an officer has just corrected: the same rules, without duplicates. */
export function judgeRosterRow(row: RawRow, columns: RosterColumns, context: RosterContext): JudgedRosterRow {
  return rosterRowJudge(columns, context)(row).row
}

type ListJudgement = { value: string | null; bits: number; known: boolean }
type ListCache = Map<string, ListJudgement>

function judgeList(
  draft: RowDraft,
  field: ListField,
  columns: readonly number[] | undefined,
  cache: ListCache,
): string | null {
  const column = draft.read(field, columns)
  if (column < 0) return null
  const written = textAt(draft.row, column)
  let judged = cache.get(written)
  if (!judged) {
    const marks = { bits: 0 }
    const reading = readListValue(field, repairListValue(written, marks))
    judged = { value: reading.value, known: reading.known, bits: marks.bits | (reading.alias ? Mark.X24 : 0) }
    if (cache.size < MOST_CACHED) cache.set(written, judged)
  }
  draft.bits |= judged.bits
  if (!judged.known) draft.review(reason('X24.list', field))
  return judged.value
}

function judgeMobile(draft: RowDraft, columns: readonly number[] | undefined): string | null {
  const column = draft.read('mobile', columns)
  if (column === BROKEN || columns === undefined) return null
  const { row } = draft
  const written = column < 0 ? (columns[0] as number) : column
  if (written >= row.width || row.kinds[written] === CellKind.empty) return null
  const { mobile, valid } = readMobile(textAt(row, written), draft)
  if (!valid) draft.review(reason('X25.mobile', 'mobile'))
  return mobile
}

interface JoiningCheck {
  read: ReturnType<typeof dateReader>
  /** YYYYMMDD. */
  birth: number
}

function judgeJoining(
  draft: RowDraft,
  columns: readonly number[] | undefined,
  check: JoiningCheck,
): PartialDate | null {
  const column = draft.read('join_date', columns)
  if (column < 0) return null
  const reading = check.read(draft.row.values[column] as string | number, draft.row.kinds[column] as number)
  draft.bits |= reading.bits
  if (!reading.date) draft.review(reason('X11.date', 'join_date'))
  // C6: nobody under 16 can have joined; a month or year counts as its last day.
  else if (lastDayOf(reading.date) < check.birth + 160_000)
    draft.review(reason('M02.joined_young', 'join_date'))
  return reading.date
}

function judgeRemark(draft: RowDraft, remark: string | null): void {
  if (remark === null) return
  const words = dropBlanks(remark).match(REMARK_WORDS)
  if (words) draft.review(reason('X29.remark', 'remark', { words: [...new Set(words)].join('、') }))
}

/** Formula texts (X27), hidden rows (X17), rows struck through (X28). */
function judgeRowTraits(draft: RowDraft, columns: RosterColumns): void {
  const { row } = draft
  for (const column of columns.words) {
    if (column >= row.width || row.kinds[column] !== CellKind.text) continue
    const text = row.values[column] as string
    const first = text.charCodeAt(0)
    // Letters, digits and Chinese characters begin no formula: the common case.
    if ((first > 0x40 && first !== 0xa0 && first < 0x2000) || (first >= 0x4e00 && first <= 0x9fff)) continue
    if ((row.flags[column] as number) & CellFlag.formula || !looksLikeFormula(text)) continue
    if (!columns.unwrapped.has(column) || !/^="[^]*"$/.test(text)) draft.bits |= Mark.X27
  }
  if (row.hidden) draft.review(reason('X17.hidden_row', null))
  if (isStruckThrough(row, columns)) draft.review(reason('X28.strike', null))
}

/** Strike-through on the name or the number. */
export function isStruckThrough(row: RawRow, columns: RosterColumns): boolean {
  return isStruck(row, columns.judged.full_name) || isStruck(row, columns.judged.id_number)
}

function isStruck(row: RawRow, columns: readonly number[] | undefined): boolean {
  if (columns === undefined) return false
  const column = columns.length === 1 ? (columns[0] as number) : pickColumn(row, columns)
  return column < row.width && ((row.flags[column] as number) & CellFlag.strike) !== 0
}

function keepPlain(row: RawRow, columns: RosterColumns, values: RosterValues): void {
  for (const { field, columns: at } of columns.plain) {
    const text = keptText(row, at)
    if (text !== null) values.plain[field] = text
  }
  values.service_card_no = keptText(row, columns.judged.service_card_no)
  values.remark = keptText(row, columns.judged.remark)
}

function keptText(row: RawRow, columns: readonly number[] | undefined): string | null {
  if (columns === undefined) return null
  const column = columns.length === 1 ? (columns[0] as number) : pickColumn(row, columns)
  return isBlankCell(row, column) || row.kinds[column] === CellKind.error ? null : cellText(row, column)
}

function settle(draft: RowDraft, values: RosterValues): JudgedRosterRow {
  const reasons = draft.reasons()
  return {
    sheet: '',
    row: draft.row.number,
    index: 0,
    outcome: draft.rejections ? 'rejected' : draft.reviews ? 'review' : 'accepted',
    codes: reasons.length === 0 ? NO_CODES : reasonCodes(reasons),
    reasons,
    normalisations: markCodes(draft.bits),
    warnings: NO_CODES,
    values,
  }
}

function emptyValues(): RosterValues {
  return {
    full_name: null,
    id_number: null,
    mobile: null,
    sex: null,
    birth_date: null,
    ethnic_group: null,
    political_affiliation: null,
    education_level: null,
    employer_name: null,
    employer_uscc: null,
    union_name: null,
    join_date: null,
    service_card_no: null,
    remark: null,
    employer_id: null,
    union_id: null,
    plain: {},
  }
}

const LISTS = ['ethnic_group', 'political_affiliation', 'education_level'] as const
const REMARK_WORDS = /退休|离职|辞职|离岗|转入|转出|调入|调出|去世|死亡|下岗|失业|保留|借调|一户|除名/gu
const MOST_CACHED = 5_000
const NO_ROW: RawRow = { number: 0, hidden: false, width: 0, values: [], kinds: [], flags: [], merged: false }
