import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Association, DeskMeeting, Meeting, ScreenCard } from '#contract/matchmaking-association.ts'
import type { OwnIntroduction } from '#contract/matchmaking-own-desk.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeMatchmaker, singleInPool } from './make-desk.ts'

async function world() {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const first = await makeMatchmaker(tenant)
  const second = await makeMatchmaker(tenant)
  const her = await singleInPool(tenant, { profile: { hideFromUnit: false, nickname: '晴天' } })
  const him = await singleInPool(tenant, { sex: 'male', profile: { hideFromUnit: false, nickname: '远山' } })
  const take = async (of: typeof first, profileId: string) =>
    (await of.client.post<{ caseId: string }>('/matchmaking/cases', { profileId })).body.caseId
  const hers = await take(first, her.profileId)
  const his = await take(second, him.profileId)
  const home = `/matchmaking/associations/${tenant.federationId}`
  return { tenant, officer, first, second, her, him, hers, his, home }
}

test('a term has its council and members, a plan its items; what is over or out of the year is refused', async () => {
  const { officer, first, home } = await world()
  const term = { name: '第一届', startsOn: '2026-01-01', endsBefore: '2099-01-01' }
  const bad = await officer.post<object>(`${home}/terms`, { ...term, endsBefore: '2026-01-01' })
  assert.equal(bad.body.error.fields![0]!.path, 'endsBefore')
  const { termId } = (await officer.post<{ termId: string }>(`${home}/terms`, term)).body
  const sit = (startsOn: string) =>
    officer.post<{ seatId: string }>(`/matchmaking/association-terms/${termId}/seats`, {
      matchmakerId: first.id,
      role: 'president',
      startsOn,
    })
  assert.equal((await sit('2025-01-01')).status, 400)
  const { seatId } = (await sit('2026-01-01')).body
  assert.equal((await sit('2026-01-01')).body.error.code, 'matchmaking.seated_already')
  const leave = () => officer.post<object>(`/matchmaking/association-seats/${seatId}/ending`)
  assert.equal((await leave()).status, 200)
  assert.equal((await leave()).body.error.code, 'matchmaking.seat_over')

  const plan = { year: 2026, title: '每月沟通会', dueOn: '2026-12-31' }
  assert.equal((await officer.post(`${home}/plan`, { ...plan, dueOn: '2027-01-01' })).status, 400)
  const { planItemId } = (await officer.post<{ planItemId: string }>(`${home}/plan`, plan)).body
  await officer.post(`/matchmaking/plan-items/${planItemId}/completion`)
  const shown = (await officer.get<Association>(`${home}?year=2026`)).body
  assert.deepEqual(
    [shown.terms[0]!.seats.map((seat) => seat.role), shown.plan.map((item) => item.doneOn !== null)],
    [['president'], [true]],
  )
  assert.equal((await first.client.get(home)).status, 403)
})

test('at a meeting a card is shown by number only where the person agrees; each showing is logged, and a proposal comes of it', async () => {
  const { tenant, officer, first, second, her, him, hers, his, home } = await world()
  const { meetingId } = (
    await officer.post<{ meetingId: string }>(`${home}/meetings`, {
      kind: 'exchange',
      title: '十一月信息沟通会',
      heldOn: '2099-11-30',
      place: '职工之家',
      agenda: '一、互通信息',
    })
  ).body
  const number = (of: typeof first, caseId: string) =>
    of.client.post<{ number: number }>(`/matchmaking/desk/meetings/${meetingId}/cases`, { caseId })
  assert.equal((await number(first, hers)).body.error.code, 'matchmaking.meetings_not_agreed')
  const agree = (agreed: boolean) => (single: typeof her) =>
    single.client.request<object>('PUT', '/me/matchmaker/meetings', { agreed })
  for (const single of [her, him]) await agree(true)(single)
  assert.deepEqual([(await number(first, hers)).body.number, (await number(second, his)).body.number], [1, 2])
  assert.equal((await number(first, hers)).body.number, 1, 'one number for one case')
  assert.equal((await number(second, hers)).status, 404, 'another’s case is not there')

  const show = (at: number) =>
    officer.post<ScreenCard>(`/matchmaking/meetings/${meetingId}/showings`, { number: at })
  const card = await show(1)
  assert.equal(card.body.sex, 'female')
  assert.ok(!JSON.stringify(card.body).includes('晴天'), 'no nickname on the screen')
  const { owner } = await testServer()
  const { rows } = await owner.query<{ occasion: string }>(
    'select occasion from profile_views where tenant_id = $1 and person_id = $2',
    [tenant.id, her.personId],
  )
  assert.deepEqual(rows, [{ occasion: 'meeting' }])

  const seen = (await second.client.get<{ items: DeskMeeting[] }>('/matchmaking/desk/meetings')).body.items
  assert.deepEqual([seen[0]!.own.map((each) => each.number), seen[0]!.others], [[2], [1]])
  const propose = () =>
    second.client.post<object>(`/matchmaking/desk/meetings/${meetingId}/introductions`, {
      caseId: his,
      number: 1,
    })
  assert.equal((await propose()).status, 201)
  assert.equal((await propose()).body.error.code, 'matchmaking.pair_not_possible')
  const asked = (await her.client.get<{ items: OwnIntroduction[] }>('/me/introductions')).body.items
  assert.deepEqual(
    asked.map((each) => each.nickname),
    ['远山'],
  )

  await officer.post(`/matchmaking/meetings/${meetingId}/attendances`, {
    matchmakerId: first.id,
    status: 'present',
  })
  await agree(false)(her)
  assert.equal((await show(1)).body.error.code, 'matchmaking.no_such_number')
  const meeting = (await officer.get<Meeting>(`/matchmaking/meetings/${meetingId}`)).body
  assert.deepEqual([meeting.numbers, meeting.introductions], [[2], 1])
  assert.deepEqual(meeting.attendances.map((each) => each.status).toSorted(), ['present', null].toSorted())
})
