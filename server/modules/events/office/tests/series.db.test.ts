import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarDay } from '#contract/calendar.ts'
import type { EventFile } from '#contract/events.ts'
import type { HostInvitation, PartnerUnion } from '#contract/events-hosts.ts'
import type { SeriesFile } from '#contract/events-series.ts'
import type { InboxTask } from '#contract/inbox.ts'
import { makePerson, makeTenant } from '#server/test/makers.ts'
import { newId } from '#server/platform/ids.ts'
import { eventKinds } from '../kinds.ts'
import { draftRecurrences } from '../draft-due.ts'
import { socialKind } from '#server/modules/matchmaking/social-kind.ts'
import { eventDraft } from '../../tests/event-draft.ts'

const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code
const kinds = eventKinds([socialKind])

async function monthly() {
  const tenant = await makeTenant()
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const series = await street.post<SeriesFile>('/event-series', {
    organisationId: tenant.north.streetId,
    kind: 'recurrence',
    name: '每月联谊',
    repeatWeek: -1,
    repeatWeekday: 6,
    startsOn: '2020-01-01',
  })
  assert.equal(series.status, 201, JSON.stringify(series.body))
  const first = await street.post<EventFile>('/events', {
    kind: 'social',
    organisationId: tenant.north.streetId,
    seriesId: series.body.id,
    ...eventDraft(72),
  })
  assert.equal(first.status, 201, JSON.stringify(first.body))
  const ahead = (months: number) =>
    street.post<{ eventIds: string[] }>(`/event-series/${series.body.id}/drafts`, { months })
  return { tenant, street, series: series.body, first: first.body, ahead }
}

test('the coming months are drafted from the last event, once, and a change of one leaves the others as they are', async () => {
  const { street, series, first, ahead } = await monthly()
  const drafted = (await ahead(4)).body.eventIds
  assert.ok(drafted.length >= 3 && drafted.length <= 5, String(drafted.length))
  assert.deepEqual((await ahead(4)).body.eventIds, [])

  const [one, other] = await Promise.all(
    drafted.slice(0, 2).map(async (id) => (await street.get<EventFile>(`/events/${id}`)).body),
  )
  const day = new Date(Date.parse(one!.startsAt) + 8 * 3_600_000)
  assert.deepEqual([day.getUTCDay(), one!.phase, one!.title], [6, 'draft', first.title])
  assert.equal(
    Date.parse(String(one!.options?.choicesCloseAt)) - Date.parse(one!.startsAt),
    Date.parse(String(first.options?.choicesCloseAt)) - Date.parse(first.startsAt),
  )
  const put = await street.request<EventFile>('PUT', `/events/${one!.id}`, {
    version: one!.version,
    ...eventDraft(90),
    title: '只改这一场',
  })
  assert.equal(put.body.title, '只改这一场')
  assert.equal((await street.get<EventFile>(`/events/${other!.id}`)).body.title, first.title)
  const file = (await street.get<SeriesFile>(`/event-series/${series.id}`)).body
  assert.equal(file.events, drafted.length + 1)
})

test('two officers who draft at once draft each month once', async () => {
  const { street, series, ahead } = await monthly()
  const answers = await Promise.all([ahead(3), ahead(3), ahead(3)])
  const ids = answers.flatMap((answer) => answer.body.eventIds)
  const { latest } = (await street.get<SeriesFile>(`/event-series/${series.id}`)).body
  const months = latest.map((row) => row.startsAt.slice(0, 7))
  assert.equal(new Set(months).size, months.length)
  assert.equal(ids.length, latest.length - 1)
})

test('the daily work drafts what lies within thirty days and leaves a task for the office', async () => {
  const { tenant, street } = await monthly()
  const drafted = await tenant.inside((tx) => draftRecurrences(tx, kinds))
  assert.equal(await tenant.inside((tx) => draftRecurrences(tx, kinds)), 0)
  const tasks = await street.get<{ items: InboxTask[] }>('/inbox/tasks?kind=events.drafted')
  assert.equal(tasks.body.items.length, drafted)
})

test('a series without an event, and one that has ended, draft nothing and say why', async () => {
  const { tenant, street, series } = await monthly()
  const empty = await street.post<SeriesFile>('/event-series', {
    organisationId: tenant.north.streetId,
    kind: 'editions',
    name: '年度盛会',
    repeatWeek: null,
    repeatWeekday: null,
    startsOn: '2020-01-01',
  })
  const draft = (id: string) => street.post(`/event-series/${id}/drafts`, { months: 1 })
  assert.equal(codeOf(await draft(empty.body.id)), 'events.series_empty')
  await street.post(`/event-series/${series.id}/changes`, { name: '每月联谊', endsBefore: '2021-01-01' })
  assert.equal(codeOf(await draft(series.id)), 'events.series_over')
})

test('a union elsewhere is found by its members, asked, and sees and runs the event once it accepts', async () => {
  const { tenant, street, first } = await monthly()
  const south = await tenant.officer('union_chair', tenant.south.unionId)
  await tenant.inside(async (tx) => {
    for (const sex of ['female', 'female', 'female', 'female', 'female', 'female', 'male'])
      await memberOf(tx, tenant.south.unionId, sex)
  })
  const found = await street.get<{ items: PartnerUnion[] }>(
    `/events/${first.id}/partner-unions?ageFrom=22&ageTo=40`,
  )
  assert.deepEqual(
    found.body.items.map((union) => [union.organisationId, union.men, union.women, union.asked]),
    [[tenant.south.unionId, null, 6, false]],
  )
  const invite = () =>
    street.post(`/events/${first.id}/host-invitations`, { organisationId: tenant.south.unionId })
  assert.equal((await invite()).status, 201)
  assert.equal(codeOf(await invite()), 'events.host_asked')
  assert.equal((await south.get(`/events/${first.id}`)).status, 404)

  const invitations = await south.get<{ items: HostInvitation[] }>('/event-host-invitations')
  const [invitation] = invitations.body.items
  const answer = () => south.post(`/event-host-invitations/${invitation!.id}/answer`, { answer: 'accepted' })
  assert.equal((await answer()).status, 200)
  assert.equal(codeOf(await answer()), 'events.host_answered')
  const seen = await south.get<EventFile>(`/events/${first.id}`)
  assert.deepEqual([seen.body.can.run, seen.body.can.edit], [true, false])
  const rewritten = await street.request<EventFile>('PUT', `/events/${first.id}`, {
    version: seen.body.version,
    ...eventDraft(72),
    hostIds: [tenant.south.unionId],
  })
  assert.equal(rewritten.body.hosts.length, 1, 'who accepted may stay among the hosts')
})

test('Qixi and the days the State Council moved stand in the calendar', async () => {
  const { street } = await monthly()
  const days = await street.get<{ items: CalendarDay[] }>('/calendar-days?from=2026-08-01&to=2026-10-31')
  const on = (day: string) => days.body.items.filter((each) => each.day === day).map((each) => each.kind)
  assert.deepEqual(['2026-08-19', '2026-09-20', '2026-10-01', '2026-10-08'].map(on), [
    ['qixi'],
    ['make_up_workday'],
    ['holiday'],
    [],
  ])
  assert.equal(codeOf(await street.get('/calendar-days?from=2026-08-01&to=2026-07-31')), 'common.invalid')
})

async function memberOf(tx: Parameters<typeof makePerson>[0], unionId: string, sex: string): Promise<void> {
  const personId = await makePerson(tx, { name: '林测试' })
  await tx
    .updateTable('persons')
    .set({ sex, birth_date: '1996-05-01' })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', personId)
    .execute()
  await tx
    .insertInto('member_index')
    .values({
      tenant_id: tx.tenantId,
      person_id: personId,
      membership_id: newId(),
      union_id: unionId,
      kind: 'member',
      name: '林测试',
      sort_key: 'lin ce shi',
      name_tokens: [],
      org_tokens: [],
    })
    .execute()
}
