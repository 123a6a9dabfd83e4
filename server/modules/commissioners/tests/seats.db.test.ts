import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import type { PilotRow } from '#contract/commissioners-pilot.ts'
import { issueCertificates } from '#server/modules/training/index.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { insertDeclaration } from '../candidacy/store.ts'
import { insertTalent } from '../pool/store.ts'
import { makeTwoNew } from './make-two-new.ts'

let tenant: TestTenant
let street: TestClient
let district: TestClient

before(async () => {
  tenant = await makeTenant()
  street = await tenant.officer('street_officer', tenant.north.streetId)
  district = await tenant.officer('federation_officer', tenant.federationId)
})

const shop = () =>
  tenant.inside((tx) => makeTwoNew(tx, { name: '北方书店', parentId: tenant.north.streetId, workers: 40 }))

/** Somebody of the north street's union. */
async function someone(): Promise<string> {
  return tenant.inside(async (tx) => {
    const id = await makePerson(tx, { name: '周测试' })
    const organisationId = tenant.north.unionId
    await makeAppointment(tx, id, {
      post: 'union_officer',
      organisationId,
      startsOn: '2019-01-01',
      endsBefore: null,
    })
    return id
  })
}

async function talent(): Promise<string> {
  const personId = await someone()
  const entry = {
    skills: ['union_work'] as const,
    trainedHours: 0,
    training: null,
    availableFrom: '2026-01-01',
    fullTime: true,
    wishedStreetIds: [],
    wishes: null,
  }
  const id = await tenant.inside((tx) =>
    insertTalent(tx, {
      personId,
      organisationId: tenant.north.streetId,
      recordedBy: newId(),
      entry: { ...entry, skills: [...entry.skills] },
    }),
  )
  return id!
}

const give = (client: TestClient, talentId: string, organisationId: string, kind = 'part_time_chair') =>
  client.post<object>('/commissioners/posts', {
    talentId,
    organisationIds: [organisationId],
    kind,
    basis: 'document',
    documentNo: '甬北工〔2026〕8号',
    startsOn: '2026-01-01',
    endsBefore: '2029-01-01',
    declaration: { relation: 'none', positions: [] },
  })

test('two officers who fill one seat with two people at the same moment fill it once; a seat of the other kind is free', async () => {
  const organisationId = await shop()
  const people = await Promise.all([talent(), talent(), talent()])
  const answers = await Promise.all([
    give(street, people[0]!, organisationId),
    give(district, people[1]!, organisationId),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409])
  const refused = answers.find(({ status }) => status === 409)!
  assert.equal(refused.body.error.code, 'commissioners.seat_taken')
  assert.equal((await give(street, people[2]!, organisationId, 'party_affairs_officer')).status, 201)
})

test('control: without the lock two who both found the seat free fill it twice', async () => {
  const organisationId = await shop()
  const people = await Promise.all([someone(), someone()])
  const { platform } = await testServer()
  const looks = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const fill = (mine: number) =>
    inTenant(platform, tenant.id, async (tx) => {
      const { rowCount } = await tx.client.query(
        `select from appointments where tenant_id = $1 and organisation_id = $2 and post = 'commissioner'`,
        [tx.tenantId, organisationId],
      )
      assert.equal(rowCount, 0)
      looks[mine]!.resolve()
      await looks[1 - mine]!.promise
      await tx.client.query(
        `insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on)
         values ($1, gen_random_uuid(), gen_random_uuid(), $2, 'commissioner', $3, false, 'document', '2026-01-01')`,
        [tx.tenantId, people[mine], organisationId],
      )
    })
  await Promise.all([fill(0), fill(1)])
  const { rows } = await tenant.inside((tx) =>
    sql`select from appointments where tenant_id = ${tx.tenantId} and organisation_id = ${organisationId}`.execute(
      tx,
    ),
  )
  assert.equal(rows.length, 2)
})

const record = (personId: string, post: string, organisationId: string) =>
  district.post<object>('/appointments', {
    personId,
    post,
    organisationId,
    fullTime: false,
    basis: 'document',
    documentNo: '甬北工〔2026〕9号',
    startsOn: '2026-01-01',
  })

test('the register of posts is no way past the candidate rules', async () => {
  const organisationId = await shop()
  const personId = await someone()
  const declare = (where: string, relation: 'none' | 'spouse', positions: ('owner' | 'head')[] = []) =>
    tenant.inside((tx) =>
      insertDeclaration(tx, { personId, organisationId: where, relation, positions, recordedBy: newId() }),
    )
  assert.equal(
    (await record(personId, 'commissioner', organisationId)).body.error.code,
    'commissioners.declare_first',
  )
  await declare(organisationId, 'none', ['owner'])
  assert.equal(
    (await record(personId, 'commissioner', organisationId)).body.error.code,
    'commissioners.candidacy_blocked',
  )
  await declare(organisationId, 'none')
  assert.equal((await record(personId, 'commissioner', organisationId)).status, 201)

  await declare(tenant.north.employerId, 'spouse')
  const chair = await record(personId, 'union_chair', tenant.north.unionId)
  assert.deepEqual(
    [chair.status, chair.body.error.code],
    [422, 'commissioners.candidacy_blocked'],
    'a near relative of the principal of an enterprise the union covers',
  )
  await declare(tenant.north.employerId, 'none', ['head'])
  assert.equal(
    (await record(personId, 'union_vice_chair', tenant.north.unionId)).status,
    201,
    'bars chairs only',
  )
})

test('nor does standing in for a chair: whom the rules bar from the post they bar from working as it', async () => {
  const [personId, holderId] = [await someone(), await someone()]
  const unionId = tenant.south.unionId
  const original = await tenant.inside((tx) =>
    makeAppointment(tx, holderId, {
      post: 'union_chair',
      organisationId: unionId,
      startsOn: '2026-01-01',
      endsBefore: null,
    }),
  )
  const declare = (relation: 'none' | 'spouse') =>
    tenant.inside((tx) =>
      insertDeclaration(tx, {
        personId,
        organisationId: tenant.south.employerId,
        relation,
        positions: [],
        recordedBy: newId(),
      }),
    )
  const standIn = () =>
    district.post<object>(`/appointments/${original}/substitutes`, {
      personId,
      documentNo: '甬北工〔2026〕10号',
      startsOn: '2026-02-01',
      endsBefore: '2026-03-01',
    })
  await declare('spouse')
  assert.equal((await standIn()).body.error.code, 'commissioners.candidacy_blocked')
  await declare('none')
  assert.equal((await standIn()).status, 201)
})

test('in the pilot everybody steps up grade by grade once every requirement is met, with the proof, and nobody raises themself', async () => {
  const organisationId = await shop()
  const personId = await someone()
  const appointmentId = await tenant.inside((tx) =>
    makeAppointment(tx, personId, {
      post: 'commissioner',
      organisationId,
      startsOn: '2020-01-01',
      endsBefore: null,
    }),
  )
  const { owner } = await testServer()
  await owner.query('update appointments set full_time = true where appointment_id = $1', [appointmentId])
  const row = async (): Promise<PilotRow> => {
    const { body } = await street.get<{ items: PilotRow[] }>('/commissioners/pilot')
    return body.items.find((each) => each.appointmentId === appointmentId)!
  }
  const step = (client: TestClient) =>
    client.post<object>('/commissioners/pilot/steps', { appointmentId, documentNo: '甬北工〔2026〕11号' })
  assert.deepEqual(
    (await row()).next!.requirements.map(({ code, met }) => [code, met]),
    [
      ['induction', false],
      ['training', false],
    ],
  )
  assert.equal((await step(street)).body.error.code, 'commissioners.step_not_yet')
  await tenant.inside((tx) => trained(tx, personId))
  assert.equal((await row()).next!.ready, true)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal((await step(south)).status, 404)
  const answers = await Promise.all([step(street), step(district), step(street)])
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  const now = await row()
  assert.deepEqual([now.grade, now.next!.grade, now.next!.ready], ['junior', 'intermediate', false])
  const { rows } = await tenant.inside((tx) =>
    sql<{ facts: { classHours: number }; rule: string }>`
      select s.facts, r.key as rule from commissioner_pilot_steps s join rules r on r.id = s.rule_id where s.tenant_id = ${tx.tenantId}`.execute(
      tx,
    ),
  )
  assert.deepEqual([rows[0]!.facts.classHours, rows[0]!.rule], [16, 'commissioners.pilot_grades'])
})

/** An induction of 16 class hours that the person completed in 2020. */
async function trained(tx: Tx, personId: string): Promise<void> {
  const [plan, course, event, registration, by] = [newId(), newId(), newId(), newId(), newId()]
  const at = '2020-03-02T01:00:00Z'
  await sql`insert into training_plans (tenant_id, id, organisation_id, year, budget_fen, funder, document_no, created_by)
    values (${tx.tenantId}, ${plan}, ${tenant.federationId}, 2020, 1000000, 'district_finance', '甬北工〔2020〕1号', ${by})`.execute(
    tx,
  )
  await sql`insert into training_courses (tenant_id, id, plan_id, kind, title, class_hours, budget_fen, planned_month, created_by)
    values (${tx.tenantId}, ${course}, ${plan}, 'induction', '初任培训', 16, 1000, 3, ${by})`.execute(tx)
  await sql`insert into events (tenant_id, id, kind, organisation_id, host_kind, title, summary, venue, address, starts_at, ends_at, registration_opens_at,
      registration_closes_at, cancel_until, admission, capacity, seating, rounds, round_minutes, two_part, state, created_by, created_at)
    values (${tx.tenantId}, ${event}, 'training', ${tenant.federationId}, 'federation', '初任培训', '', '党校', '党校', ${at}, ${at}::timestamptz + interval '8 hours',
      ${at}::timestamptz - interval '9 days', ${at}::timestamptz - interval '3 days', ${at}::timestamptz - interval '3 days', 'first_come', 20, 'none', 0, 0,
      false, 'closed', ${by}, ${at}::timestamptz - interval '10 days')`.execute(tx)
  await sql`insert into training_sessions (tenant_id, event_id, course_id, class_hours) values (${tx.tenantId}, ${event}, ${course}, 16)`.execute(
    tx,
  )
  await sql`insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, badge_no, registered_at, changed_at)
    values (${tx.tenantId}, ${registration}, ${event}, ${personId}, ${tenant.north.unionId}, 'male', '35-39', false, 'admitted', 1, ${at}, ${at})`.execute(
    tx,
  )
  await sql`insert into check_ins (tenant_id, registration_id, event_id, door, method, checked_in_by, checked_in_at)
    values (${tx.tenantId}, ${registration}, ${event}, '门', 'badge', ${by}, ${at})`.execute(tx)
  await issueCertificates(tx, event)
}
