import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AppointmentFile, HandOverItem } from '#contract/appointments.ts'
import type { InboxTask } from '#contract/inbox.ts'
import type { Me } from '#contract/sessions.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makePerson, makeTenant } from '#server/test/makers.ts'
import { remindOfAppointments } from './remind.ts'

const me = async (client: TestClient) => (await client.get<Me>('/me')).body
const inDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** A chair who leaves with a delegation and a token, and two who could go on. */
async function leavingChair() {
  const tenant = await makeTenant()
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const clerk = await tenant.officer('judge', tenant.north.employerId)
  const { today, actingAs } = await me(chair)
  await chair.post('/delegations', {
    receiverId: (await me(clerk)).actingAs!.id,
    permissions: ['people.reveal'],
    organisationId: tenant.north.unionId,
    reach: 'unit',
    reason: '外出学习期间',
    startsOn: today,
    endsBefore: inDays(today, 30),
  })
  const made = await chair.post<{ token: string }>('/me/tokens', {
    name: '统计程序',
    permissions: ['people.read'],
    endsBefore: inDays(today, 30),
  })
  const from = `/appointments/${actingAs!.id}`
  const successor = async (post: string) => {
    const client = await tenant.officer(post, tenant.north.unionId)
    return { client, id: (await me(client)).actingAs!.id }
  }
  return { tenant, street, chair, clerk, today, from, successor, program: chair.asProgram(made.body.token) }
}

type Items = { items: HandOverItem[]; handOverId: string }
const countsOf = ({ items }: Items) =>
  Object.fromEntries(items.map((item) => [item.kind, [item.count, item.comesAlong]]))

test('what is under way goes to the successor: delegations given anew, tokens stopped, and a task says so', async () => {
  const { street, clerk, chair, today, from, successor, program } = await leavingChair()
  const next = await successor('union_chair')
  const preview = await street.get<Items>(`${from}/hand-over?toAppointmentId=${next.id}`)
  assert.deepEqual(countsOf(preview.body).delegations, [1, 1])
  assert.deepEqual(countsOf(preview.body).tokens, [1, 0])
  assert.equal((await program.get('/members')).status, 200)
  const done = await street.post<Items>(`${from}/hand-over`, { toAppointmentId: next.id })
  assert.equal(done.status, 201)
  assert.equal((await program.get('/members')).status, 401)
  await street.post(`${from}/ending`, { endsBefore: today, reason: 'transferred' })
  assert.equal((await me(chair)).actingAs, null)
  assert.ok((await me(clerk)).permissions.includes('people.reveal'))
  const inbox = await next.client.get<{ items: InboxTask[] }>('/inbox/tasks')
  assert.ok(inbox.body.items.some((task) => task.kind === 'appointments.handed_over'))

  const { body: file } = await street.get<AppointmentFile>(from)
  assert.deepEqual(
    file.handOvers.map((each) => [each.to.appointmentId, each.undone]),
    [[next.id, false]],
  )
})

test('a successor whose own post lacks a power does not come by it, and a hand-over is undone once', async () => {
  const { street, clerk, from, today, successor } = await leavingChair()
  const vice = await successor('union_vice_chair')
  const { body } = await street.post<Items>(`${from}/hand-over`, { toAppointmentId: vice.id })
  assert.deepEqual(countsOf(body).delegations, [1, 0])
  assert.equal((await me(vice.client)).permissions.includes('people.reveal'), false)
  const undo = () => street.post(`/hand-overs/${body.handOverId}/undoing`)
  assert.equal((await undo()).status, 200)
  assert.equal((await undo()).status, 409)
  const next = await successor('union_chair')
  const again = await street.post<Items>(`${from}/hand-over`, { toAppointmentId: next.id })
  await street.post(`/hand-overs/${again.body.handOverId}/undoing`)
  await street.post(`${from}/ending`, { endsBefore: today, reason: 'transferred' })
  assert.equal((await me(clerk)).permissions.includes('people.reveal'), false)
})

test('nobody hands over outside their reach, to themself, or to somebody who only stands in', async () => {
  const { tenant, street, from, successor } = await leavingChair()
  const next = await successor('union_chair')
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal((await south.post(`${from}/hand-over`, { toAppointmentId: next.id })).status, 404)
  const own = await street.post(`${from}/hand-over`, { toAppointmentId: (await me(street)).actingAs!.id })
  assert.equal(own.body.error.code, 'access.not_oneself')
  const same = await street.post(`${from}/hand-over`, { toAppointmentId: from.split('/')[2]! })
  assert.equal(same.body.error.code, 'access.no_successor')
})

test('terms that end and posts without a membership are said once a day to the union above, and never twice', async () => {
  const tenant = await makeTenant()
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const { today } = await me(street)
  const held = await tenant.inside(async (tx) => {
    const personId = await makePerson(tx, { name: '周测试' })
    await tx.client.query(
      `insert into memberships (tenant_id, id, person_id, union_id, kind, starts_on, ends_before)
       values ($1, gen_random_uuid(), $2, $3, 'member', '2020-01-01', app_today())`,
      [tx.tenantId, personId, tenant.north.unionId],
    )
    return makeAppointment(tx, personId, {
      post: 'union_chair',
      organisationId: tenant.north.unionId,
      startsOn: '2022-01-01',
      endsBefore: inDays(today, 80),
    })
  })
  const remind = () => tenant.inside(remindOfAppointments)
  const waiting = async () => {
    const { body } = await street.get<{ items: InboxTask[] }>('/inbox/tasks')
    return body.items.map((task) => [task.kind, task.params.days ?? null]).sort()
  }
  assert.equal(await remind(), 2)
  assert.deepEqual(await waiting(), [
    ['appointments.check_posts', null],
    ['appointments.terms_ending', 90],
  ])
  assert.equal(await remind(), 0)
  await street.post(`/appointments/${held}/ending`, { endsBefore: today, reason: 'term_over' })
  assert.equal(await remind(), 0)
  assert.deepEqual(await waiting(), [])
})
