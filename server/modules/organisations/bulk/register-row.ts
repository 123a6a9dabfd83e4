import type { OrganisationKind, Profile } from '#contract/organisation-shapes.ts'

/** A judged and accepted row of an organisation register. Null means that the sheet says nothing: what is known stays. */
export interface RegisterRow {
  /** Number of the row in the sheet: results speak of it. */
  row: number
  name: string
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
  founded: { value: string; precision: string } | null
  approval_no: string | null
  chair_name: string | null
  chair_mobile: string | null
  is_direct_point: boolean | null
  annual_budget_fen: number | null
  six_haves: (boolean | null)[] | null
  two_new_kind?: string | null
  employer_nature?: string | null
}

/** What a row stands for: a union alone, an employer with its own union, a member of a joint union, or an employer without a union. */
export type RowShape =
  | { shape: 'union'; kind: OrganisationKind; unionType: 'joint' | null }
  | { shape: 'employer'; own: boolean; joint: boolean }

/** Reads the kind of union (工会类型): officers write many words for few things. */
export function shapeOf(row: RegisterRow): RowShape {
  const level = row.level ?? ''
  if (level.includes('成员')) return { shape: 'employer', own: false, joint: true }
  if (/(街道|镇|乡).*总工会/u.test(level)) return union('street_federation')
  if (level.includes('总工会')) return union('federation')
  if (level.includes('产业工会')) return union('industrial_union')
  if (level.includes('联合会')) return union('union_association')
  if (/联合(基层)?工会/u.test(level)) return { shape: 'union', kind: 'basic_union', unionType: 'joint' }
  return { shape: 'employer', own: row.union_name !== null, joint: false }
}

function union(kind: OrganisationKind): RowShape {
  return { shape: 'union', kind, unionType: null }
}

/** New economic or new social organisation: by the sheet's word, otherwise by who registered it (credit codes of civil affairs begin with 5). */
export function twoNewTypeOf(row: RegisterRow): 'new_economic' | 'new_social' | null {
  const word = row.two_new_kind ?? ''
  if (word.includes('社会')) return 'new_social'
  if (word.includes('经济') || word.includes('企业')) return 'new_economic'
  if (row.uscc?.startsWith('5')) return 'new_social'
  return row.uscc?.startsWith('9') ? 'new_economic' : null
}

/** What the row says of the organisation's own entry; only what it says. */
export function profileSaid(
  row: RegisterRow,
  name: string,
  uscc: string | null,
): Partial<Profile> & { name: string } {
  const said: Partial<Profile> = {
    uscc,
    divisionCode: row.division_code,
    street: row.street,
    postcode: row.postcode,
    approvalNo: row.approval_no,
  }
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
  return { ...given, name, ...foundingOf(row) }
}

/** What an employer's entry says besides. */
export function employerSaid(row: RegisterRow): Partial<Profile> {
  const said: Partial<Profile> = {
    industryCode: row.industry_code,
    employerNature: row.employer_nature ?? null,
    annualBudgetFen: row.annual_budget_fen,
    sixHaves: row.six_haves,
    ...(row.is_direct_point === null ? {} : { directPoint: row.is_direct_point }),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
}

/** The first day a partial date can mean. */
export function firstDayOf(date: { value: string }): string {
  return `${date.value}-01-01`.slice(0, 10)
}

function foundingOf(row: RegisterRow): Partial<Profile> {
  if (row.founded === null) return {}
  const precision = row.founded.precision as 'day' | 'month' | 'year'
  return { foundedOn: firstDayOf(row.founded), foundedPrecision: precision }
}
