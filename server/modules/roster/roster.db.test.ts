import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { RosterImport } from '#contract/roster.ts'
import { makeTenant } from '#server/test/makers.ts'
import { importer } from './test/import-harness.ts'
import { viewHash } from './test/small-roster.ts'

// The day of the expected reports; the server of this file is made at the first call below.
process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url))
const parsed = (name: string) => JSON.parse(fixture(name).toString('utf8')) as Report

type Row = Record<string, unknown> & { row: number; sheet?: string; codes?: string[] }
type Report = Record<'accepted' | 'review' | 'rejected' | 'skipped', Row[]> & {
  asOf: string
  dataRows: number
  fileNotes: object[]
}

test('the messy roster comes out over HTTP exactly as the policy says', async () => {
  const { officer, harness, tenant } = await federation()
  const imported = await harness.dryRun(officer, messy(tenant.federationId))
  assert.equal(imported.state, 'ready')
  assert.equal(imported.asOf, '2026-06-30')
  const { body: report } = await officer.get<Report>(`/roster-imports/${imported.id}/report`)
  assertSameReport(report, parsed('roster-messy.expected.json'))
})

test('the same file twice adds nothing, and undo brings the view back', async () => {
  const { officer, harness, tenant } = await federation()
  const before = await tenant.inside(viewHash)
  const first = await harness.dryRun(officer, messy(tenant.federationId))
  const done = await harness.commit(officer, first.id)
  assert.equal(done.state, 'committed')
  assert.equal(done.commit?.personsAdded, first.counts?.new)
  const filled = await tenant.inside(viewHash)
  assert.notEqual(filled, before)

  const again = await harness.dryRun(officer, messy(tenant.federationId))
  assert.deepEqual(
    { new: again.counts?.new, changed: again.counts?.changed, same: again.counts?.same },
    { new: 0, changed: 0, same: first.counts?.new },
  )
  const nothing = await harness.commit(officer, again.id)
  assert.deepEqual([nothing.commit?.personsAdded, nothing.commit?.personsChanged], [0, 0])
  assert.equal(await tenant.inside(viewHash), filled)

  const undone = await harness.undo(officer, first.id)
  assert.deepEqual(undone.undo?.personsRemoved, first.counts?.new)
  assert.equal(undone.undo?.rowsLeft, 0)
  assert.equal(await tenant.inside(viewHash), before)
})

test('after an undo the same file comes in once more as if for the first time', async () => {
  const { officer, harness, tenant } = await federation()
  const first = await harness.dryRun(officer, messy(tenant.federationId))
  await harness.commit(officer, first.id)
  const filled = await tenant.inside(viewHash)
  await harness.undo(officer, first.id)
  const second = await harness.dryRun(officer, messy(tenant.federationId))
  assert.equal(second.counts?.new, first.counts?.new)
  await harness.commit(officer, second.id)
  assert.equal(await tenant.inside(viewHash), filled)
})

test('the messy register of organisations comes in, adds nothing the second time, and can be undone', async () => {
  const tenant = await makeTenant()
  const harness = await importer(tenant)
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const sent = { file: fixture('organisations-messy.xlsx'), fields: { organisationId: tenant.federationId } }
  const upload = async () => {
    const { body } = await harness.upload<{ importId: string }>(officer, 'organisation-imports', sent)
    return harness.settled(officer, body.importId)
  }
  const first = await upload()
  const { body: report } = await officer.get<Report>(`/roster-imports/${first.id}/report`)
  assertSameReport(report, parsed('organisations-messy.expected.json'))
  const done = await harness.commit(officer, first.id)
  assert.equal(done.state, 'committed')
  assert.ok(done.commit!.personsAdded > 80)
  const again = await upload()
  assert.deepEqual([again.counts?.new, again.counts?.changed], [0, 0])
  const undone = await harness.undo(officer, first.id)
  assert.equal(undone.state, 'undone')
  assert.equal((await upload()).counts?.new, first.counts?.new)
})

test('a file that is no workbook is refused in words', async () => {
  const { officer, harness, tenant } = await federation()
  const bad: Record<string, Buffer | string> = {
    text: 'hello',
    empty: '',
    html: '<html><table><tr><td>姓名</td></tr></table></html>',
    truncated: fixture('roster-messy.xlsx').subarray(0, 20_000),
    encrypted: Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'),
  }
  for (const [name, file] of Object.entries(bad)) {
    const imported = await harness.dryRun(officer, { file, fields: { organisationId: tenant.federationId } })
    assert.equal(imported.state, 'refused', name)
    assert.equal(imported.refusal?.code, 'X26', name)
    const { body } = await officer.get<Record<string, unknown>>(`/roster-imports/${imported.id}/report`)
    assert.deepEqual(Object.keys(body).sort(), ['code', 'outcome', 'why_zh'])
    const commit = await officer.post<RosterImport>(`/roster-imports/${imported.id}/commit`)
    assert.deepEqual([commit.status, commit.body.error.code], [422, 'roster.is_refused'])
  }
})

function messy(organisationId: string) {
  return { file: fixture('roster-messy.xlsx'), fields: { organisationId } }
}

async function federation() {
  const tenant = await makeTenant()
  const harness = await importer(tenant)
  await harness.loadRegister(JSON.parse(fixture('roster-messy.register.json').toString('utf8')))
  return { tenant, harness, officer: await tenant.officer('federation_officer', tenant.federationId) }
}

/** Every row in the same list with the same codes and values; the wording of reasons is the judge’s own. */
function assertSameReport(report: Report, expected: Report): void {
  assert.equal(report.dataRows, expected.dataRows)
  assert.deepEqual(report.fileNotes, expected.fileNotes)
  for (const list of ['accepted', 'review', 'rejected', 'skipped'] as const) {
    const wordless = (rows: Row[]) => rows.map(({ why_zh: _why, ...row }) => tidy(row))
    assert.deepEqual(wordless(report[list]), wordless(expected[list]), list)
  }
}

function tidy(row: Row): object {
  const { codes, normalisations, warnings, ...rest } = row as Row & {
    normalisations?: string[]
    warnings?: string[]
  }
  const sorted = (list: string[] | undefined) => [...new Set(list)].sort()
  return { ...rest, codes: sorted(codes), normalisations: sorted(normalisations), warnings: sorted(warnings) }
}
