import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ningboJiangbei } from '#server/demo/ningbo-jiangbei.ts'
import { buildRegister, reportForFile } from '#server/modules/roster/index.ts'
import { openWorkbook } from '#server/platform/workbook/index.ts'
import { makeSampleRoster, sampleRosterFile } from './make-sample-roster.ts'

test('the sample roster belongs to the union that the full demo shows, and most of its rows can be imported there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-sample-'))
  const fresh = join(folder, 'member-roster.xlsx')
  const expected = await makeSampleRoster(fresh)
  const isSame = readFileSync(fresh).equals(readFileSync(sampleRosterFile))
  rmSync(folder, { recursive: true })
  assert.ok(isSame, 'the demo has changed: run tools/make-sample-roster.ts and commit the sample')
  const { name, uscc, unionName, unionUscc } = expected.employer
  const entry = { name, uscc, former_names: [], union_name: unionName, union_uscc: unionUscc }
  const report = await reportForFile(sampleRosterFile, {
    kind: 'roster',
    asOf: '2026-06-30',
    register: buildRegister([entry]),
  })
  assert.ok('rejected' in report, 'the file is taken')
  assert.equal(report.acceptedCount, expected.acceptedCount)
  assert.ok(report.acceptedCount >= 40 && report.review.length > 0 && report.rejected.length > 0)
})

test('nobody of the sample is in the demo already, whichever day it is made', async () => {
  const numbers = await citizenNumbersOf(sampleRosterFile)
  assert.ok(numbers.length > 50)
  for (const today of ['2026-06-30', '2027-03-01']) {
    const taken = new Set<string>()
    for (const person of ningboJiangbei({ scale: 'full', today }).people()) taken.add(person.citizenNumber)
    assert.ok(taken.size > 100_000)
    assert.equal(numbers.filter((number) => taken.has(number)).length, 0)
  }
})

async function citizenNumbersOf(path: string): Promise<string[]> {
  const book = await openWorkbook(path)
  const numbers: string[] = []
  await book.sheets[0]!.rows(({ values }) => {
    numbers.push(
      ...values.filter((value) => typeof value === 'string' && /^\d{17}[\dX]$/.test(value)).map(String),
    )
  })
  book.close()
  return numbers
}
