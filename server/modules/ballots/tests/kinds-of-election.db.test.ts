import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BallotRoundResult, ChairVacancy } from '#contract/ballots-shapes.ts'
import { makeAppointment, makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { addMembers } from '#server/test/organisation-officer.ts'
import { testServer } from '#server/test/server.ts'
import {
  approve,
  opened,
  paper,
  planned,
  standLongEnough,
  voted,
  type ElectionWorld,
} from './election-world.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const kindsOf = (next: readonly { kind: string }[]) => next.map(({ kind }) => kind)

/** Somebody in a post of the north union since 2024, and the appointment. */
async function inPost(tenant: TestTenant, post: string): Promise<string> {
  return tenant.inside(async (tx) => {
    const person = await makePerson(tx, { name: '旧任者' })
    return makeAppointment(tx, person, {
      post,
      organisationId: tenant.north.unionId,
      startsOn: '2024-01-01',
      endsBefore: null,
    })
  })
}

/** A term of the north union that runs from 2024 to the end of 2028. */
async function runningTerm(tenant: TestTenant): Promise<void> {
  const { owner } = await testServer()
  await owner.query(
    `insert into union_terms (tenant_id, id, organisation_id, elected_on, term_years, starts_on, ends_before)
     values ($1, gen_random_uuid(), $2, '2024-01-01', 5, '2024-01-01', '2029-01-01')`,
    [tenant.id, tenant.north.unionId],
  )
}

async function heldIn(tenant: TestTenant, post: string): Promise<unknown[]> {
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select starts_on::text as from, ends_before::text as until, end_reason as why from appointments
     where tenant_id = $1 and organisation_id = $2 and post = $3 and superseded_at is null and basis <> 'substitution' order by starts_on, appointment_id`,
    [tenant.id, tenant.north.unionId, post],
  )
  return rows
}

async function confirmed(world: ElectionWorld): Promise<void> {
  await world.step('/decision', { kind: 'finish' })
  await world.step('/result/submission')
  await approve(world)
  assert.equal((await world.look()).state, 'confirmed')
}

/** A recall up to the open vote: the one name stands by itself. */
async function recallOpened(world: ElectionWorld): Promise<void> {
  await world.step('/submission')
  await approve(world)
  await world.step('/roll', { asOf: '2026-06-30' })
  assert.deepEqual(await world.refused('/candidates', { entryNo: 1, declared: [] }), [
    422,
    'ballots.recall_names_one',
  ])
  await world.step('/notice')
  await standLongEnough(world)
  await world.step('/rounds')
}

test('a recall needs more than half of all members: of ten, five do not carry it and six do, and then the post ends', async () => {
  for (const [yes, carried] of [
    [5, false],
    [6, true],
  ] as const) {
    const tenant = await makeTenant()
    const recalls = await inPost(tenant, 'union_vice_chair')
    const world = await planned({ members: 10, seats: 1, kind: 'recall', more: { recalls }, tenant })
    await recallOpened(world)
    const look = await world.look()
    assert.deepEqual([look.majority.base, look.candidatesNeeded, look.candidates.length], ['all', 1, 1])
    // Seven came: more than half of them is not enough.
    const counted = await voted(world, [...times(yes, paper('y')), ...times(7 - yes, paper('n'))])
    assert.deepEqual(kindsOf(counted.next), ['finish'])
    const { body } = await world.chair.get<{ rounds: BallotRoundResult[]; elected: string[] }>(
      `/ballots/${world.ballotId}/result`,
    )
    assert.deepEqual([body.rounds[0]!.majorityNeeded, body.elected.length], [6, carried ? 1 : 0])
    await confirmed(world)
    const [held] = (await heldIn(tenant, 'union_vice_chair')) as {
      until: string | null
      why: string | null
    }[]
    assert.deepEqual([held!.until, held!.why], carried ? ['2026-06-30', 'recalled'] : [null, null])
    const report = JSON.stringify((await world.chair.get(`/ballots/${world.ballotId}/documents/report`)).body)
    assert.ok(report.includes('罢免案表决结果报告单'))
    assert.ok(report.includes(carried ? '罢免案：通过' : '罢免案：未通过'))
    assert.ok(report.includes(`"${carried ? '罢免通过' : '罢免未通过'}"`))
    // A recall elects nobody: no paper of it may say so.
    assert.ok(!/当选|应选/.test(report), report)
  }
})

test('a recall is about one chair or vice chair in office of this union', async () => {
  const tenant = await makeTenant()
  await addMembers(tenant, 5, tenant.north)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const officer = await inPost(tenant, 'union_officer')
  const vice = await inPost(tenant, 'union_vice_chair')
  const plan = async (more: object) =>
    (
      await chair.post('/ballots', {
        organisationId: tenant.north.unionId,
        kind: 'recall',
        title: '罢免',
        seats: 1,
        termYears: 5,
        meetingOn: '2026-06-30',
        ...more,
      })
    ).status
  assert.equal(await plan({}), 400)
  assert.equal(await plan({ recalls: officer }), 400)
  assert.equal(await plan({ recalls: vice, kind: 'chair' }), 400)
  assert.equal(await plan({ recalls: vice, seats: 2 }), 400)
  assert.equal(await plan({ recalls: vice }), 201)
})

test('whoever is elected for a new term takes the place of those before, the re-elected too', async () => {
  const tenant = await makeTenant()
  await inPost(tenant, 'union_committee_member')
  const world = await planned({ members: 7, seats: 3, tenant })
  await opened(world, 4)
  await voted(world, times(7, paper('yyy-')))
  await confirmed(world)
  assert.deepEqual(await heldIn(tenant, 'union_committee_member'), [
    { from: '2024-01-01', until: '2026-06-30', why: 'term_over' },
    ...times(3, { from: '2026-06-30', until: '2031-06-30', why: null }),
  ])
})

test('a by-election fills a vacancy for the rest of the running term, counts those who sit, and ends nobody’s post', async () => {
  const tenant = await makeTenant()
  const more = { fills: 'vacancy' }
  const none = await planned({ members: 5, seats: 1, kind: 'chair', tenant })
  const refused = await none.chair.post<{ error: { code: string } }>('/ballots', {
    organisationId: tenant.north.unionId,
    kind: 'committee',
    title: '补选',
    seats: 1,
    termYears: 5,
    meetingOn: '2026-06-30',
    ...more,
  })
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'ballots.no_running_term'])
  await runningTerm(tenant)
  await inPost(tenant, 'union_committee_member')
  // One sits: with one more they are two, below the three of the table; with two more they are three.
  const small = await planned({ members: 1, seats: 1, more, tenant })
  await small.step('/submission')
  await approve(small)
  assert.deepEqual(await small.refused('/roll', { asOf: '2026-06-30' }), [422, 'ballots.committee_size'])
  const world = await planned({ members: 1, seats: 2, more, tenant })
  const { roll } = await opened(world, 3)
  assert.equal(roll!.due, 7)
  await voted(world, times(7, paper('yy-')))
  await confirmed(world)
  assert.deepEqual(await heldIn(tenant, 'union_committee_member'), [
    { from: '2024-01-01', until: null, why: null },
    ...times(2, { from: '2026-06-30', until: '2029-01-01', why: null }),
  ])
})

test('in two rounds the first finds the candidates by votes and gives no seat, in the second as many stand as there are seats', async () => {
  const world = await planned({ members: 7, seats: 3, more: { form: 'two_rounds' } })
  const first = await opened(world, 4)
  assert.deepEqual([first.round?.stage, first.round?.majorityNeeded], ['pre', null])
  // The last two are level at the third place: a run-off among them, still of the first round.
  const level = await voted(world, [...times(4, paper('yy--')), paper('yyy-'), paper('yy-y')])
  assert.deepEqual(kindsOf(level.next), ['run_off'])
  const runOff = await world.step('/decision', { kind: 'run_off' })
  assert.deepEqual([runOff.round?.stage, runOff.round?.candidates.length], ['pre', 2])
  const chosen = await voted(world, [...times(4, paper('y-')), ...times(2, paper('-y'))])
  assert.deepEqual(kindsOf(chosen.next), ['final'])
  const second = await world.step('/decision', { kind: 'final' })
  assert.deepEqual(
    [second.round?.stage, second.round?.candidates.length, second.round?.seats, second.round?.majorityNeeded],
    ['final', 3, 3, 4],
  )
  // The third has three of seven: four elect, so the seat stays open.
  const short = await voted(world, [...times(3, paper('yyy')), ...times(3, paper('yy-'))])
  assert.deepEqual(kindsOf(short.next), ['new_vote'])
  await world.step('/decision', { kind: 'new_vote' })
  await voted(world, times(5, paper('y')))
  await confirmed(world)
  assert.equal((await heldIn(world.tenant, 'union_committee_member')).length, 3)
})

test('delegates: their number follows the table, and once elected they are the roll; without them nobody votes for them', async () => {
  const tenant = await makeTenant()
  const early = await planned({ members: 99, seats: 30, kind: 'delegates', tenant })
  await early.step('/submission')
  await approve(early)
  assert.deepEqual(await early.refused('/roll', { asOf: '2026-06-30' }), [422, 'ballots.all_members_meet'])
  const few = await planned({ members: 1, seats: 29, kind: 'delegates', tenant })
  await few.step('/submission')
  await approve(few)
  assert.deepEqual(await few.refused('/roll', { asOf: '2026-06-30' }), [422, 'ballots.delegate_count'])
  const byDelegates = { electorate: 'delegates' }
  const without = await planned({ members: 0, seats: 5, more: byDelegates, tenant })
  await without.step('/submission')
  await approve(without)
  assert.deepEqual(await without.refused('/roll', { asOf: '2026-06-30' }), [422, 'ballots.no_delegates'])

  const world = await planned({ members: 0, seats: 30, kind: 'delegates', tenant })
  await opened(world, 32)
  await voted(world, times(80, paper('y'.repeat(30) + '--')))
  await confirmed(world)
  const { roll } = await without.step('/roll', { asOf: '2026-06-30' })
  assert.equal(roll!.due, 30)
})

test('a union without a chair is listed from 60 days on and late from 90, while somebody sits or a day less it is not', async () => {
  const tenant = await makeTenant()
  await runningTerm(tenant)
  const { owner } = await testServer()
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const chair = await inPost(tenant, 'union_chair')
  const listed = async () =>
    (await street.get<{ items: ChairVacancy[] }>('/ballots/chair-vacancies')).body.items.map(
      ({ organisationId, days, level }) => [organisationId, days, level],
    )
  const endedOn = (day: string) =>
    owner.query('update appointments set ends_before = $2 where appointment_id = $1', [chair, day])
  assert.deepEqual(await listed(), [])
  await endedOn('2026-05-02')
  assert.deepEqual(await listed(), [])
  await endedOn('2026-05-01')
  assert.deepEqual(await listed(), [[tenant.north.unionId, 60, 'soon']])
  await endedOn('2026-04-02')
  assert.deepEqual(await listed(), [[tenant.north.unionId, 89, 'soon']])
  await endedOn('2026-04-01')
  assert.deepEqual(await listed(), [[tenant.north.unionId, 90, 'late']])
  const other = await tenant.officer('street_officer', tenant.south.streetId)
  assert.deepEqual((await other.get<{ items: unknown[] }>('/ballots/chair-vacancies')).body.items, [])
})
