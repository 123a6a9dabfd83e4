import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnMatchmaking } from '#contract/matchmaking-entry.ts'
import type { ReportFile, ReportRow } from '#contract/matchmaking-safety.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makePerson, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import type { Actor } from '#server/platform/actor.ts'
import { viewProfile } from '../entry/view-profile.ts'
import { shownCards } from '../entry/shown-cards.ts'
import { keptApart } from '../kept-apart.ts'
import { becomeMutual, introduce, meetAtEvent } from './make-pair.ts'
import { makeSingle, signedInSingle } from './make-single.ts'

const own = '/me/matchmaking'
const words = { reason: '双方材料已经核对', answer: '已经核实并处理，谢谢您' }
const codeOf = (answer: { body: unknown }) => (answer.body as { error?: { code: string } }).error?.code
const report = (client: TestClient, about: object) =>
  client.post<{ dueOn: string }>(`${own}/reports`, {
    about,
    kind: 'harassment',
    text: '多次打扰，要求停止后仍继续',
  })
const reportsSeenBy = async (officer: TestClient) =>
  (await officer.get<{ items: ReportRow[] }>('/matchmaking/reports')).body.items
const decide = (officer: TestClient, reportId: string, decision: string) =>
  officer.post<ReportFile>(`/matchmaking/reports/${reportId}/decision`, { decision, ...words })

/** Two people of two units and one whom both met at an event, with a safety desk above. */
async function evening() {
  const tenant = await makeTenant()
  const first = await signedInSingle(tenant, { profile: { nickname: '甲甲' } })
  const second = await signedInSingle(tenant, { profile: { nickname: '乙乙' } })
  const man = await signedInSingle(tenant, {
    sex: 'male',
    birthDate: '1992-01-01',
    unionId: tenant.south.unionId,
    employerId: tenant.south.employerId,
    profile: { nickname: '老虎' },
  })
  const desk = await tenant.officer('federation_officer', tenant.federationId)
  const eventId = await tenant.inside((tx) =>
    meetAtEvent(tx, tenant, [first.personId, second.personId, man.personId]),
  )
  return { tenant, first, second, man, desk, eventId, about: { eventId, badgeNo: 3 } }
}

test('a block hides both ways at every stage, keeps the two apart, tells nobody, and can be taken back', async () => {
  const { tenant, first, man, about } = await evening()
  const see = (viewer: string, other: string) =>
    tenant.inside(async (tx) => (await shownCards(tx, viewer, [other])).get(other))
  await tenant.inside(async (tx) => {
    await introduce(tx, tenant, [first.personId, man.personId])
    await becomeMutual(tx, tenant, [first.personId, man.personId])
  })
  const before = JSON.stringify((await man.client.get(own)).body)
  assert.equal((await see(first.personId, man.personId))?.stage, 'mutual')
  assert.equal((await first.client.post(`${own}/blocks`, { about })).status, 201)
  assert.equal((await first.client.post(`${own}/blocks`, { about })).status, 201, 'twice is once')
  assert.equal(await see(first.personId, man.personId), undefined)
  assert.equal(await see(man.personId, first.personId), undefined)
  assert.equal(JSON.stringify((await man.client.get(own)).body), before, 'the other side is told nothing')
  const pairs = await tenant.inside((tx) => keptApart(tx, [first.personId, man.personId]))
  assert.equal(pairs.length, 1)
  const { items } = (
    await first.client.get<{ items: { id: string; nickname: string; badgeNo: number }[] }>(`${own}/blocks`)
  ).body
  assert.deepEqual(
    items.map((each) => [each.nickname, each.badgeNo]),
    [['老虎', 3]],
  )
  assert.equal((await man.client.request('DELETE', `${own}/blocks/${items[0]!.id}`)).status, 404)
  assert.equal((await first.client.request('DELETE', `${own}/blocks/${items[0]!.id}`)).status, 200)
  assert.equal((await see(first.personId, man.personId))?.stage, 'mutual')
})

test('whom one has nothing to do with cannot be blocked or reported, and the answer is that of a number that is not there', async () => {
  const { tenant, first, man, eventId } = await evening()
  const strangers = await tenant.inside(async (tx) => {
    const [a, b] = [
      await makeSingle(tx, tenant),
      await makeSingle(tx, tenant, { sex: 'male', birthDate: '1990-01-01' }),
    ]
    return {
      interestId: await becomeMutual(tx, tenant, [a, b]),
      introductionId: await introduce(tx, tenant, [a, b]),
      eventId: await meetAtEvent(tx, tenant, [a, b]),
    }
  })
  const abouts = [
    { eventId, badgeNo: 99 },
    { eventId, badgeNo: 1 },
    { eventId: strangers.eventId, badgeNo: 1 },
    { interestId: strangers.interestId },
    { introductionId: strangers.introductionId },
  ]
  for (const about of abouts) {
    const blocked = await first.client.post<object>(`${own}/blocks`, { about })
    const reported = await report(first.client, about)
    assert.deepEqual([blocked.status, reported.status], [404, 404])
    assert.equal(codeOf(blocked), codeOf(reported))
  }
  assert.equal((await report(man.client, { eventId, badgeNo: 1 })).status, 201)
})

test('also after a block one can report, for the days of the rule and no longer', async () => {
  const { tenant, first, about } = await evening()
  await first.client.post(`${own}/blocks`, { about })
  const { items } = (await first.client.get<{ items: { id: string }[] }>(`${own}/blocks`)).body
  const blockId = items[0]!.id
  assert.equal((await report(first.client, { blockId })).status, 201)
  const { owner } = await testServer()
  // At one in the morning, when by UTC it was still the day before.
  const since = (days: number) =>
    owner.query(
      `update blocks set blocked_at = (app_today() - $2::int + time '01:00') at time zone 'Asia/Shanghai' where tenant_id = $1`,
      [tenant.id, days],
    )
  await since(180)
  assert.equal((await report(first.client, { blockId })).status, 201)
  await since(181)
  assert.equal(codeOf(await report(first.client, { blockId })), 'matchmaking.report_too_late')
})

test('confirmed reports of two independent people put somebody out; of one person, or dismissed, they do not', async () => {
  const { first, second, man, desk, about } = await evening()
  const stands = async () => (await man.client.get<OwnMatchmaking>(own)).body.refusal
  const newest = async () => (await reportsSeenBy(desk)).find((each) => each.state === 'waiting')!.id
  await report(first.client, about)
  await report(first.client, about)
  await decide(desk, await newest(), 'confirmed')
  const second1 = await decide(desk, await newest(), 'confirmed')
  assert.equal(second1.body.confirmedByOthers, 0)
  assert.equal(await stands(), null, 'one person is one report')
  await report(second.client, about)
  await decide(desk, await newest(), 'dismissed')
  assert.equal(await stands(), null)
  await report(second.client, about)
  const id = await newest()
  const decided = await decide(desk, id, 'confirmed')
  assert.equal(decided.body.excluded, true)
  assert.equal(await stands(), 'matchmaking.excluded')
  assert.equal(codeOf(await decide(desk, id, 'dismissed')), 'matchmaking.report_decided')
  const lifted = await desk.post<ReportFile>(`/matchmaking/reports/${id}/exclusion-end`, {
    reason: words.reason,
  })
  assert.equal(lifted.body.excluded, false)
  assert.equal(await stands(), null)
})

test('the reporter reads the answer, the reported nothing at all, and who is part of it does not decide', async () => {
  const { first, man, desk, about } = await evening()
  const before = JSON.stringify([
    (await man.client.get(own)).body,
    (await man.client.get(`${own}/reports`)).body,
  ])
  await report(first.client, about)
  const [row] = await reportsSeenBy(desk)
  const file = (await desk.get<ReportFile>(`/matchmaking/reports/${row!.id}`)).body
  assert.equal(file.text, '多次打扰，要求停止后仍继续')
  await decide(desk, row!.id, 'confirmed')
  const mine = (await first.client.get<{ items: { state: string; answer: string }[] }>(`${own}/reports`)).body
  assert.deepEqual(
    mine.items.map((each) => [each.state, each.answer]),
    [['confirmed', words.answer]],
  )
  const after = JSON.stringify([
    (await man.client.get(own)).body,
    (await man.client.get(`${own}/reports`)).body,
  ])
  assert.equal(after, before)
})

test('a report is late after its day, and other districts do not see it', async () => {
  const { tenant, first, desk, about } = await evening()
  await report(first.client, about)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await street.get('/matchmaking/reports')).status, 403)
  const elsewhere = await makeTenant()
  const foreign = await elsewhere.officer('federation_officer', elsewhere.federationId)
  const [row] = await reportsSeenBy(desk)
  assert.equal((await foreign.get(`/matchmaking/reports/${row!.id}`)).status, 404)
  assert.deepEqual(await reportsSeenBy(foreign), [])
  assert.equal(row!.overdue, false)
  const { owner } = await testServer()
  await owner.query(`update person_reports set due_on = app_today() - 1 where tenant_id = $1`, [tenant.id])
  assert.equal((await reportsSeenBy(desk))[0]!.overdue, true)
})

test('every look of staff is on the person’s list, and whoever hides from the unit is not there for its own officers', async () => {
  const tenant = await makeTenant()
  const { client, personId } = await signedInSingle(tenant)
  const look = (who: { post: string; at: string }, occasion: 'case' | 'safety') =>
    tenant.inside(async (tx) => {
      const viewer = await makePerson(tx, { name: '郑测试' })
      const dates = { startsOn: '2020-01-01', endsBefore: null }
      const id = await makeAppointment(tx, viewer, { post: who.post, organisationId: who.at, ...dates })
      const actor = { personId: viewer, appointment: { id } } as Actor
      return viewProfile(tx, actor, { personId, occasion })
    })
  const seen = await look({ post: 'matchmaker', at: tenant.federationId }, 'case')
  assert.equal(seen.nickname, '海风')
  await assert.rejects(look({ post: 'union_chair', at: tenant.north.unionId }, 'case'), {
    code: 'common.not_found',
  })
  await look({ post: 'union_chair', at: tenant.north.unionId }, 'safety')
  const { items } = (await client.get<{ items: { post: string; occasion: string }[] }>(`${own}/views`)).body
  assert.deepEqual(
    items.map((each) => [each.post, each.occasion]),
    [
      ['union_chair', 'safety'],
      ['matchmaker', 'case'],
    ],
    'a look that was refused is none',
  )
})
