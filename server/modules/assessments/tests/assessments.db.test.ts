import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { OwnAssessment } from '#contract/assessments-own.ts'
import type { PeriodFile } from '#contract/assessments-schemes.ts'
import type { AssessmentFile, AssessmentRow } from '#contract/assessments.ts'
import { testServer } from '#server/test/server.ts'
import { commissionerSubject } from '#server/modules/commissioners/assessment/subject.ts'
import { gradesOf } from '../index.ts'
import { declare, makeAssessment } from './make-assessment.ts'

const reason = { reason: '活动场次统计有遗漏，请复核。' }

async function approved() {
  const world = await makeAssessment()
  await world.score(world.unit, 'unit', 9000)
  await world.score(world.street, 'superior', 8000)
  await world.act(world.street, 'review')
  await world.act(world.district, 'approval')
  return world
}

test('scores, review, approval, appeal and its decision: each by another, and the grade is final at the closing', async () => {
  const world = await makeAssessment()
  const { chair, unit, street, district, second, act, score } = world
  const own = async () => (await chair.get<{ items: OwnAssessment[] }>('/me/assessments')).body.items[0]!
  const file = async (by = district) => (await by.get<AssessmentFile>(world.path)).body
  assert.equal((await act(street, 'review')).status, 200, 'without the street’s opinion')
  assert.equal((await file()).outcome.grade, 'incomplete')
  assert.equal((await act(district, 'return', { reason: '请先打分' })).status, 200)

  await score(unit, 'unit', 9000)
  await score(street, 'superior', 8500)
  await score(street, 'superior', 8000)
  assert.equal((await score(street, 'voices', 9000, 4)).status, 200)
  const open = await file()
  const line = (code: string) => open.outcome.lines.find(({ indicator }) => indicator.code === code)!
  assert.equal(line('voices').value, null, 'four voices are too few')
  assert.deepEqual([line('superior').value, line('events').value], [8000, 0], 'none held is a true zero')
  assert.deepEqual(
    line('superior').parts[0]!.scores.map(({ by, post }) => [by, post]),
    [['北街道总工会', 'street_officer']],
  )
  assert.equal((await own()).outcome, null, 'nothing is told before the approval')
  assert.equal((await act(chair, 'review')).status, 403)

  assert.equal((await act(district, 'review')).status, 200)
  assert.equal((await score(unit, 'unit', 10_000)).body.error.code, 'assessments.step_not_now')
  assert.equal((await own()).state, 'open')
  assert.equal((await act(district, 'approval')).body.error.code, 'assessments.reviewed_by_oneself')
  assert.equal((await act(second, 'approval')).status, 200)
  const told = await own()
  assert.deepEqual([told.state, told.outcome!.grade, told.can.appeal], ['approved', 'fail', true])

  const close = () => second.post<object>(`/assessments/periods/${world.periodId}/closing`)
  assert.equal((await close()).body.error.code, 'assessments.appeals_open')
  assert.equal((await chair.post(`/me${world.path}/appeal`, reason)).status, 201)
  assert.equal((await close()).body.error.code, 'assessments.period_unfinished')
  const decide = (by: typeof district) =>
    act(by, 'appeal-decision', { decision: 'accepted', reason: '已补录三场活动' })
  assert.equal((await decide(second)).body.error.code, 'assessments.had_a_hand')
  const third = await world.tenant.officer('federation_officer', world.tenant.federationId)
  assert.equal((await decide(third)).status, 200)

  await score(unit, 'unit', 10_000)
  await act(street, 'review')
  await act(district, 'approval')
  const again = await chair.post<object>(`/me${world.path}/appeal`, reason)
  assert.equal(again.body.error.code, 'assessments.appealed_already')
  assert.equal((await close()).status, 200)
  const grades = await world.tenant.inside((tx) =>
    gradesOf(tx, { personIds: [world.personId], subjectKind: 'commissioner', month: '2026-01' }),
  )
  const grade = grades.get(world.personId)!
  assert.deepEqual([grade.resultNo, grade.grade], [3, 'fail'])
  const before = await world.tenant.inside((tx) =>
    gradesOf(tx, { personIds: [world.personId], subjectKind: 'commissioner', month: '2025-11' }),
  )
  assert.equal(before.size, 0, 'no grade before the period was over')
})

test('nobody assesses themselves, and a near relative as declared only looks', async () => {
  const world = await makeAssessment()
  const { chair, street, act, score } = world
  assert.equal((await chair.get(world.path)).status, 404, 'one’s own is read on one’s own page')
  assert.equal((await score(chair, 'unit', 10_000)).status, 404)
  const rows = await chair.get<{ items: AssessmentRow[] }>(`/assessments?periodId=${world.periodId}`)
  assert.deepEqual(rows.body.items, [])
  await declare(world, street)
  assert.equal((await score(street, 'superior', 9900)).body.error.code, 'assessments.not_a_relative')
  assert.equal((await act(street, 'review')).body.error.code, 'assessments.not_a_relative')
  const file = (await street.get<AssessmentFile>(world.path)).body
  assert.deepEqual([file.conflict, file.can.score, file.can.review], ['relative', false, false])
})

test('the unit scores what is the unit’s, the street what is the superior’s; each queue holds what waits for it', async () => {
  const { unit, street, score, periodId, tenant } = await makeAssessment()
  assert.equal((await score(unit, 'superior', 9000)).body.error.code, 'assessments.not_yours_to_score')
  assert.equal((await score(street, 'unit', 9000)).body.error.code, 'assessments.not_yours_to_score')
  assert.equal((await score(street, 'events', 9000)).status, 400, 'what is counted is not scored')
  assert.equal((await score(street, 'voices', 9000)).status, 400, 'without how many were heard')
  const mine = async (by: typeof unit) =>
    (
      await by.get<{ items: AssessmentRow[] }>(`/assessments?periodId=${periodId}&waiting=mine`)
    ).body.items.map((row) => row.mine)
  assert.deepEqual([await mine(unit), await mine(street)], [[3], [3]])
  await score(street, 'superior', 8800)
  assert.deepEqual(await mine(street), [2])
  const elsewhere = await tenant.officer('street_officer', tenant.south.streetId)
  assert.deepEqual(await mine(elsewhere), [])
  assert.equal((await score(elsewhere, 'superior', 100)).status, 404)
})

test('a period keeps the weights and rules it was opened with; a scheme that does not add up is refused', async () => {
  const { district, schemeId, periodId } = await makeAssessment()
  const { preset } = commissionerSubject
  const revise = (weight: number) =>
    district.post<{ version: number }>(`/assessments/schemes/${schemeId}/versions`, {
      content: {
        ...preset,
        indicators: preset.indicators.map((each, at) => (at === 0 ? { ...each, weight } : each)),
      },
    })
  assert.equal((await revise(9)).body.error.fields![0]!.code, 'assessments.weights_not_100')
  assert.equal((await revise(10)).body.version, 2)
  const period = (await district.get<PeriodFile>(`/assessments/periods/${periodId}`)).body
  assert.deepEqual([period.schemeVersion, period.states.open, period.terms.leastMonths], [1, 1, 3])
  const { platform } = await testServer()
  await assert.rejects(
    platform.pool.query(`update assessment_scheme_versions set content = '{}'`),
    /permission denied/,
    'the server itself cannot change a version',
  )
})

test('a transfer is read at the review, and each unit’s score has the weight of its months', async () => {
  const world = await makeAssessment()
  const { tenant, district, unit, street, second, score } = world
  const southUnit = await tenant.officer('union_officer', tenant.south.unionId)
  const southStreet = await tenant.officer('street_officer', tenant.south.streetId)
  await tenant.inside(async (tx) => {
    await sql`update appointments set superseded_at = now() where tenant_id = ${tx.tenantId} and person_id = ${world.personId}`.execute(
      tx,
    )
    for (const [at, from, until] of [
      [world.unionId, '2024-06-01', '2025-10-01'],
      [tenant.south.unionId, '2025-10-01', null],
    ])
      await sql`insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on, ends_before)
        values (${tx.tenantId}, gen_random_uuid(), gen_random_uuid(), ${world.personId}, 'union_chair', ${at}, false, 'election', ${from}::date, ${until}::date)`.execute(
        tx,
      )
  })
  await street.post(`${world.path}/leaves`, { startsOn: '2025-12-01', endsBefore: '2026-01-01' })
  await score(unit, 'unit', 9000)
  await score(street, 'superior', 8000)
  const south = (by: typeof unit, indicator: string, value: number) =>
    by.post(`${world.path}/scores`, { scores: [{ indicator, organisationId: tenant.south.unionId, value }] })
  assert.equal((await south(southUnit, 'unit', 3500)).status, 200)
  assert.equal((await south(southStreet, 'superior', 8000)).status, 200)
  await world.act(district, 'review')
  await world.act(second, 'approval')
  const { outcome } = (await district.get<AssessmentFile>(world.path)).body
  const line = outcome.lines.find(({ indicator }) => indicator.code === 'unit')!
  assert.deepEqual(
    [outcome.months, line.parts.map((part) => part.months), line.value],
    [11, [9, 2], 8000],
    '(9 × 90 + 2 × 35) ÷ 11',
  )
})

test('of many who review or appeal at the same moment one does', async () => {
  const world = await makeAssessment()
  const { street, district, act, score, chair } = world
  await score(street, 'superior', 8000)
  const reviews = await Promise.all([street, district, street, district].map((by) => act(by, 'review')))
  assert.deepEqual(reviews.map(({ status }) => status).sort(), [200, 409, 409, 409])
  await act(world.second, 'approval')
  const appeals = await Promise.all(
    [1, 2, 3].map(() => chair.post<object>(`/me${world.path}/appeal`, reason)),
  )
  assert.deepEqual(appeals.map(({ status }) => status).sort(), [201, 409, 409])
})

test('an appeal comes within its days, or not at all', async () => {
  const world = await approved()
  const { owner } = await testServer()
  await owner.query(
    `update assessment_steps set taken_at = taken_at - interval '8 days' where tenant_id = $1 and assessment_id = $2 and step = 'approved'`,
    [world.tenant.id, world.assessmentId],
  )
  const late = await world.chair.post<object>(`/me${world.path}/appeal`, reason)
  assert.equal(late.body.error.code, 'assessments.appeal_too_late')
  const mine = (await world.chair.get<{ items: OwnAssessment[] }>('/me/assessments')).body.items[0]!
  assert.equal(mine.can.appeal, false)
})
