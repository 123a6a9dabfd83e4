import { CellKind } from '#server/platform/workbook/index.ts'
import { repairCode, repairUnitName } from './characters.ts'
import { isUnionCode, settleCreditCode } from './credit-code.ts'
import { Mark, type Marks } from './marks.ts'
import { reason, type Reason } from './reasons.ts'
import { unionKey, type RegisterLookup } from './register.ts'
import { BLANK, BROKEN, textAt, type RowDraft } from './row-draft.ts'

/** What name and code of the employer come to; the same cells in the next rows cost one comparison. */
export interface EmployerJudgement {
  name: string | null
  uscc: string | null
  id: string | null
  bits: number
  review: Reason | null
}

/** What the union's name comes to. `key` compares unions, '' where there is none. */
export interface UnionJudgement {
  name: string | null
  id: string | null
  key: string
  bits: number
  review: Reason | null
}

/** Judges employer and union against a register, remembering what it has already judged. */
export function workJudge(register: RegisterLookup): WorkJudge {
  const employers = new Map<string, EmployerJudgement>()
  const unions = new Map<string, UnionJudgement>()
  let lastEmployer: { name: string | null; code: string | null; judged: EmployerJudgement } | null = null
  return {
    employer(draft, nameColumns, codeColumns) {
      const [nameAt, codeAt] = [
        draft.read('employer_name', nameColumns),
        draft.read('employer_uscc', codeColumns),
      ]
      // What cannot be read has been noted; the other column alone must not decide.
      if (nameAt === BROKEN || codeAt === BROKEN) return UNREAD_EMPLOYER
      const name = nameAt === BLANK ? null : textAt(draft.row, nameAt)
      const code = codeAt === BLANK ? null : textAt(draft.row, codeAt)
      if (lastEmployer?.name !== name || lastEmployer.code !== code) {
        const key = `${code ?? ''}\n${name ?? ''}`
        const judged = employers.get(key) ?? judgeEmployer(name, code, register)
        if (employers.size < MOST_REMEMBERED) employers.set(key, judged)
        lastEmployer = { name, code, judged }
      }
      return take(draft, lastEmployer.judged)
    },
    union(draft, columns) {
      const at = draft.read('union_name', columns)
      if (at === BROKEN) return UNREAD_UNION
      if (at === BLANK) return NO_UNION
      const written = textAt(draft.row, at)
      let judged = unions.get(written)
      if (!judged) {
        judged = judgeUnion(written, register)
        if (unions.size < MOST_REMEMBERED) unions.set(written, judged)
      }
      return take(draft, judged)
    },
  }
}

export interface WorkJudge {
  employer(
    draft: RowDraft,
    name: readonly number[] | undefined,
    code: readonly number[] | undefined,
  ): EmployerJudgement
  union(draft: RowDraft, columns: readonly number[] | undefined): UnionJudgement
}

/** Both blank, one blank: one reason, since the officer fills them in together. */
export function judgeBlankWork(draft: RowDraft, employer: EmployerJudgement, union: UnionJudgement): void {
  if (employer === NO_EMPLOYER && union === NO_UNION)
    draft.review(reason('M01.employer_and_union', 'employer_name'))
  else if (employer === NO_EMPLOYER) draft.review(reason('M01.employer', 'employer_name'))
  else if (union === NO_UNION) draft.review(reason('M01.union', 'union_name'))
}

/** X01: a card number stored as a number has lost its last digits. */
export function judgeCard(draft: RowDraft, columns: readonly number[] | undefined): void {
  const column = columns?.[0]
  if (column === undefined || column >= draft.row.width || draft.row.kinds[column] !== CellKind.number) return
  if ((draft.row.values[column] as number) >= 1e15) draft.review(reason('X01.card', 'service_card_no'))
}

function judgeEmployer(
  name: string | null,
  code: string | null,
  register: RegisterLookup,
): EmployerJudgement {
  const marks: Marks = { bits: 0 }
  const written = name === null ? '' : repairUnitName(name, marks)
  const repaired = code === null ? '' : repairCode(code, marks)
  if (written === '' && repaired === '') return NO_EMPLOYER
  const judged =
    repaired === '' ? byName(written, marks, register) : byCode(written, repaired, marks, register)
  return Object.freeze({ ...judged, bits: marks.bits })
}

function byCode(written: string, repaired: string, marks: Marks, register: RegisterLookup): Found {
  const uscc = settleCreditCode(repaired, marks)
  if (uscc === null) return unsure(written, null, reason('U01.employer', 'employer_uscc'))
  if (isUnionCode(uscc)) return unsure(written, null, reason('X23.union_code', 'employer_uscc'))
  const employer = register.employerByCode(uscc)
  if (!employer) return unsure(written, uscc, reason('X22.code_unknown', 'employer_uscc'))
  if (BRANCH.test(written) && !BRANCH.test(employer.name))
    return unsure(written, uscc, reason('X22.branch', 'employer_name'))
  if (written !== '' && written !== repairUnitName(employer.name, UNMARKED)) marks.bits |= Mark.X22
  return { name: employer.name, uscc: employer.uscc, id: employer.id, review: null }
}

function byName(written: string, marks: Marks, register: RegisterLookup): Found {
  const current = register.employerByName(written)
  const employer = current ?? register.employerByFormerName(written)
  if (!employer) return unsure(written, null, reason('X22.employer_unknown', 'employer_name'))
  if (!current) marks.bits |= Mark.X22
  return { name: employer.name, uscc: employer.uscc, id: employer.id, review: null }
}

function judgeUnion(text: string, register: RegisterLookup): UnionJudgement {
  const marks: Marks = { bits: 0 }
  const written = repairUnitName(text, marks)
  if (written === '') return NO_UNION
  const union = register.unionByName(written)
  if (!union)
    return {
      name: written,
      id: null,
      key: unionKey(written),
      bits: marks.bits,
      review: reason('X22.union_unknown', 'union_name'),
    }
  const registered = repairUnitName(union.name, UNMARKED)
  if (registered !== written) marks.bits |= Mark.X22
  return { name: union.name, id: union.id, key: unionKey(registered), bits: marks.bits, review: null }
}

type Found = Omit<EmployerJudgement, 'bits'>

function unsure(name: string, uscc: string | null, review: Reason): Found {
  return { name: name === '' ? null : name, uscc, id: null, review }
}

function take<Judged extends { bits: number; review: Reason | null }>(
  draft: RowDraft,
  judged: Judged,
): Judged {
  draft.bits |= judged.bits
  if (judged.review) draft.review(judged.review)
  return judged
}

const NO_EMPLOYER: EmployerJudgement = Object.freeze({
  name: null,
  uscc: null,
  id: null,
  bits: 0,
  review: null,
})
const UNREAD_EMPLOYER: EmployerJudgement = Object.freeze({ ...NO_EMPLOYER })
const NO_UNION: UnionJudgement = Object.freeze({ name: null, id: null, key: '', bits: 0, review: null })
const UNREAD_UNION: UnionJudgement = Object.freeze({ ...NO_UNION })
const UNMARKED: Marks = { bits: 0 }
const BRANCH = /分公司|分店|分厂/u
const MOST_REMEMBERED = 50_000
