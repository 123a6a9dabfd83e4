import type { JudgedOrganisationRow } from '../rules/organisation-row.ts'
import { judgeOrganisationsWorkbook } from '../rules/organisations-workbook.ts'
import { AS_OF } from './made-roster.ts'
import { madeWorkbook, type MadeCell, type MadeSheet } from './made-workbook.ts'

export const ORGANISATION_HEADER = [
  '序号',
  '单位名称',
  '统一社会信用代码',
  '工会名称',
  '工会统一社会信用代码',
  '工会类型',
  '上级工会',
  '邮编',
  '行业代码',
  '职工人数',
  '女职工数',
  '会员人数',
  '女会员数',
  '建会时间',
  '审批文号',
  '主席姓名',
  '主席电话',
  '是否直管点',
  '年度经费（元）',
  '有场所',
  '有设施',
  '有标志',
  '有党旗',
  '有书报',
  '有制度',
  '备注',
] as const

export type OrganisationCells = Partial<Record<(typeof ORGANISATION_HEADER)[number], MadeCell>>

/** The federation every made company hangs under. */
export const FEDERATION: OrganisationCells = {
  单位名称: '云川市临江区总工会',
  统一社会信用代码: null,
  工会名称: '云川市临江区总工会',
  工会统一社会信用代码: null,
  工会类型: '区总工会',
  上级工会: null,
  职工人数: null,
  女职工数: null,
  会员人数: null,
  女会员数: null,
}

/** A clean company row with some cells changed. */
export function madeOrganisation(change: OrganisationCells = {}): MadeCell[] {
  const clean: Record<(typeof ORGANISATION_HEADER)[number], MadeCell> = {
    序号: 1,
    单位名称: '云川恒瑞精密机械有限公司',
    统一社会信用代码: '91330299MA0005CT4E',
    工会名称: '云川恒瑞精密机械有限公司工会委员会',
    工会统一社会信用代码: '81330299MC0005CR5M',
    工会类型: '单独基层工会',
    上级工会: '云川市临江区总工会',
    邮编: '010000',
    行业代码: '03',
    职工人数: 120,
    女职工数: 40,
    会员人数: 100,
    女会员数: 30,
    建会时间: '2016-05-03',
    审批文号: '云临工〔2016〕12号',
    主席姓名: '王芳',
    主席电话: '14200000001',
    是否直管点: '否',
    '年度经费（元）': null,
    有场所: '√',
    有设施: '×',
    有标志: null,
    有党旗: '√',
    有书报: '√',
    有制度: '√',
    备注: null,
  }
  return ORGANISATION_HEADER.map((header) => (header in change ? (change[header] ?? null) : clean[header]))
}

/** A company of its own: other names, no codes that could repeat. */
export function otherOrganisation(name: string, change: OrganisationCells = {}): MadeCell[] {
  return madeOrganisation({
    单位名称: name,
    工会名称: `${name}工会委员会`,
    统一社会信用代码: null,
    工会统一社会信用代码: null,
    工会类型: '联合工会',
    ...change,
  })
}

export async function judgeOrganisationSheets(sheets: MadeSheet[]) {
  const rows: JudgedOrganisationRow[] = []
  const summary = await judgeOrganisationsWorkbook(madeWorkbook(sheets), {
    asOf: AS_OF,
    onRow: (judged) => rows.push(judged),
  })
  return { rows, summary }
}

/** Judges rows under the usual header, the federation above them. */
export async function judgeOrganisations(...rows: MadeCell[][]): Promise<JudgedOrganisationRow[]> {
  const all = [[...ORGANISATION_HEADER], madeOrganisation(FEDERATION), ...rows]
  return (await judgeOrganisationSheets([{ rows: all }])).rows.slice(1)
}

export function saidOf(row: JudgedOrganisationRow): string {
  return [row.outcome, ...(row.outcome === 'accepted' ? row.normalisations : row.codes)].join(' ')
}

/** The verdict on one company row with some cells changed. */
export async function organisationVerdict(change: OrganisationCells): Promise<string> {
  const [row] = await judgeOrganisations(madeOrganisation(change))
  return saidOf(row!)
}

export async function organisationValues(
  change: OrganisationCells,
): Promise<JudgedOrganisationRow['values']> {
  const [row] = await judgeOrganisations(madeOrganisation(change))
  return row!.values
}
