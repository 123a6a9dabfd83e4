import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { ImportJob, RosterImport } from '#contract/roster.ts'
import { makeTenant } from '#server/test/makers.ts'
import { importer } from './test/import-harness.ts'

const fixtures = new URL('./fixtures/', import.meta.url)

test('the messy roster of the federation comes out as the policy says', async () => {
  const tenant = await makeTenant()
  const harness = await importer(tenant)
  await harness.loadRegister(
    JSON.parse(readFileSync(new URL('roster-messy.register.json', fixtures), 'utf8')),
  )
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const job = await harness.upload<ImportJob>(officer, 'roster-imports', {
    file: readFileSync(new URL('roster-messy.xlsx', fixtures)),
    fields: { organisationId: tenant.federationId },
  })
  assert.equal(job.status, 202, JSON.stringify(job.body))
  const imported = await harness.settled(officer, job.body.importId)
  assert.equal(imported.state, 'ready')
  const { body: report } = await officer.get<Record<string, unknown>>(`/roster-imports/${imported.id}/report`)
  const expected = JSON.parse(readFileSync(new URL('roster-messy.expected.json', fixtures), 'utf8'))
  assert.deepEqual(report.fileNotes, expected.fileNotes)
  const mentioned = (imported as RosterImport).counts!
  assert.equal(mentioned.rows, expected.dataRows)
})
