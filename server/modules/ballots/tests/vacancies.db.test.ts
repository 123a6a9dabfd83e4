import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makePerson, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { remindOfVacancies } from '../vacancies/remind.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

test('a vacant chair is told to the union and to the union above once when it is due soon and once when it is late, and no more once an election is under way', async () => {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  const { unionId, streetId } = tenant.north
  await owner.query(
    `insert into union_terms (tenant_id, id, organisation_id, elected_on, term_years, starts_on, ends_before)
     values ($1, gen_random_uuid(), $2, '2024-01-01', 5, '2024-01-01', '2029-01-01')`,
    [tenant.id, unionId],
  )
  const chair = await tenant.inside(async (tx) =>
    makeAppointment(tx, await makePerson(tx, { name: '前任' }), {
      post: 'union_chair',
      organisationId: unionId,
      startsOn: '2024-01-01',
      endsBefore: null,
    }),
  )
  const endedOn = (day: string) =>
    owner.query('update appointments set ends_before = $2 where appointment_id = $1', [chair, day])
  const vice = await tenant.officer('union_vice_chair', unionId)
  const street = await tenant.officer('street_officer', streetId)
  const stranger = await tenant.officer('union_vice_chair', tenant.south.unionId)
  const tasksOf = async (who: TestClient) =>
    (await who.get<{ items: { kind: string; params: { days: number } }[] }>('/inbox/tasks')).body.items
      .filter(({ kind }) => kind.startsWith('ballots.'))
      .map(({ kind, params }) => [kind, params.days])
  const night = () => tenant.inside(remindOfVacancies)

  assert.equal(await night(), 0)
  await endedOn('2026-05-02')
  assert.equal(await night(), 0, 'one day less')
  await endedOn('2026-05-01')
  assert.equal(await night(), 1)
  assert.equal(await night(), 0, 'not every day')
  assert.deepEqual(await tasksOf(vice), [['ballots.chair_vacant', 60]])
  assert.ok((await tasksOf(street)).some(([kind]) => kind === 'ballots.chairs_vacant'))
  assert.deepEqual(await tasksOf(stranger), [])

  // The same vacancy, a month later.
  await owner.query(`update chair_vacancy_reminders set vacant_since = '2026-04-01' where tenant_id = $1`, [
    tenant.id,
  ])
  await endedOn('2026-04-01')
  assert.equal(await night(), 1)
  assert.deepEqual(
    await tasksOf(vice),
    [['ballots.chair_vacant', 90]],
    'the later takes the place of the earlier',
  )
  assert.equal(await night(), 0)

  const planned = await vice.post('/ballots', {
    organisationId: unionId,
    kind: 'chair',
    title: '补选主席',
    seats: 1,
    termYears: 5,
    meetingOn: '2026-07-30',
    fills: 'vacancy',
  })
  assert.equal(planned.status, 201)
  assert.equal(await night(), 0)
  for (const who of [vice, street]) assert.deepEqual(await tasksOf(who), [])
})
