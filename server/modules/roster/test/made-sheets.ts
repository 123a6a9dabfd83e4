import { anotherRow, HEADER, judgeSheets, madeRow } from './made-roster.ts'
import type { MadeCell, MadeSheet } from './made-workbook.ts'

/** The usual header as a row. */
export const header: MadeCell[] = [...HEADER]
/** Clean rows of different people. */
export const people = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => anotherRow(from + i))
/** The column of a header. */
export const at = (name: (typeof HEADER)[number]) => HEADER.indexOf(name)
/** A row with only some cells. */
export const cells = (some: Partial<Record<(typeof HEADER)[number], MadeCell>>) =>
  HEADER.map((name) => some[name] ?? null)

/** '1 title, 2-3 blank' for the rows of the first sheet that are not data. */
export async function skipped(sheet: MadeSheet): Promise<string> {
  const { summary } = await judgeSheets([sheet])
  return summary.sheets[0]!.skipped.map(
    ({ from, to, kind }) => `${from === to ? from : `${from}-${to}`} ${kind}`,
  ).join(', ')
}

/** A clean row under nine columns. */
export function personal(): MadeCell[] {
  const row = madeRow()
  return [
    '序号',
    '姓名',
    '性别',
    '身份证号',
    '手机号码',
    '工作单位',
    '统一社会信用代码',
    '所属工会',
    '入会时间',
  ].map((name) => row[at(name as '姓名')]!)
}
