import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildRegister, reportForFile } from '#server/modules/roster/index.ts'
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
