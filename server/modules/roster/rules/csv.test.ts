import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorkbook } from '#server/platform/workbook/index.ts'
import { AS_OF, inShort, REGISTER } from '../test/made-roster.ts'
import type { JudgedRosterRow } from './judged-row.ts'
import { buildRegister } from './register.ts'
import { judgeRosterWorkbook } from './roster-workbook.ts'

async function judgeCsv(bytes: Uint8Array) {
  const workbook = await openWorkbook(bytes)
  const rows: JudgedRosterRow[] = []
  const plan = {
    register: buildRegister(REGISTER),
    asOf: AS_OF,
    onRow: (row: JudgedRosterRow) => rows.push(row),
  }
  const summary = await judgeRosterWorkbook(workbook, plan)
  workbook.close()
  return { rows, summary }
}

/** GB18030: titles, a header in other words, a wrapped number, a line break inside quotes, an empty record, a total. */
const GB18030 = Buffer.from(
  'u+HUsbuow/uy4SwsLCwsLArM7rGotaXOu6O61Ma0qCwsLCwsLAoKseC6xSy74dSx0NXD+yzWpLz+usXC6yzBqs+1t73KvSzTw8jL' +
    'taXOuyzL+cr0uaS74SzI67vhyNXG2goxLM31oaG3vCw9IjMzMDI5OTE5ODUwNDEyMjQyWCIsMTQyMDAwMDAwMDEsuujUtqOo1Ma0' +
    'qKOpzu/B99PQz965q8u+LLro1LajqNTGtKijqc7vwffT0M/euavLvrmku+HOr9Sxu+EsMjAxMi8zLzUKMiwiwO4KtqEiLDMzMDI5' +
    'OTE5ODUwNDEyMDAwMCwxLjQyRSsxMCwiuujUtqOo1Ma0qKOpzu/B9wrT0M/euavLviIsuujUtqOo1Ma0qKOpzu/B99PQz965q8u+' +
    'uaS74SwyMDE3LjEKCrrPvMYsMsjLLCwsLCwK',
  'base64',
)

test('a CSV in GB18030 is read by records, every value a text', async () => {
  const { rows, summary } = await judgeCsv(GB18030)
  assert.deepEqual(
    rows.map((row) => [row.row, inShort(row)]),
    [
      [5, 'accepted X04 X06 X11'],
      [6, 'rejected X02 X09'],
    ],
  )
  assert.deepEqual([rows[0]!.values.full_name, rows[0]!.values.join_date?.value], ['王芳', '2012-03-05'])
  assert.deepEqual(
    summary.sheets[0]!.skipped.map(({ from, kind }) => `${from} ${kind}`),
    ['1 title', '2 title', '3 blank', '4 header', '7 blank', '8 subtotal'],
  )
  assert.deepEqual(summary.fileNotes, [])
})

test('a CSV made of a sheet with two header rows has lost its merges and is read all the same', async () => {
  const lines = [
    '序号,基本信息,,,工作情况,,备注',
    ',姓名,性别,身份证号,单位名称,工会名称,',
    '1,王芳,女,33029919850412242X,鸿远（云川）物流有限公司,鸿远（云川）物流有限公司工会委员会,已退休',
  ]
  const { rows, summary } = await judgeCsv(Buffer.from(lines.join('\r\n')))
  assert.deepEqual(rows.map(inShort), ['review X29'])
  assert.deepEqual(
    summary.sheets[0]!.skipped.map((one) => one.kind),
    ['header', 'header'],
  )
})

test('an error that a CSV shows as text is an error', async () => {
  const line = '#REF!,女,33029919850412242X,鸿远（云川）物流有限公司,鸿远（云川）物流有限公司工会委员会'
  const { rows } = await judgeCsv(Buffer.from(`姓名,性别,身份证号,工作单位,所属工会\n${line}\n`))
  assert.deepEqual(rows.map(inShort), ['rejected X19'])
})
