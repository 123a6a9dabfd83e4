import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActivationMember, Slip, SlipRun } from '#contract/activation.ts'
import type { Job } from '#contract/jobs.ts'
import type { Me } from '#contract/sessions.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeMember, stranger, type RosterPerson } from './test/roster-people.ts'

const password = 'zhe ge mi ma gou chang'

interface Members {
  items: ActivationMember[]
  counts: Record<string, number>
}

/** A union with three members and its chair. */
async function withUnion() {
  const tenant = await makeTenant()
  const { unionId } = tenant.north
  const people: RosterPerson[] = []
  for (let at = 0; at < 3; at++) people.push(await makeMember(tenant, { unionId }))
  return { tenant, unionId, people, chair: await tenant.officer('union_chair', unionId) }
}

async function printed(client: TestClient, whom: object): Promise<{ runId: string; slips: Slip[] }> {
  const { status, body } = await client.post<{ runId: string; jobId: string }>('/activation/slip-runs', whom)
  assert.equal(status, 202, JSON.stringify(body))
  for (;;) {
    const { body: job } = await client.get<Job>(`/jobs/${body.jobId}`)
    assert.notEqual(job.state, 'failed')
    if (job.state === 'done') break
  }
  const sheet = await client.post<{ run: SlipRun; slips: Slip[] }>(
    `/activation/slip-runs/${body.runId}/sheets`,
  )
  assert.equal(sheet.status, 200)
  return { runId: body.runId, slips: sheet.body.slips }
}

async function proved(slip: string, documentTail: string) {
  return (await stranger()).post<{ ticket: string; hasAccount: boolean }>('/activation/slip-proofs', {
    slip,
    documentTail,
  })
}

async function completed(ticket: string, login: string) {
  return (await stranger()).post<{ me: Me | null }>('/activation/completions', { ticket, login, password })
}

async function slipOf(tenant: TestTenant, personId: string, slips: Slip[]): Promise<string> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ id: string }>(
    'select id from activation_slips where tenant_id = $1 and person_id = $2 order by printed_at desc',
    [tenant.id, personId],
  )
  return slips.find(({ slipId }) => rows.some((row) => row.id === slipId))!.code
}

test('slips for a whole union open accounts without any gateway; the list counts who stands how', async () => {
  const { tenant, unionId, people, chair } = await withUnion()
  const { slips } = await printed(chair, { organisationId: unionId })
  assert.equal(slips.length, 3)
  const [person] = people as [RosterPerson]
  const code = await slipOf(tenant, person.personId, slips)
  const proof = await proved(code.toLowerCase().replaceAll('-', ' '), person.documentTail)
  assert.equal(proof.status, 201)
  assert.equal((await completed(proof.body.ticket, person.mobile)).body.me?.person.id, person.personId)
  assert.equal((await proved(code, person.documentTail)).body.error.code, 'activation.slip_wrong')
  const { body } = await chair.get<Members>('/activation/members')
  assert.deepEqual(body.counts, { none: 0, slip: 2, active: 1, closed: 0 })
  const active = await chair.get<Members>('/activation/members?state=active')
  assert.deepEqual(
    active.body.items.map((item) => item.personId),
    [person.personId],
  )
  const nobodyLeft = await chair.post('/activation/slip-runs', { organisationId: unionId })
  assert.equal(nobodyLeft.body.error.code, 'activation.nobody_needs_one')
})

test('the database knows no code of a slip: only a keyed hash', async () => {
  const { tenant, unionId, chair } = await withUnion()
  const { slips } = await printed(chair, { organisationId: unionId })
  const { owner } = await testServer()
  const { rows } = await owner.query<{ text: string }>(
    `select (select json_agg(s) from activation_slips s where tenant_id = $1)::text || (select json_agg(s) from slip_runs s where tenant_id = $1)::text
      || (select json_agg(s) from activation_secrets s where tenant_id = $1)::text || (select json_agg(a) from audit_entries a where tenant_id = $1)::text as text`,
    [tenant.id],
  )
  for (const { code } of slips) {
    assert.ok(!rows[0]!.text.includes(code) && !rows[0]!.text.includes(code.replaceAll('-', '')))
  }
})

test('five wrong ends of the document spoil a slip, and then the right one does not help', async () => {
  const { tenant, people, chair } = await withUnion()
  const [person] = people as [RosterPerson]
  const { slips } = await printed(chair, { personIds: [person.personId] })
  const code = await slipOf(tenant, person.personId, slips)
  for (let at = 0; at < 5; at++) assert.equal((await proved(code, '00000X')).status, 422)
  assert.equal((await proved(code, person.documentTail)).body.error.code, 'activation.slip_wrong')
  const { body } = await chair.get<Members>('/activation/members?state=slip')
  assert.equal(body.items.length, 0)
})

test('a newer slip replaces the older one, a revoked one is worthless, one past its day too', async () => {
  const { tenant, people, chair } = await withUnion()
  const [person, late] = people as [RosterPerson, RosterPerson]
  const older = await printed(chair, { personIds: [person.personId] })
  const newer = await printed(chair, { personIds: [person.personId] })
  assert.equal((await proved(older.slips[0]!.code, person.documentTail)).status, 422)
  assert.equal((await proved(newer.slips[0]!.code, person.documentTail)).status, 201)
  const revoked = await chair.post<{ revoked: number }>('/activation/slip-revocations', {
    personIds: [person.personId],
  })
  assert.equal(revoked.body.revoked, 1)
  assert.equal((await proved(newer.slips[0]!.code, person.documentTail)).status, 422)

  const { slips } = await printed(chair, { personIds: [late.personId] })
  const { owner } = await testServer()
  await owner.query(
    `update activation_secrets set expires_at = now() where tenant_id = $1 and person_id = $2`,
    [tenant.id, late.personId],
  )
  assert.equal((await proved(slips[0]!.code, late.documentTail)).status, 422)
})

test('of twenty who use one slip’s ticket at the same moment one gets the account', async () => {
  const { people, chair } = await withUnion()
  const [person] = people as [RosterPerson]
  const { slips } = await printed(chair, { personIds: [person.personId] })
  const { body } = await proved(slips[0]!.code, person.documentTail)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => completed(body.ticket, `name${at}-${person.mobile}`)),
  )
  assert.deepEqual(
    answers.map(({ status }) => status).sort((a, b) => a - b),
    [201, ...Array.from({ length: 19 }, () => 422)],
  )
})

test('a chair prints for the own union only, and nobody reads the codes of another’s printing', async () => {
  const { tenant, people, chair } = await withUnion()
  const south = await tenant.officer('union_chair', tenant.south.unionId)
  const foreign = await south.post('/activation/slip-runs', { personIds: [people[0]!.personId] })
  assert.equal(foreign.status, 404)
  const { runId } = await printed(chair, { personIds: [people[0]!.personId] })
  assert.equal((await south.post(`/activation/slip-runs/${runId}/sheets`)).status, 404)
  const worker = await tenant.nobody()
  assert.equal((await worker.get('/activation/members')).status, 403)
})
