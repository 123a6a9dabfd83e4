import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Job } from '#contract/jobs.ts'
import type { MassChange, MassChangeRecord, MassPreview, MemberFile } from '#contract/people-records.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { carryOutOrder } from '../commands/carry-out-order.ts'
import { memberIndexDifferences } from '../index.ts'
import { makeMembers } from './make-members.ts'

const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }
type List = { items: MassChangeRecord[]; total: number }

async function withMembers(count: number) {
  const tenant = await makeTenant()
  const { unionId, employerId } = tenant.north
  const ids = await tenant.inside((tx) =>
    makeMembers(
      tx,
      Array.from({ length: count }, (_, at) => ({ name: `王${at}`, unionId, employerId })),
    ),
  )
  return { tenant, ids, chair: await tenant.officer('union_chair', unionId) }
}

const openJobs = async (officer: TestClient, id: string) =>
  (await officer.get<MemberFile>(`/members/${id}`)).body.employments.filter(
    (row) => row.supersededAt === null && row.endsBefore === null,
  ).length

test('a preview says whom it fits, whom not, and what else is open, and changes nothing', async () => {
  const { tenant, ids, chair } = await withMembers(3)
  await chair.post('/memberships/ending', { personIds: [ids[0]], kind: 'left', on: '2024-01-01' })
  const ask = { personIds: ids, kind: 'left', on: '2024-02-01' }
  const { body } = await chair.post<MassPreview>('/memberships/preview', ask)
  assert.deepEqual(body, {
    fit: 2,
    leftOut: [{ code: 'people.no_membership', count: 1 }],
    employments: 2,
    appointments: 0,
    appointmentsToEnd: 0,
    inTransit: 0,
    background: false,
  })
  assert.equal((await chair.get<List>('/members')).body.total, 2)
  const south = await tenant.officer('union_chair', tenant.south.unionId)
  assert.equal((await south.post('/memberships/preview', ask)).status, 404)
})

test('where asked, work ends with the membership in one change, and comes back with it', async () => {
  const { tenant, ids, chair } = await withMembers(2)
  const ended = await chair.post<MassChange>('/memberships/ending', {
    personIds: [ids[0]],
    kind: 'left',
    on: '2024-01-01',
    endsAlso: ['employments'],
  })
  assert.equal(ended.body.changed, 1)
  assert.equal(await openJobs(chair, ids[0]!), 0)
  await chair.post('/memberships/ending', { personIds: [ids[1]], kind: 'left', on: '2024-01-01' })
  assert.equal(await openJobs(chair, ids[1]!), 1)
  const undone = await chair.post<object>(`/mass-changes/${ended.body.changeId}/undoing`)
  assert.deepEqual(undone.body, { restored: 1, left: 0 })
  assert.equal(await openJobs(chair, ids[0]!), 1)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('two changes of the same person are undone one after the other, the work that ended with the first included', async () => {
  const { tenant, ids, chair } = await withMembers(1)
  const federation = await tenant.officer('federation_officer', tenant.federationId)
  const ended = await chair.post<MassChange>('/memberships/ending', {
    personIds: ids,
    kind: 'retained',
    on: '2024-01-01',
    endsAlso: ['employments'],
  })
  const moved = await federation.post<MassChange>('/memberships/move', {
    personIds: ids,
    toUnionId: tenant.south.unionId,
    on: '2024-01-01',
  })
  const early = await federation.post<object>(`/mass-changes/${moved.body.changeId}/undoing`)
  assert.deepEqual(early.body, { restored: 1, left: 0 })
  const first = await chair.post<object>(`/mass-changes/${ended.body.changeId}/undoing`)
  assert.deepEqual(first.body, { restored: 1, left: 0 })
  assert.equal(await openJobs(chair, ids[0]!), 1)
  assert.equal((await chair.get<List>('/members?kind=member')).body.total, 1)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('posts end with the membership where whoever does it may end them, and only there', async () => {
  const { tenant, ids, chair } = await withMembers(2)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const organisationId = tenant.north.unionId
  const held = { post: 'union_officer', organisationId, startsOn: '2020-01-01', endsBefore: null }
  await tenant.inside(async (tx) => {
    for (const id of ids) await makeAppointment(tx, id, held)
  })
  const end = (id: string) => ({ personIds: [id], kind: 'left', on: '2024-01-01' })
  const both = { endsAlso: ['employments', 'appointments'] }
  const preview = async (officer: TestClient, id: string) => {
    const { body } = await officer.post<MassPreview>('/memberships/preview', end(id))
    return [body.appointments, body.appointmentsToEnd]
  }
  assert.deepEqual(await preview(chair, ids[0]!), [1, 0])
  await chair.post('/memberships/ending', { ...end(ids[0]!), ...both })
  assert.deepEqual(await preview(street, ids[1]!), [1, 1])
  await street.post('/memberships/ending', { ...end(ids[1]!), ...both })
  const posts = async (id: string) =>
    (await street.get<MemberFile>(`/members/${id}`)).body.appointments.length
  assert.deepEqual([await posts(ids[0]!), await posts(ids[1]!)], [1, 0])
})

test('a retained membership becomes a full one again; a full one need not', async () => {
  const { ids, chair } = await withMembers(2)
  await chair.post('/memberships/ending', { personIds: [ids[0]], kind: 'retained', on: '2024-01-01' })
  const restored = await chair.post<MassChange>('/memberships/ending', {
    personIds: ids,
    kind: 'restored',
    on: '2025-01-01',
  })
  assert.equal(restored.body.changed, 1)
  assert.deepEqual(
    restored.body.leftOut.map(({ code }) => code),
    ['people.not_retained'],
  )
  assert.equal((await chair.get<List>('/members?kind=retained')).body.total, 0)
})

test('past changes are listed to whoever answers for the unit, and can be undone by a successor', async () => {
  const { tenant, ids, chair } = await withMembers(2)
  const ended = await chair.post<MassChange>('/memberships/ending', {
    personIds: ids,
    kind: 'retired',
    on: '2024-01-01',
  })
  const successor = await tenant.officer('union_chair', tenant.north.unionId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal((await south.get<List>('/mass-changes')).body.total, 0)
  assert.equal((await street.get<List>('/mass-changes')).body.total, 1)
  const [listed] = (await successor.get<List>('/mass-changes?state=can_be_undone')).body.items
  assert.deepEqual(
    [listed?.kind, listed?.persons, listed?.post, listed?.can.undo],
    ['retired', 2, 'union_chair', true],
  )
  assert.equal((await south.post(`/mass-changes/${ended.body.changeId}/undoing`)).status, 404)
  const undone = await successor.post<object>(`/mass-changes/${ended.body.changeId}/undoing`)
  assert.deepEqual(undone.body, { restored: 2, left: 0 })
  assert.equal((await successor.get<List>('/mass-changes?state=can_be_undone')).body.total, 0)
  assert.deepEqual(
    (await successor.get<List>('/mass-changes?state=undone')).body.items[0]?.undone?.restored,
    2,
  )
})

test('more than five hundred are changed by a job as whoever ordered it, once, however often it runs', async () => {
  const { tenant, chair } = await withMembers(501)
  const ordered = await chair.post<MassChange>('/memberships/ending', {
    filter: {},
    kind: 'left',
    on: '2024-01-01',
    endsAlso: ['employments'],
  })
  assert.equal(ordered.body.changeId, null)
  const job = await finished(chair, ordered.body.jobId!)
  assert.equal(job.state, 'done', JSON.stringify(job))
  assert.equal(job.result?.changed, 501)
  assert.deepEqual(job.progress, { step: 'memberships', done: 501, total: 501 })
  assert.equal((await chair.get<List>('/members')).body.total, 0)
  const { platform, owner } = await testServer()
  const { rows } = await owner.query<{ payload: Record<string, string> }>(
    'select payload from jobs where id = $1',
    [job.id],
  )
  const again = await inTenant(platform, tenant.id, (tx) =>
    carryOutOrder(tx, {
      id: job.id,
      tenantId: tenant.id,
      kind: 'people.mass_change',
      payload: rows[0]!.payload,
      fence: 1,
      progress: async () => {},
    }),
  )
  assert.deepEqual(again, { changeId: job.result?.changeId })
  assert.equal((await chair.get<List>('/mass-changes')).body.total, 1)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

async function finished(officer: TestClient, jobId: string): Promise<Job> {
  for (;;) {
    const { body } = await officer.get<Job>(`/jobs/${jobId}`)
    if (body.state === 'done' || body.state === 'failed') return body
    // The stream of events answers when the job has changed.
    await officer.get(`/events?seconds=1`)
  }
}
