import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { reportForFile } from '../report-for-file.ts'
import { buildRegister } from './register.ts'
import type { ImportReport, ReportedReason } from './report.ts'

/** The two messy workbooks and what the policy makes of every row of them (all people and units invented). */
const folder = new URL('../fixtures/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const path = (name: string) => new URL(name, folder).pathname

test('the messy roster: every row, field, mark, reason and note as expected', async () => {
  const register = buildRegister(read('roster-messy.register.json').organisations)
  const expected = read('roster-messy.expected.json')
  const report = await reportForFile(path('roster-messy.xlsx'), {
    kind: 'roster',
    register,
    asOf: expected.asOf,
  })
  compare(report as ImportReport, expected)
})

test('the messy organisation register: every row, field, mark, reason and note as expected', async () => {
  const expected = read('organisations-messy.expected.json')
  const report = await reportForFile(path('organisations-messy.xlsx'), {
    kind: 'organisations',
    asOf: expected.asOf,
  })
  compare(report as ImportReport, expected)
})

interface Expected extends Pick<
  ImportReport,
  'kind' | 'asOf' | 'sheets' | 'fileNotes' | 'dataRows' | 'skipped'
> {
  accepted: object[]
  review: ReportedReason[]
  rejected: ReportedReason[]
}

/** Everything literally, but for the wording of reasons: those share words. */
function compare(report: ImportReport, expected: Expected) {
  for (const key of ['kind', 'asOf', 'sheets', 'fileNotes', 'dataRows', 'skipped', 'accepted'] as const)
    assert.deepEqual(report[key], expected[key], key)
  assert.equal(report.acceptedCount, expected.accepted.length)
  for (const list of ['review', 'rejected'] as const) {
    const codes = (entries: ReportedReason[]) => entries.map(({ row, codes: of }) => ({ row, codes: of }))
    assert.deepEqual(codes(report[list]), codes(expected[list]), list)
    for (const [i, entry] of report[list].entries())
      assert.ok(
        sharesWords(entry.why_zh, expected[list][i]!.why_zh),
        `${entry.why_zh} / ${expected[list][i]!.why_zh}`,
      )
  }
}

/** Three Chinese characters in a row in common. */
function sharesWords(ours: string, theirs: string): boolean {
  const han = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '')
  const words = han(theirs)
  return Array.from({ length: words.length - 2 }, (_, i) => words.slice(i, i + 3)).some((three) =>
    han(ours).includes(three),
  )
}
