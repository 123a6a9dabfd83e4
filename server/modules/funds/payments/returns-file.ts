import type { ReturnCause } from '#contract/funds-payments.ts'
import { refuse } from '#server/platform/errors.ts'
import { openWorkbook, WorkbookRefusal, type CellValue } from '#server/platform/workbook/index.ts'

/** A row of the bank's list of returns: which line, to which account, how much in fen, and why not. */
export interface ReturnedRow {
  row: number
  number: number
  account: string
  amountFen: number
  cause: ReturnCause
}

const headings = {
  number: ['序号', '行号', 'number'],
  account: ['账号', '收款账号', 'account'],
  amount: ['金额', '金额（元）', '金额(元)', 'amount'],
  result: ['结果', '处理结果', '状态', 'result'],
  reason: ['原因', '失败原因', '退回原因', '备注', 'reason'],
} as const
type Column = keyof typeof headings

/** Rows of an .xlsx or .csv that failed: found by the headings of our own list. Without a column of results every row is a failure. */
export async function returnedRows(file: Buffer): Promise<ReturnedRow[]> {
  const lines = await linesOf(file)
  const head = lines.findIndex((line) => columnAt(line.values, 'number') >= 0)
  if (head < 0) refuse('funds.returns_unreadable')
  const at = Object.fromEntries(
    (Object.keys(headings) as Column[]).map((column) => [column, columnAt(lines[head]!.values, column)]),
  ) as Record<Column, number>
  if (at.account < 0 || at.amount < 0) refuse('funds.returns_unreadable')
  return lines.slice(head + 1).flatMap(({ values, row }) => {
    const text = (column: Column) => (at[column] < 0 ? '' : String(values[at[column]] ?? '').trim())
    if (!/^\d+$/.test(text('number')) || /成功|success/i.test(text('result'))) return []
    return [
      {
        row,
        number: Number(text('number')),
        account: text('account').replace(/^['’]/, ''),
        amountFen: fenOf(text('amount')) ?? refuse('funds.return_mismatch', { row }),
        cause: causeOf(`${text('result')} ${text('reason')}`),
      },
    ]
  })
}

/** Yuan as a list writes them, in fen without a float; undefined for what is no sum. */
function fenOf(yuan: string): number | undefined {
  const match = /^[￥¥]?(\d[\d,]*)(?:\.(\d{1,2}))?$/.exec(yuan)
  if (match === null) return undefined
  return Number(match[1]!.replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

function causeOf(text: string): ReturnCause {
  if (/户名|name/i.test(text)) return 'name_differs'
  if (/销户|注销|closed/i.test(text)) return 'account_closed'
  return /账号|帐号|账户|account/i.test(text) ? 'account_wrong' : 'other'
}

function columnAt(values: readonly CellValue[], column: Column): number {
  return values.findIndex((value) =>
    (headings[column] as readonly string[]).includes(
      String(value ?? '')
        .trim()
        .toLowerCase(),
    ),
  )
}

async function linesOf(file: Buffer): Promise<{ row: number; values: CellValue[] }[]> {
  try {
    const workbook = await openWorkbook(file)
    const lines: { row: number; values: CellValue[] }[] = []
    await workbook.sheets[0]!.rows((row) =>
      lines.push({ row: row.number, values: row.values.slice(0, row.width) }),
    )
    workbook.close()
    return lines
  } catch (error) {
    if (error instanceof WorkbookRefusal) refuse('funds.returns_unreadable')
    throw error
  }
}
