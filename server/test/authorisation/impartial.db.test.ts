import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import type { Me } from '#contract/sessions.ts'
import { modules } from '#server/app.ts'
import { insertTalent } from '#server/modules/commissioners/pool/store.ts'
import { makeTwoNew } from '#server/modules/commissioners/tests/make-two-new.ts'
import { makeAssessment } from '#server/modules/assessments/tests/make-assessment.ts'
import { newId } from '#server/platform/ids.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

/**
 * Nobody assesses, scores, approves, names or pays themselves or whoever they declared as a near relative. Each operation that writes with one of these
 * permissions stands in one of the tables below: tried here on both, proven by the test named, or about no person. A new one fails the first test.
 */
const judging: ReadonlySet<string> = new Set([
  'assessments.manage',
  'assessments.score',
  'assessments.review',
  'assessments.approve',
  'honours.confer',
  'commissioners.write',
  'appointments.write',
  'venues.inspect',
  'training.write',
  'funds.write',
  'funds.check',
  'funds.pay',
  'union_funds.record',
])

/** Somebody whom the judge must not judge: what there is of them to aim at. */
interface Judged {
  personId: string
  assessmentId: string
  talentId: string
  postId: string
}

interface Case {
  send: (judge: TestClient, judged: Judged) => Promise<{ status: number; body: { error: { code: string } } }>
  oneself: string
  relative: string
}

// One's own assessment is not there at all; a relative's may be looked at.
const assessing = (act: string, body: object): Case => ({
  send: (judge, { assessmentId }) => judge.post(`/assessments/${assessmentId}/${act}`, body),
  oneself: 'common.not_found',
  relative: 'assessments.not_a_relative',
})
const naming = (send: Case['send']): Case => ({
  send,
  oneself: 'commissioners.not_oneself',
  relative: 'commissioners.not_oneself',
})

const appointing = (send: Case['send']): Case => ({
  send,
  oneself: 'access.not_oneself',
  relative: 'access.not_a_relative',
})

const tried: Readonly<Record<string, Case>> = {
  createAssessment: {
    send: (judge, { personId }) => judge.post('/assessments', { periodId: world.periodId, personId }),
    oneself: 'common.not_found',
    relative: 'assessments.not_a_relative',
  },
  submitScores: assessing('scores', {
    scores: [{ indicator: 'superior', organisationId: newId(), value: 9000 }],
  }),
  recordAssessmentLeave: assessing('leaves', { startsOn: '2025-02-01', endsBefore: '2025-03-01' }),
  reviewAssessment: assessing('review', {}),
  approveAssessment: assessing('approval', {}),
  returnAssessment: assessing('return', { reason: '请补充' }),
  decideAssessmentAppeal: assessing('appeal-decision', { decision: 'rejected', reason: '维持原结果' }),
  giveCommissionerPost: naming((judge, { talentId }) =>
    judge.post('/commissioners/posts', {
      talentId,
      organisationIds: [newId()],
      kind: 'part_time_chair',
      basis: 'document',
      documentNo: '甬北工〔2026〕1号',
      startsOn: '2026-01-01',
      endsBefore: '2029-01-01',
      declaration: { relation: 'none', positions: [] },
    }),
  ),
  endCommissionerPost: naming((judge, { postId }) =>
    judge.post(`/commissioners/posts/${postId}/ending`, { endsBefore: '2026-01-01', reason: 'resigned' }),
  ),
  createAppointment: appointing((judge, { personId }) =>
    judge.post('/appointments', {
      personId,
      post: 'union_officer',
      organisationId: world.unionId,
      fullTime: false,
      basis: 'document',
      documentNo: '甬北工〔2026〕1号',
      startsOn: '2026-01-01',
    }),
  ),
  endAppointment: appointing((judge, { postId }) =>
    judge.post(`/appointments/${postId}/ending`, { endsBefore: '2027-01-01', reason: 'resigned' }),
  ),
  appointSubstitute: appointing((judge, { postId }) =>
    judge.post(`/appointments/${postId}/substitutes`, {
      personId: newId(),
      documentNo: '甬北工〔2026〕1号',
      startsOn: '2026-01-01',
      endsBefore: '2026-02-01',
    }),
  ),
  takePilotStep: naming((judge, { postId }) =>
    judge.post('/commissioners/pilot/steps', { appointmentId: postId, documentNo: '甬北工〔2026〕1号' }),
  ),
}

const payments = 'server/modules/commissioners/tests/stipend-payments.db.test.ts'
const points = [
  'server/modules/funds/points/points.db.test.ts',
  'nobody grants, decides or pays where they or a declared relative hold a post',
] as const
const ceilings = 'server/modules/funds/ceilings/ceilings.db.test.ts'
const prizes = 'server/modules/funds/prizes/prizes.db.test.ts'
const honours = 'server/modules/honours/tests/honours.db.test.ts'
const venueJudges = [
  'server/modules/venues/tests/judges.db.test.ts',
  'nobody judges a venue where they or a declared near relative serve',
] as const
const handOvers = 'server/modules/appointments/hand-over.db.test.ts'
const voices = 'server/modules/assessments/tests/voices.db.test.ts'

/** Proven where the rows that it needs are made, by the test of this name. */
const provenBy: Readonly<Record<string, readonly [file: string, name: string]>> = {
  conferHonour: [honours, 'nobody honours themselves or a declared relative'],
  revokeHonour: [honours, 'nobody honours themselves or a declared relative'],
  createVenueInspection: venueJudges,
  grantVenueStars: venueJudges,
  withdrawVenueStars: venueJudges,
  handOver: [handOvers, 'nobody hands over outside their reach, to themself'],
  giveVoice: [voices, 'nobody speaks of themselves, a declared near relative or another unit'],
  enterStipendGrade: [payments, 'nobody makes, checks or pays for themselves or a near relative'],
  decideStipendGrade: [payments, 'nobody makes, checks or pays for themselves or a near relative'],
  createPaymentBatch: [payments, 'nobody makes, checks or pays for themselves or a near relative'],
  approvePaymentBatch: [payments, 'nobody makes, checks or pays for themselves or a near relative'],
  payPaymentBatch: [payments, 'nobody makes, checks or pays for themselves or a near relative'],
  runStipends: [payments, 'nobody makes, checks or pays for themselves or a near relative'],
  recordPayeeAccount: [payments, 'nobody makes, checks or pays for themselves or a near relative'],
  createDirectPointGrant: points,
  decideDirectPointGrant: points,
  payDirectPointShare: points,
  recordBenefit: [ceilings, 'nobody gives to themselves or a near relative, nor allows it'],
  decideBenefit: [ceilings, 'nobody gives to themselves or a near relative, nor allows it'],
  givePrizes: [prizes, 'nobody gives a prize to themselves or a near relative'],
}

/** About rules, periods, lists and the money of unions, or what a person says of themselves: nobody is judged, and no person is paid. */
const aboutNobody: readonly string[] = [
  'createScheme',
  'reviseScheme',
  'createAssessmentPeriod',
  'enrolAssessmentSubjects',
  'closeAssessmentPeriod',
  'undoHandOver',
  'createTrainingPlan',
  'addTrainingCourse',
  'checkCandidacy',
  'releaseHonour',
  'withdrawHonourRelease',
  'recordHandOverPoint',
  'addTalent',
  'changeTalent',
  'endTalent',
  'recordTalentSharing',
  'createFundSource',
  'createBudget',
  'addToBudget',
  'reverseBudgetMovement',
  'sendBackPaymentBatch',
  'importPaymentReturns',
  'reverseDirectPointPayment',
  'reviewDirectPointReport',
  'decideDemonstrationPoint',
  'recordContribution',
  'withdrawContribution',
  'recordContributionMovement',
  'reverseContributionMovement',
  'createAllocation',
  'decideAllocation',
  'payAllocation',
  'recordAllocationSpending',
  'reverseAllocationSpending',
  'recordDues',
  'withdrawDues',
]

let world: Awaited<ReturnType<typeof makeAssessment>>
let judge: TestClient
let oneself: Judged
let relative: Judged

before(async () => {
  world = await makeAssessment()
  const { tenant } = world
  judge = world.district
  const shop = await tenant.inside((tx) =>
    makeTwoNew(tx, { name: '北方书店', parentId: tenant.north.streetId, workers: 40 }),
  )
  const other = await tenant.officer('union_officer', tenant.south.unionId)
  oneself = await makeJudged(judge, shop)
  relative = await makeJudged(other, shop)
  await world.second.post(`/assessments/periods/${world.periodId}/subjects`)
  await tenant.inside(async (tx) => {
    await sql`insert into declared_relatives (tenant_id, id, person_id, relative_id, relation)
      values (${tx.tenantId}, ${newId()}, ${oneself.personId}, ${relative.personId}, 'spouse')`.execute(tx)
    for (const judged of [oneself, relative]) {
      const { rows } = await sql<{ id: string }>`
        select id from assessments where tenant_id = ${tx.tenantId} and person_id = ${judged.personId}`.execute(
        tx,
      )
      judged.assessmentId = rows[0]!.id
    }
  })
})

async function makeJudged(client: TestClient, organisationId: string): Promise<Judged> {
  const personId = (await client.get<Me>('/me')).body.person.id
  const { tenant } = world
  const made = await tenant.inside(async (tx) => ({
    postId: await makeAppointment(tx, personId, {
      post: 'commissioner',
      organisationId,
      startsOn: '2022-01-01',
      endsBefore: null,
    }),
    talentId: (await insertTalent(tx, {
      personId,
      organisationId: tenant.federationId,
      recordedBy: newId(),
      entry: {
        skills: ['union_work'],
        trainedHours: 0,
        training: null,
        availableFrom: '2026-01-01',
        fullTime: false,
        wishedStreetIds: [],
        wishes: null,
      },
    }))!,
  }))
  const { owner } = await testServer()
  await owner.query('update appointments set full_time = true where appointment_id = $1', [made.postId])
  return { personId, assessmentId: '', ...made }
}

test('every command that judges a person is tried here, proven elsewhere, or judges nobody', () => {
  const writing = modules
    .flatMap(({ routes }) => routes)
    .filter((route) => judging.has(route.permission) && route.operation.method !== 'GET')
    .map(({ operationId }) => operationId)
  const named = new Set([...Object.keys(tried), ...Object.keys(provenBy), ...aboutNobody])
  assert.deepEqual(
    writing.filter((operationId) => !named.has(operationId)),
    [],
  )
  const known = new Set(modules.flatMap(({ routes }) => routes).map(({ operationId }) => operationId))
  assert.deepEqual(
    [...named].filter((operationId) => !known.has(operationId)),
    [],
    'no longer there',
  )
  for (const [operationId, [file, name]] of Object.entries(provenBy))
    assert.ok(readFileSync(join(projectRoot, file), 'utf8').includes(`test('${name}`), operationId)
})

for (const [operationId, { send, ...refused }] of Object.entries(tried))
  test(`${operationId}: not for oneself, and not for a declared near relative`, async () => {
    assert.deepEqual(
      [(await send(judge, oneself)).body.error.code, (await send(judge, relative)).body.error.code],
      [refused.oneself, refused.relative],
    )
  })

test('control: a colleague near to nobody is refused by none of these rules', async () => {
  const refusals = new Set(['assessments.not_a_relative', 'commissioners.not_oneself', 'common.not_found'])
  for (const act of ['review', 'return']) {
    const { body } = await world.second.post<object>(`/assessments/${relative.assessmentId}/${act}`, {
      reason: '请补充',
    })
    assert.ok(!refusals.has((body as { error?: { code: string } }).error?.code ?? ''), act)
  }
})
