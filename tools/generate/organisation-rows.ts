import { mobileNumbers, type Sex } from './codes.ts'
import { isoOf, yearsAfter } from './days.ts'
import { draftRow, type DraftRow } from './expectation.ts'
import { ordinaryName } from './names.ts'
import { randomFrom, type Random } from './random.ts'
import type { Register, RegisterEmployer, RegisterUnion } from './register.ts'
import type { Cell } from './xlsx.ts'

/** The columns of an organisation register (rules 3.2), in the order in which they are written. */
export const ORGANISATION_COLUMNS: readonly (readonly [key: string, header: string])[] = [
  ['name', '单位名称'],
  ['uscc', '统一社会信用代码'],
  ['union_name', '工会名称'],
  ['union_uscc', '工会统一社会信用代码'],
  ['level', '工会类型'],
  ['parent_name', '上级工会'],
  ['street', '所属街道'],
  ['division_code', '行政区划代码'],
  ['industry_code', '行业代码'],
  ['kind', '两新类型'],
  ['employees', '职工人数'],
  ['women_employees', '女职工数'],
  ['members', '会员人数'],
  ['women_members', '女会员数'],
  ['founded', '建会时间'],
  ['approval_no', '审批文号'],
  ['chair_name', '主席姓名'],
  ['chair_mobile', '主席电话'],
  ['is_direct_point', '是否直管点'],
  ['annual_budget', '年度经费（元）'],
  ['remark', '备注'],
]

const DIVISION_CODE = '330299'

/** Rows of unions first, then of employers, clean. A row may get one mistake by `plantOrganisationDefect`. */
export function* organisationRows(
  register: Register,
  wanted: { seed: number; today: number },
): Generator<DraftRow, void, undefined> {
  const random = randomFrom(`${wanted.seed}:organisation-rows`)
  const mobile = mobileNumbers(wanted.seed + 700_000)
  let document = 0
  const common = () => {
    const foundedOn = isoOf(random.between(yearsAfter(wanted.today, -24), wanted.today - 100))
    const sex: Sex = random.chance(0.6) ? 'male' : 'female'
    const approval = `望临工〔${foundedOn.slice(0, 4)}〕${++document}号`
    return { foundedOn, approval_no: approval, chair_name: ordinaryName(random, sex), chair_mobile: mobile() }
  }
  for (const union of register.unions) yield unionRow(union, common())
  for (const employer of register.employers) yield employerRow(employer, { ...common(), random })
}

type Common = { foundedOn: string; approval_no: string; chair_name: string; chair_mobile: string }

function unionRow(union: RegisterUnion, { foundedOn, ...common }: Common): DraftRow {
  const values = {
    name: union.name,
    uscc: null,
    union_name: union.name,
    union_uscc: union.uscc,
    level: union.level,
    parent_name: union.parentName,
    street: union.street,
    division_code: DIVISION_CODE,
    industry_code: null,
    employees: null,
    women_employees: null,
    members: null,
    women_members: null,
    ...common,
  }
  return dated(
    { ...values, kind: null, is_direct_point: '否', annual_budget: null },
    { ...values, is_direct_point: false, annual_budget_fen: null },
    foundedOn,
  )
}

function employerRow(
  employer: RegisterEmployer,
  { foundedOn, random, ...common }: Common & { random: Random },
): DraftRow {
  const budgetYuan = random.chance(0.01) ? random.pick([30_000, 35_000, 40_000, 50_000]) : null
  const values = {
    name: employer.name,
    uscc: employer.uscc,
    union_name: employer.unionName,
    union_uscc: employer.type === '单独基层工会' ? employer.unionUscc : null,
    level: employer.type,
    parent_name: employer.parentName,
    street: employer.street,
    division_code: DIVISION_CODE,
    industry_code: employer.industryCode,
    employees: employer.workers,
    women_employees: employer.women,
    members: employer.members,
    women_members: employer.womenMembers,
    ...common,
  }
  const kind = employer.twoNew === 'new_social' ? '新社会组织' : '新经济组织'
  const written = { ...values, kind, is_direct_point: budgetYuan ? '是' : '否', annual_budget: budgetYuan }
  const expected = {
    ...values,
    is_direct_point: budgetYuan !== null,
    annual_budget_fen: budgetYuan && budgetYuan * 100,
  }
  return dated(written, expected, foundedOn)
}

function dated(cells: Record<string, Cell>, expected: Record<string, unknown>, foundedOn: string): DraftRow {
  return draftRow(
    { ...cells, founded: foundedOn, remark: null },
    { ...expected, founded: { value: foundedOn, precision: 'day' } },
  )
}

type OrganisationDefect = (row: DraftRow) => void

function repair(row: DraftRow, field: string, written: Cell, code: string): void {
  row.cells[field] = written
  row.normalisations.add(code)
}

const usccOf = (row: DraftRow) => row.expected.uscc as string
const dateOf = (row: DraftRow) => (row.expected.founded as { value: string }).value

const DEFECTS: OrganisationDefect[] = [
  (row) => {
    row.cells.uscc = usccOf(row).slice(0, 17) + (usccOf(row)[17] === '3' ? '4' : '3')
    row.rejected.push(['U01', '单位统一社会信用代码校验不通过'])
  },
  (row) => {
    row.cells.uscc = `${usccOf(row)[0]}.${usccOf(row).slice(1, 6)}E+17`
    row.rejected.push(['X03', '统一社会信用代码是科学计数法，代码已丢失'])
  },
  (row) => {
    row.cells.name = null
    row.rejected.push(['M01', '缺少单位名称'])
  },
  (row) => {
    row.cells.uscc = null
    row.review.push(['M01', '缺少单位统一社会信用代码'])
  },
  (row) => repair(row, 'uscc', usccOf(row).replaceAll('0', 'O'), 'U02'),
  (row) => repair(row, 'uscc', usccOf(row).toLowerCase(), 'X07'),
  (row) => repair(row, 'uscc', `${usccOf(row).slice(0, 9)} ${usccOf(row).slice(9)}`, 'X06'),
  (row) => repair(row, 'employees', `${row.expected.employees as number}人`, 'X12'),
  (row) => {
    row.cells.employees = `约${row.expected.employees as number}`
    row.review.push(['X12', '人数不是准确数字，请填写准确人数'])
  },
  (row) => {
    row.cells.members = (row.expected.employees as number) + 9
    row.review.push(['O03', '会员人数大于职工人数'])
  },
  (row) => {
    row.cells.parent_name = '江南街道总工会'
    row.review.push(['O01', '上级工会不在本表中'])
  },
  (row) => {
    const [year, month, day] = dateOf(row).split('-')
    repair(row, 'founded', `${year}年${Number(month)}月${Number(day)}日`, 'X11')
  },
  (row) =>
    repair(
      row,
      'approval_no',
      (row.expected.approval_no as string).replace('〔', '[').replace('〕', ']'),
      'X22',
    ),
  (row) => repair(row, 'chair_mobile', `+86${row.expected.chair_mobile as string}`, 'X25'),
  (row) => {
    // A number cell loses a leading zero; without one nothing has to be restored.
    const code = row.expected.industry_code as string
    if (code.startsWith('0')) repair(row, 'industry_code', Number(code), 'O04')
    else row.cells.industry_code = Number(code)
  },
]

/** Plants the next mistake of a fixed round into the row of an employer. */
export function plantOrganisationDefect(row: DraftRow, turn: number): void {
  DEFECTS[turn % DEFECTS.length]!(row)
}
