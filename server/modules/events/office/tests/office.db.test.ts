import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventFile, EventRow, OpenEvent, OpenEventRow } from '#contract/events.ts'
import type { InboxTask } from '#contract/inbox.ts'
import { insertRegistration } from '../../tests/insert-registration.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { eventDraft } from '../../tests/event-draft.ts'
import { makeMembers } from '#server/modules/people/tests/make-members.ts'
import { tellRegisteredJob } from '../tell-registered.ts'
import { makeEvent } from '../../tests/make-event.ts'

const reason = '场地检修，改日举行'
const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code
const fieldsOf = (answer: { body: { error?: { fields?: { path: string }[] } } }) =>
  answer.body.error?.fields?.map((field) => field.path).sort()

async function offices() {
  const tenant = await makeTenant()
  return {
    tenant,
    chair: await tenant.officer('union_chair', tenant.north.unionId),
    street: await tenant.officer('street_officer', tenant.north.streetId),
    south: await tenant.officer('union_chair', tenant.south.unionId),
  }
}

const drafted = async (who: TestClient, organisationId: string, changes: object = {}) => {
  const answer = await who.post<EventFile>('/events', {
    kind: 'social',
    organisationId,
    ...eventDraft(72),
    ...changes,
  })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}
const act = (who: TestClient, event: { id: string }, verb: string, body: object = {}) =>
  who.post<EventFile>(`/events/${event.id}/${verb}`, body)
const tasksOf = async (who: TestClient, kind: string) =>
  (await who.get<{ items: InboxTask[] }>(`/inbox/tasks?kind=${kind}`)).body.items

test('a union drafts, the street sends it back with a reason, the union submits again, the street publishes', async () => {
  const { tenant, chair, street, south } = await offices()
  const event = await drafted(chair, tenant.north.unionId)
  assert.deepEqual([event.phase, event.can.submit, event.can.publish], ['draft', true, false])
  assert.equal(event.options?.choiceLimit, 5)

  assert.equal((await act(chair, event, 'publication')).status, 403)
  assert.equal((await act(south, event, 'submission')).status, 404)
  assert.equal((await act(chair, event, 'submission')).body.phase, 'review')
  assert.equal(codeOf(await act(chair, event, 'submission')), 'events.step_not_now')
  assert.equal((await tasksOf(street, 'events.to_review'))[0]?.subjectId, event.id)

  assert.equal((await act(street, event, 'return', { reason: '请补充场地安全预案' })).body.phase, 'draft')
  assert.equal((await tasksOf(street, 'events.to_review')).length, 0)
  assert.equal((await tasksOf(chair, 'events.returned')).length, 1)

  await act(chair, event, 'submission')
  const published = await act(street, event, 'publication')
  assert.equal(published.body.phase, 'registration')
  assert.deepEqual(
    published.body.steps.map((step) => step.step),
    ['submitted', 'returned', 'submitted', 'published'],
  )
  assert.equal((await tasksOf(chair, 'events.returned')).length, 0)
  const rewritten = await chair.request('PUT', `/events/${event.id}`, { version: 1, ...eventDraft(80) })
  assert.equal(codeOf(rewritten), 'events.not_draft')
})

test('a draft that does not fit names every wrong field at once, those of its programme too', async () => {
  const { tenant, street } = await offices()
  const times = eventDraft(72)
  const answer = await street.post<EventFile>('/events', {
    kind: 'social',
    organisationId: tenant.north.streetId,
    ...times,
    endsAt: times.startsAt,
    cancelUntil: times.endsAt,
    rounds: 0,
    hostIds: [tenant.south.unionId],
    options: { ...times.options, choicesCloseAt: times.registrationOpensAt },
  })
  assert.deepEqual(fieldsOf(answer), [
    'cancelUntil',
    'endsAt',
    'hostIds.0',
    'options.choicesCloseAt',
    'rounds',
  ])
  const unknown = await street.post('/events', {
    ...times,
    kind: 'ball',
    organisationId: tenant.north.streetId,
  })
  assert.deepEqual(fieldsOf(unknown), ['kind'])
})

test('whoever writes from an older version is told, and nothing is lost', async () => {
  const { tenant, street } = await offices()
  const event = await drafted(street, tenant.north.streetId)
  const put = (version: number, title: string) =>
    street.request<EventFile>('PUT', `/events/${event.id}`, { version, ...eventDraft(72), title })
  assert.equal((await put(event.version, '先到的改动')).body.title, '先到的改动')
  assert.equal(codeOf(await put(event.version, '后到的改动')), 'events.changed_meanwhile')
  assert.equal((await street.get<EventFile>(`/events/${event.id}`)).body.title, '先到的改动')
})

test('who publishes what they drafted is written in the log as such', async () => {
  const { tenant, street } = await offices()
  const event = await drafted(street, tenant.north.streetId)
  await act(street, event, 'publication')
  assert.deepEqual(await actionsOn(tenant, event.id), ['events.created', 'events.published_own'])
})

test('a postponed event keeps its registrations, moves what depends on it, and everybody registered is told without a name', async () => {
  const { tenant, street } = await offices()
  const event = await drafted(street, tenant.north.streetId)
  await act(street, event, 'publication')
  const [personId] = await tenant.inside((tx) =>
    makeMembers(tx, [{ name: '林测试', unionId: tenant.north.unionId, mobile: '13800138000' }]),
  )
  await tenant.inside((tx) =>
    insertRegistration(tx, { eventId: event.id, unionId: tenant.north.unionId, personId: personId! }),
  )
  const later = eventDraft(96)
  const moved = await act(street, event, 'postponement', { ...timesOf(later), reason })
  assert.equal(moved.body.startsAt, later.startsAt)
  assert.equal(moved.body.options?.choicesCloseAt, later.options.choicesCloseAt)
  assert.equal(moved.body.placesTaken, 1)
  const { platform } = await testServer()
  const told = await tellRegisteredJob(platform)({
    ...({} as Parameters<ReturnType<typeof tellRegisteredJob>>[0]),
    tenantId: tenant.id,
    payload: { eventId: event.id, what: 'postponed' },
    progress: () => Promise.resolve(),
  })
  assert.deepEqual(told, { told: 1 })
  const back = await act(street, event, 'postponement', { ...timesOf(eventDraft(-48)), reason })
  assert.ok(fieldsOf(back)?.includes('startsAt'))
})

test('an event is cancelled before it begins and closed only once it is over', async () => {
  const { tenant, street } = await offices()
  const at = tenant.north.streetId
  const ids = await tenant.inside(async (tx) => ({
    coming: await makeEvent(tx, { organisationId: at }),
    running: await makeEvent(tx, {
      organisationId: at,
      closesInHours: -2,
      startsInHours: -1,
      endsInHours: 2,
    }),
    over: await makeEvent(tx, { organisationId: at, closesInHours: -9, startsInHours: -8, endsInHours: -5 }),
  }))
  const say = async (id: string, verb: string) =>
    codeOf(await act(street, { id }, verb, verb === 'closing' ? {} : { reason })) ?? 'done'
  assert.deepEqual(
    [
      await say(ids.running, 'cancellation'),
      await say(ids.over, 'cancellation'),
      await say(ids.coming, 'cancellation'),
    ],
    ['events.step_not_now', 'events.step_not_now', 'done'],
  )
  assert.deepEqual(
    [await say(ids.coming, 'closing'), await say(ids.running, 'closing'), await say(ids.over, 'closing')],
    ['events.step_not_now', 'events.step_not_now', 'done'],
  )
})

test('those who host together see the event and none of the drafts beside it; a page ends where the next begins', async () => {
  const { tenant, street, south } = await offices()
  const city = await tenant.officer('federation_officer', tenant.federationId)
  const joint = await drafted(city, tenant.north.unionId, { hostIds: [tenant.south.unionId] })
  await drafted(city, tenant.north.unionId)
  const seen = await south.get<{ items: EventRow[]; total: number }>('/union-events')
  assert.deepEqual([seen.body.total, seen.body.items.map((row) => row.id)], [1, [joint.id]])
  assert.equal((await south.get<EventFile>(`/events/${joint.id}`)).body.can.edit, false)
  assert.equal((await south.get<EventFile>(`/events/${joint.id}`)).body.can.run, true)
  const first = await street.get<{ items: EventRow[]; nextCursor: string }>('/union-events?limit=1')
  const second = await street.get<{ items: EventRow[] }>(
    `/union-events?limit=1&cursor=${first.body.nextCursor}`,
  )
  assert.equal(new Set([...first.body.items, ...second.body.items].map((row) => row.id)).size, 2)
  assert.equal((await south.get(`/union-events?organisationId=${tenant.north.unionId}`)).status, 404)
})

test('a worker finds what their own union and those above have published, and nothing of others', async () => {
  const { tenant } = await offices()
  const [chair, ids] = [
    await tenant.officer('union_officer', tenant.north.unionId),
    await tenant.inside(async (tx) => ({
      above: await makeEvent(tx, { organisationId: tenant.federationId }),
      own: await makeEvent(tx, { organisationId: tenant.north.unionId }),
      draft: await makeEvent(tx, { organisationId: tenant.north.unionId, state: 'draft' }),
      elsewhere: await makeEvent(tx, { organisationId: tenant.south.unionId }),
      together: await makeEvent(tx, {
        organisationId: tenant.south.unionId,
        jointHostIds: [tenant.north.unionId],
      }),
    })),
  ]
  const list = await chair.get<{ items: OpenEventRow[] }>('/me/events')
  assert.deepEqual(list.body.items.map((row) => row.id).sort(), [ids.above, ids.own, ids.together].sort())
  assert.equal((await chair.get<OpenEvent>(`/me/events/${ids.above}`)).body.registration, null)
  const [draft, elsewhere] = [
    await chair.get(`/me/events/${ids.draft}`),
    await chair.get(`/me/events/${ids.elsewhere}`),
  ]
  assert.deepEqual([draft.status, elsewhere.status], [404, 404])
})

function timesOf({ startsAt, endsAt, registrationClosesAt, cancelUntil }: ReturnType<typeof eventDraft>) {
  return { startsAt, endsAt, registrationClosesAt, cancelUntil }
}

async function actionsOn(tenant: TestTenant, subjectId: string): Promise<string[]> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ action: string }>(
    'select action from audit_entries where tenant_id = $1 and subject_id = $2 order by id',
    [tenant.id, subjectId],
  )
  return rows.map((row) => row.action)
}
