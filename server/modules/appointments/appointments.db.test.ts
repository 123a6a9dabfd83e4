import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AppointmentFile } from '#contract/appointments.ts'
import type { Me } from '#contract/sessions.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

async function district() {
  const tenant = await makeTenant()
  const { federationId, north } = tenant
  return {
    tenant,
    district: await tenant.officer('federation_officer', federationId),
    street: await tenant.officer('street_officer', north.streetId),
    security: await tenant.officer('security_administrator', federationId),
  }
}

const me = async (client: TestClient) => (await client.get<Me>('/me')).body

/** Somebody with an account and one small post, known to the officers above. */
async function somebody(tenant: TestTenant) {
  const client = await tenant.officer('matchmaker', tenant.north.unionId)
  return { client, personId: (await me(client)).person.id }
}

const chairOf = (organisationId: string, personId: string) => ({
  personId,
  organisationId,
  post: 'union_chair',
  fullTime: true,
  basis: 'election',
  documentNo: '北工〔2026〕8号',
  startsOn: '2026-01-01',
  endsBefore: '2031-01-01',
})

interface Appointed {
  appointmentId: string
  annulled: boolean
}

test('an officer appoints below and within reach: the powers are there at the next request, and the record says who and why', async () => {
  const { tenant, street } = await district()
  const { client, personId } = await somebody(tenant)
  const { status, body } = await street.post<Appointed>(
    '/appointments',
    chairOf(tenant.north.unionId, personId),
  )
  assert.equal(status, 201)
  assert.equal((await client.post('/me/appointment', { appointmentId: body.appointmentId })).status, 200)
  assert.ok((await me(client)).permissions.includes('people.reveal'))
  const { body: file } = await street.get<AppointmentFile>(`/appointments/${body.appointmentId}`)
  assert.deepEqual(
    file.versions.map((version) => [version.basis, version.documentNo]),
    [['election', '北工〔2026〕8号']],
  )
  assert.equal(file.versions[0]!.recordedBy!.post, 'street_officer')
  assert.ok(file.can.end)
})

test('nobody appoints outside their reach, upwards, sideways, to an administrator’s post, or themself', async () => {
  const { tenant, street, district: officer, security } = await district()
  const { personId } = await somebody(tenant)
  const refusal = async (client: TestClient, change: object) => {
    const answer = await client.post('/appointments', {
      ...chairOf(tenant.north.unionId, personId),
      ...change,
    })
    return answer.body.error.code
  }
  assert.equal(await refusal(street, { organisationId: tenant.south.unionId }), 'common.not_found')
  assert.equal(await refusal(street, { post: 'street_officer' }), 'access.post_not_yours_to_give')
  assert.equal(await refusal(officer, { post: 'federation_officer' }), 'access.post_not_yours_to_give')
  assert.equal(await refusal(officer, { post: 'audit_administrator' }), 'access.post_not_yours_to_give')
  assert.equal(await refusal(security, {}), 'access.post_not_yours_to_give')
  assert.equal(await refusal(street, { personId: (await me(street)).person.id }), 'access.not_oneself')
  assert.equal(await refusal(officer, { organisationId: tenant.north.employerId }), 'access.post_not_here')
  const stranger = await tenant.nobody()
  assert.equal(await refusal(street, { personId: (await me(stranger)).person.id }), 'common.not_found')
})

test('the security administrator appoints the other administrators, never one person to two of them, and never the last one away', async () => {
  const { tenant, security } = await district()
  const stranger = await tenant.nobody()
  const personId = (await me(stranger)).person.id
  const administrator = (post: string, person = personId) =>
    security.post<Appointed>('/appointments', {
      ...chairOf(tenant.federationId, person),
      post,
      basis: 'document',
    })
  const first = await administrator('audit_administrator')
  assert.equal(first.status, 201)
  assert.equal((await administrator('system_administrator')).body.error.code, 'access.separate_posts')
  const own = (await me(security)).person.id
  assert.equal((await administrator('audit_administrator', own)).body.error.code, 'access.not_oneself')
  const last = await security.post(`/appointments/${first.body.appointmentId}/ending`, {
    endsBefore: '2026-06-01',
    reason: 'transferred',
  })
  assert.equal(last.body.error.code, 'access.last_administrator')
})

test('an appointment ends on the day and stays in the record; one that never should have been is annulled', async () => {
  const { tenant, street } = await district()
  const { client, personId } = await somebody(tenant)
  const { today } = await me(client)
  const appointed = async (startsOn: string) => {
    const chair = { ...chairOf(tenant.north.unionId, personId), startsOn }
    return (await street.post<Appointed>('/appointments', chair)).body.appointmentId
  }
  const appointmentId = await appointed('2026-01-01')
  await client.post('/me/appointment', { appointmentId })
  const end = (endsBefore: string) =>
    street.post<Appointed>(`/appointments/${appointmentId}/ending`, { endsBefore, reason: 'resigned' })
  assert.equal((await end('2031-06-01')).body.error.code, 'access.not_shorter')
  assert.equal((await end(today)).status, 200)
  assert.deepEqual((await me(client)).permissions, ['own.read', 'own.write'])
  const { body: file } = await street.get<AppointmentFile>(`/appointments/${appointmentId}`)
  assert.deepEqual(
    file.versions.map((version) => [version.endReason, version.supersededAt === null]),
    [
      ['resigned', true],
      [null, false],
    ],
  )
  const wrong = await appointed(today)
  const annulment = await street.post<Appointed>(`/appointments/${wrong}/ending`, {
    endsBefore: today,
    reason: 'mistake',
  })
  assert.equal(annulment.body.annulled, true)
  assert.equal((await street.get<AppointmentFile>(`/appointments/${wrong}`)).body.annulled, true)
})

test('nobody appoints themself by another of their joined records', async () => {
  const { tenant, street } = await district()
  const { personId } = await somebody(tenant)
  const own = (await me(street)).person.id
  const ask = () => street.post<Appointed>('/appointments', chairOf(tenant.north.unionId, personId))
  const { owner } = await testServer()
  await owner.query(
    `insert into person_aliases (tenant_id, id, alias_id, person_id, merged_on, reason) values ($1, gen_random_uuid(), $2, $3, app_today(), '重复登记')`,
    [tenant.id, own, personId],
  )
  assert.equal((await ask()).body.error.code, 'access.not_oneself')
  await owner.query('update person_aliases set undone_at = now() where tenant_id = $1', [tenant.id])
  assert.equal((await ask()).status, 201)
})

test('a substitute works as the post during the absence and no longer than its holder', async () => {
  const { tenant, street } = await district()
  const holder = await tenant.officer('union_chair', tenant.north.unionId)
  const { client, personId } = await somebody(tenant)
  const original = (await me(holder)).actingAs!.id
  const { today } = await me(client)
  const substitute = (change: object) =>
    street.post<Appointed>(`/appointments/${original}/substitutes`, {
      personId,
      documentNo: '北工〔2026〕9号',
      startsOn: today,
      endsBefore: '2027-03-01',
      ...change,
    })
  const own = (await me(holder)).person.id
  assert.equal((await substitute({ personId: own })).body.error.code, 'access.not_for_oneself')
  assert.equal(
    (await substitute({ endsBefore: '2031-01-01' })).body.error.code,
    'access.substitution_too_long',
  )
  const { body } = await substitute({})
  await client.post('/me/appointment', { appointmentId: body.appointmentId })
  const acting = await me(client)
  assert.equal(acting.actingAs!.acting, true)
  assert.ok(acting.permissions.includes('people.reveal'))
  assert.equal((await substitute({})).body.error.code, 'access.substitute_exists')
  const chain = await street.post(`/appointments/${body.appointmentId}/substitutes`, {
    personId: own,
    documentNo: '北工〔2026〕10号',
    startsOn: today,
    endsBefore: '2027-02-01',
  })
  assert.equal(chain.body.error.code, 'access.no_chain')
  await street.post(`/appointments/${original}/ending`, { endsBefore: today, reason: 'transferred' })
  assert.equal((await me(client)).actingAs, null)
})

test('the list shows who holds what within reach, by post, name and end of the term', async () => {
  const { tenant, street, district: officer } = await district()
  await tenant.officer('union_chair', tenant.north.unionId, {
    startsOn: '2020-01-01',
    endsBefore: '2099-01-01',
  })
  await tenant.officer('union_chair', tenant.south.unionId)
  type List = { items: { post: string; organisationId: string }[]; total: number }
  const list = async (client: TestClient, query: string) =>
    (await client.get<List>(`/appointments?${query}`)).body
  assert.equal((await list(officer, 'post=union_chair')).total, 2)
  assert.equal((await list(street, 'post=union_chair')).items[0]!.organisationId, tenant.north.unionId)
  assert.equal((await list(officer, 'post=union_chair&endingWithin=30')).total, 0)
  const south = `organisationId=${tenant.south.streetId}`
  assert.equal((await list(officer, `${south}&post=union_chair`)).total, 1)
  assert.equal((await list(street, south)).total, undefined)
})

test('when a union closes, the posts held there end with it', async () => {
  const { tenant, street, district: officer } = await district()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const held = (await me(chair)).actingAs!.id
  const { status } = await officer.post(`/organisations/${tenant.north.unionId}/closure`, {
    endedOn: '2026-06-01',
    childrenTo: tenant.north.streetId,
  })
  assert.equal(status, 200)
  assert.equal((await me(chair)).actingAs, null)
  const { body } = await street.get<AppointmentFile>(`/appointments/${held}`)
  assert.deepEqual([body.endsBefore, body.endReason], ['2026-06-01', 'organisation_ended'])
})
