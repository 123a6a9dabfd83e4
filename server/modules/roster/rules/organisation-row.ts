import { CellFlag, CellKind } from '#server/platform/workbook/index.ts'
import type { RawRow } from './cells.ts'
import { isBlankText, looksLikeFormula, repairCode, repairUnitName } from './characters.ts'
import { isUnionCode, settleCreditCode } from './credit-code.ts'
import type { DateRules, PartialDate } from './dates.ts'
import { NO_CODES, type JudgedRow } from './judged-row.ts'
import { Mark, markCodes } from './marks.ts'
import * as read from './organisation-values.ts'
import { SIX_HAVES, type OrganisationColumns } from './organisation-columns.ts'
import { reason, reasonCodes, type Reason } from './reasons.ts'
import { isScientific } from './roster-person.ts'
import { BLANK, BROKEN, RowDraft, textAt } from './row-draft.ts'

/** What an organisation row stands for. */
export interface OrganisationValues {
  name: string | null
  uscc: string | null
  union_name: string | null
  union_uscc: string | null
  level: string | null
  parent_name: string | null
  street: string | null
  division_code: string | null
  postcode: string | null
  industry_code: string | null
  employees: number | null
  women_employees: number | null
  members: number | null
  women_members: number | null
  founded: PartialDate | null
  approval_no: string | null
  chair_name: string | null
  chair_mobile: string | null
  is_direct_point: boolean | null
  annual_budget_fen: number | null
  six_haves: (boolean | null)[] | null
  two_new_kind: string | null
  employer_nature: string | null
  remark: string | null
  /** The other known columns, as written. */
  plain: Record<string, string>
}

export type JudgedOrganisationRow = JudgedRow<OrganisationValues>

export interface OrganisationContext {
  asOf: string
  epoch: 1900 | 1904
}

/** Judges rows of one sheet by import policy, sections 3 and 5, each by itself; `finishOrganisation` settles it. */
export function organisationRowJudge(
  columns: OrganisationColumns,
  context: OrganisationContext,
): (row: RawRow) => OrganisationDraft {
  const dates: DateRules = { ...context, shortYears: 'refused' }
  return (row) => {
    const draft = new RowDraft(row)
    draft.begin(row)
    const level = read.readWord(draft, 'level', columns.of('level'))
    const name = judgeUnitName(draft, columns.of('name'))
    const uscc = judgeUnitCode(draft, columns, level)
    const union_uscc = read.readUnionCode(draft, columns.of('union_uscc'))
    const people = readHeadcounts(draft, columns)
    judgeFormulaTexts(draft, columns)
    if (row.hidden) draft.review(reason('X17.hidden_row', null))
    if (isStruck(row, columns)) draft.review(reason('X28.strike', null))
    const values = { name, uscc, level, union_uscc, ...people, ...readRest(draft, columns, dates) }
    const reviews = draft.reviews ?? []
    const parentUnread = reviews.some((why) => why.key === 'X19.error' && why.field === 'parent_name')
    return {
      number: row.number,
      bits: draft.bits,
      reviews,
      rejections: draft.rejections,
      values,
      parentUnread,
    }
  }
}

/** A row before parents and duplicates are known. */
export interface OrganisationDraft {
  number: number
  bits: number
  reviews: Reason[]
  rejections: Reason[] | null
  values: OrganisationValues
  /** The parent's cell holds an error: it is neither blank nor a name. */
  parentUnread: boolean
}

/** The outcome once everything is noted. */
export function finishOrganisation(
  draft: OrganisationDraft,
  at: { sheet: string; index: number },
): JudgedOrganisationRow {
  const reasons = draft.rejections ?? draft.reviews
  return {
    ...at,
    row: draft.number,
    outcome: draft.rejections ? 'rejected' : reasons.length > 0 ? 'review' : 'accepted',
    codes: reasons.length === 0 ? NO_CODES : reasonCodes(reasons),
    reasons,
    normalisations: markCodes(draft.bits),
    warnings: NO_CODES,
    values: draft.values,
  }
}

/** A federation or joint union has no employer's code; a member employer of a joint union has one. */
function isFederationLevel(level: string | null): boolean {
  return level !== null && /(?:总工会|工会联合会|联合工会|联合基层工会)$/u.test(level)
}

/** Strike-through on the name or the code. */
export function isStruck(row: RawRow, columns: OrganisationColumns): boolean {
  return [columns.of('name')?.[0], columns.of('uscc')?.[0]].some(
    (column) => column !== undefined && column < row.width && ((row.flags[column] as number) & STRIKE) !== 0,
  )
}

function judgeUnitName(draft: RowDraft, columns: readonly number[] | undefined): string | null {
  const column = draft.readIdentity('name', columns)
  if (column === BROKEN) return null
  const name = column === BLANK ? '' : repairUnitName(textAt(draft.row, column), draft)
  if (isBlankText(name)) {
    draft.reject(reason('M01.missing', 'name'))
    return null
  }
  if (draft.row.kinds[column] === CellKind.text && looksLikeFormula(name)) {
    draft.reject(reason('X27.unit', 'name'))
    return null
  }
  return name
}

function judgeUnitCode(draft: RowDraft, columns: OrganisationColumns, level: string | null): string | null {
  const column = draft.readIdentity('uscc', columns.of('uscc'))
  if (column === BROKEN) return null
  if (column === BLANK) {
    if (!isFederationLevel(level)) draft.review(reason('M01.missing', 'uscc'))
    return null
  }
  const { row } = draft
  const written = textAt(row, column)
  if (row.kinds[column] === CellKind.number && (row.values[column] as number) >= 1e15)
    return refuseCode(draft, 'X01.code')
  if (row.kinds[column] === CellKind.text && isScientific(written)) return refuseCode(draft, 'X03.code')
  const code = settleCreditCode(repairCode(written, draft), draft)
  if (code === null) return refuseCode(draft, 'U01.unit')
  if (isUnionCode(code)) {
    const swapped = read.holdsUnitCode(draft, columns.of('union_uscc'))
    draft.review(reason(swapped ? 'X23.swapped' : 'X23.union_code', 'uscc'))
  }
  return code
}

function readHeadcounts(draft: RowDraft, columns: OrganisationColumns) {
  const people = (field: string) => read.readPeople(draft, field, columns.of(field))
  const [employees, women_employees] = [people('employees'), people('women_employees')]
  const [members, women_members] = [people('members'), people('women_members')]
  if (exceeds(members, employees)) draft.review(reason('O03.members', 'members'))
  if (exceeds(women_employees, employees)) draft.review(reason('O03.women_employees', 'women_employees'))
  if (exceeds(women_members, members)) draft.review(reason('O03.women_members', 'women_members'))
  return { employees, women_employees, members, women_members }
}

function readRest(draft: RowDraft, columns: OrganisationColumns, dates: DateRules) {
  const { of } = columns
  return {
    union_name: read.readUnitName(draft, 'union_name', of('union_name')),
    parent_name: read.readUnitName(draft, 'parent_name', of('parent_name')),
    street: read.readWord(draft, 'street', of('street')),
    division_code: read.readPaddedCode(draft, 'division_code', of('division_code'), 0),
    postcode: read.readPaddedCode(draft, 'postcode', of('postcode'), 6),
    industry_code: read.readPaddedCode(draft, 'industry_code', of('industry_code'), 2),
    founded: read.readDay(draft, 'founded', of('founded'), dates),
    approval_no: read.readDocumentNumber(draft, 'approval_no', of('approval_no')),
    chair_name: read.readPersonName(draft, 'chair_name', of('chair_name')),
    chair_mobile: read.readPhone(draft, 'chair_mobile', of('chair_mobile')),
    is_direct_point: read.readTick(draft, 'is_direct_point', of('is_direct_point'), read.PLAIN_YES_NO),
    annual_budget_fen: read.readBudget(draft, of('annual_budget'), columns.budgetUnitFen),
    six_haves: columns.six.some((one) => one !== undefined)
      ? columns.six.map((one, i) => read.readTick(draft, SIX_HAVES[i] as string, one, read.PLAIN_TICKS))
      : null,
    two_new_kind: read.keepText(draft, of('two_new_kind')),
    employer_nature: read.keepText(draft, of('employer_nature')),
    remark: read.keepText(draft, of('remark')),
    plain: keepPlain(draft, columns),
  }
}

function keepPlain(draft: RowDraft, columns: OrganisationColumns): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const field of PLAIN_FIELDS) {
    const text = read.keepText(draft, columns.of(field))
    if (text !== null) plain[field] = text
  }
  return plain
}

function judgeFormulaTexts(draft: RowDraft, columns: OrganisationColumns): void {
  for (const column of columns.words) {
    if (!read.isFormulaText(draft, column)) continue
    const text = draft.row.values[column] as string
    if (looksLikeFormula(text) && !(columns.unwrapped.has(column) && /^="[^]*"$/.test(text)))
      draft.bits |= Mark.X27
  }
}

function refuseCode(draft: RowDraft, key: 'X01.code' | 'X03.code' | 'U01.unit'): null {
  draft.reject(reason(key, 'uscc'))
  return null
}

function exceeds(part: number | null, whole: number | null): boolean {
  return part !== null && whole !== null && part > whole
}

const PLAIN_FIELDS = [
  'organisation_code',
  'legal_person_certificate',
  'address',
  'approval_unit',
  'election_date',
  'migrant_employees',
]
const STRIKE = CellFlag.strike
