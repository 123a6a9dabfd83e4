import { cardHash, freshKey, nameTokens, sealColumns, sortKey } from '#server/modules/people/index.ts'
import { sealText, type MasterKeys, type PersonKey } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import { copyRow, type RawRow } from '../rules/cells.ts'
import type { JudgedRosterRow, RosterValues } from '../rules/judged-row.ts'
import { emptyRow } from './empty-row.ts'
import type { PreparedRow } from './prepared-row.ts'
import { stagingKey, type SealedCells } from './sealed-cells.ts'

/** Makes judged rows of one tenant ready to be written. */
export function rosterPreparer(
  keys: MasterKeys,
  tenantId: string,
): (judged: JudgedRosterRow, raw: RawRow) => PreparedRow {
  const cellsKey = stagingKey(keys, tenantId)
  return (judged, raw) => {
    const { values, outcome, reasons } = judged
    const row = emptyRow(judged)
    if (outcome !== 'accepted')
      row.sealed = sealText(cellsKey, JSON.stringify({ raw: copyRow(raw), reasons } satisfies SealedCells))
    row.name = values.full_name
    if (values.full_name === null || values.id_number === null || outcome === 'rejected') return row
    Object.assign(row, plainValues(values))
    row.sort_key = sortKey(values.full_name)
    row.name_tokens = nameTokens(values.full_name)
    const { key, wrapped, masterKeyId } = freshKey(keys)
    row.wrapped_key = wrapped
    row.master_key_id = masterKeyId
    sealHidden(row, values, { keys, tenantId, key })
    row.person_id = newId()
    return row
  }
}

function plainValues(values: RosterValues): Partial<PreparedRow> {
  const { plain } = values
  return {
    sex: values.sex === '男' ? 'male' : values.sex === '女' ? 'female' : null,
    birth_date: values.birth_date,
    ethnic_group: values.ethnic_group,
    political_affiliation: values.political_affiliation,
    education_level: values.education_level,
    household_type: plain.household_type ?? null,
    migrant_worker: yesOrNo(plain.is_migrant_worker),
    union_id: values.union_id,
    employer_id: values.employer_id,
    membership_kind: membershipKind(plain.membership_status),
    joined_on: values.join_date === null ? null : firstDay(values.join_date.value),
    joined_precision: values.join_date?.precision ?? null,
    form: formOf(plain.employment_form),
    status: plain.employment_status ?? null,
    union_group: plain.union_group ?? null,
    job: plain.job ?? null,
  }
}

function sealHidden(
  row: PreparedRow,
  values: RosterValues,
  under: { keys: MasterKeys; tenantId: string; key: PersonKey },
): void {
  const plain = {
    document: { kind: 'citizen_id' as const, number: values.id_number! },
    mobile: values.mobile,
  }
  const { document_kind: _kind, ...columns } = sealColumns(under, under.key, plain)
  Object.assign(row, columns)
  const card = cardNumber(values.service_card_no)
  if (card === null) return
  row.card_cipher = sealText(under.key, card)
  row.card_hash = cardHash(under, card)
}

/** The digits of a card number; anything that is not 12 to 24 digits is no number to find a card by. */
function cardNumber(written: string | null): string | null {
  if (written === null) return null
  const digits = written.normalize('NFKC').replace(/[\s'’-]/gu, '')
  return /^\d{12,24}$/.test(digits) ? digits : null
}

/** A date is kept as the first day it can mean, with its precision beside it. */
function firstDay(partial: string): string {
  return partial.length === 4 ? `${partial}-01-01` : partial.length === 7 ? `${partial}-01` : partial
}

function yesOrNo(written: string | undefined): boolean | null {
  if (written === undefined) return null
  if (/^(?:是|√|✓|✔|1|y|yes)$/iu.test(written.trim())) return true
  return /^(?:否|×|✗|0|n|no|不是)$/iu.test(written.trim()) ? false : null
}

function membershipKind(written: string | undefined): 'member' | 'retained' | null {
  if (written === undefined) return null
  return written.includes('保留') ? 'retained' : 'member'
}

const forms: readonly (readonly [RegExp, string])[] = [
  [/派遣/u, 'dispatch'],
  [/平台|新就业/u, 'platform'],
  [/灵活/u, 'flexible'],
  [/合同|正式/u, 'contract'],
]

function formOf(written: string | undefined): string | null {
  if (written === undefined) return null
  return forms.find(([pattern]) => pattern.test(written))?.[1] ?? written
}
