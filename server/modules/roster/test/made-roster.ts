import type { RawRow } from '../rules/cells.ts'
import { citizenCheck } from '../rules/citizen-number.ts'
import type { JudgedRosterRow } from '../rules/judged-row.ts'
import { buildRegister, type RegisterEntry } from '../rules/register.ts'
import { amendRow, judgeRosterWorkbook } from '../rules/roster-workbook.ts'
import { whyText } from '../rules/reasons.ts'
import { madeWorkbook, type MadeCell, type MadeSheet } from './made-workbook.ts'

export const AS_OF = '2026-06-30'

/** Two employers with their unions, and a federation. All invented. */
export const REGISTER: RegisterEntry[] = [
  {
    name: '鸿远（云川）物流有限公司',
    uscc: '91330299MA0005CY5M',
    former_names: ['云川第一车队'],
    union_name: '鸿远（云川）物流有限公司工会委员会',
    union_uscc: '81330299MC0005CX4N',
  },
  {
    name: '云川恒瑞精密机械有限公司',
    uscc: '91330299MA0005CT4E',
    former_names: ['云川第二轴承厂'],
    union_name: '云川恒瑞精密机械有限公司工会',
    union_uscc: '81330299MC0005CR5M',
  },
  { name: null, uscc: null, union_name: '云川市临江区总工会' },
]

export const HEADER = [
  '序号',
  '姓名',
  '性别',
  '身份证号',
  '出生日期',
  '民族',
  '政治面貌',
  '学历',
  '手机号码',
  '工作单位',
  '统一社会信用代码',
  '所属工会',
  '部门',
  '入会时间',
  '会员服务卡号',
  '备注',
] as const

export type Cells = Partial<Record<(typeof HEADER)[number], MadeCell>>

/** A citizen number of nobody: county codes ending in 99 are not assigned. */
export function madeNumber(birth: string, sequence: number, division = '330299'): string {
  const digits = division + birth.replaceAll('-', '') + String(sequence).padStart(3, '0')
  return digits + citizenCheck(digits)
}

export const HER_NUMBER = madeNumber('1985-04-12', 242)

/** A clean row; `change` names the cells that differ. */
export function madeRow(change: Cells = {}): MadeCell[] {
  const clean: Record<(typeof HEADER)[number], MadeCell> = {
    序号: 1,
    姓名: '王芳',
    性别: '女',
    身份证号: HER_NUMBER,
    出生日期: '1985-04-12',
    民族: '汉族',
    政治面貌: '群众',
    学历: '本科',
    手机号码: '14200000001',
    工作单位: '鸿远（云川）物流有限公司',
    统一社会信用代码: '91330299MA0005CY5M',
    所属工会: '鸿远（云川）物流有限公司工会委员会',
    部门: '一车间',
    入会时间: '2012-03-05',
    会员服务卡号: '6217000000000000001',
    备注: null,
  }
  return HEADER.map((header) => (header in change ? (change[header] ?? null) : clean[header]))
}

/** Another person, so that a file has no duplicates: numbered from 1. */
export function anotherRow(person: number, change: Cells = {}): MadeCell[] {
  const mobile = `1430000${String(person).padStart(4, '0')}`
  return madeRow({
    姓名: `李${'甲乙丙丁戊己庚辛壬癸'[person % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(person / 10) % 10]}`,
    身份证号: madeNumber('1985-04-12', 300 + person * 2),
    手机号码: mobile,
    ...change,
  })
}

export interface JudgedFile {
  rows: JudgedRosterRow[]
  raw: RawRow[]
  summary: Awaited<ReturnType<typeof judgeRosterWorkbook>>
}

/** Judges made sheets against the register and applies the amendments. */
export async function judgeSheets(sheets: MadeSheet[], epoch: 1900 | 1904 = 1900): Promise<JudgedFile> {
  const rows: JudgedRosterRow[] = []
  const raw: RawRow[] = []
  const summary = await judgeRosterWorkbook(madeWorkbook(sheets, epoch), {
    register: buildRegister(REGISTER),
    asOf: AS_OF,
    onRow: (judged, cells) => {
      rows.push(judged)
      raw.push({ ...cells, values: [...cells.values] })
    },
  })
  for (const amendment of summary.amendments)
    rows[amendment.index] = amendRow(rows[amendment.index]!, amendment)
  return { rows, raw, summary }
}

/** Judges one sheet of rows under the usual header. */
export async function judgeRows(
  rows: MadeCell[][],
  sheet: Omit<MadeSheet, 'rows'> = {},
): Promise<JudgedRosterRow[]> {
  return (await judgeSheets([{ ...sheet, rows: [[...HEADER], ...rows] }])).rows
}

/** Judges one row with some cells changed and says it in short: 'accepted X06', 'review X10', 'rejected X09'. */
export async function verdict(change: Cells): Promise<string> {
  const [row] = await judgeRows([madeRow(change)])
  return inShort(row!)
}

export function inShort(row: JudgedRosterRow): string {
  const said = row.outcome === 'accepted' ? row.normalisations : row.codes
  return [row.outcome, ...said].join(' ')
}

/** The judged values of one row with some cells changed. */
export async function valuesOf(change: Cells): Promise<JudgedRosterRow['values']> {
  const [row] = await judgeRows([madeRow(change)])
  return row!.values
}

/** The Chinese reason of one row with some cells changed. */
export async function whyOf(change: Cells): Promise<string> {
  const [row] = await judgeRows([madeRow(change)])
  return whyText(row!.reasons, 'zh')
}
