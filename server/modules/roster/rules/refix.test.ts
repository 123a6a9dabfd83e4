import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openWorkbook } from '#server/platform/workbook/index.ts'
import { AS_OF, HER_NUMBER, inShort } from '../test/made-roster.ts'
import { copyRow, withCell, type RawRow } from './cells.ts'
import type { JudgedRosterRow } from './judged-row.ts'
import { buildRegister } from './register.ts'
import { rosterColumns } from './roster-columns.ts'
import { judgeRosterRow, rosterRowJudge } from './roster-row.ts'
import { judgeRosterWorkbook } from './roster-workbook.ts'

const file = (name: string) => new URL(`../fixtures/${name}`, import.meta.url).pathname
const register = buildRegister(
  JSON.parse(readFileSync(file('roster-messy.register.json'), 'utf8')).organisations,
)
const context = { register, asOf: AS_OF, epoch: 1900 as const }

/** The messy roster with a stored copy of every row, as an import keeps it. */
async function storedRoster() {
  const stored: { judged: JudgedRosterRow; raw: RawRow }[] = []
  const workbook = await openWorkbook(file('roster-messy.xlsx'))
  const onRow = (judged: JudgedRosterRow, raw: RawRow) =>
    stored.push({ judged, raw: JSON.parse(JSON.stringify(copyRow(raw))) })
  const summary = await judgeRosterWorkbook(workbook, { register, asOf: AS_OF, onRow })
  workbook.close()
  return { stored, header: summary.sheets[0]!.header!.columns }
}

test('every row judged again from its stored copy comes to the same', async () => {
  const { stored, header } = await storedRoster()
  const judge = rosterRowJudge(rosterColumns(header), context)
  assert.ok(stored.length > 400)
  for (const { judged, raw } of stored)
    assert.deepEqual({ ...judge(raw).row, sheet: judged.sheet, index: judged.index }, judged)
})

test('a row that an officer corrects is judged by the corrected cell', async () => {
  const { stored, header } = await storedRoster()
  const columns = rosterColumns(header)
  const number = columns.judged.id_number![0]!
  const [sex, birth] = [columns.judged.sex![0]!, columns.judged.birth_date![0]!]
  const damaged = stored.find(({ judged }) => judged.codes.includes('X01') && judged.outcome === 'rejected')!
  let row = withCell(damaged.raw, number, HER_NUMBER)
  assert.equal(judgeRosterRow(row, columns, context).values.id_number, HER_NUMBER)
  row = withCell(withCell(row, sex, '女'), birth, null)
  assert.match(inShort(judgeRosterRow(row, columns, context)), /^accepted/)
  assert.match(inShort(judgeRosterRow(withCell(row, sex, '男'), columns, context)), /^review X10/)
})
