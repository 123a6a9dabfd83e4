import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { OwnMatch } from '#contract/matchmaking-pairs.ts'
import { makeEvent } from '#server/modules/events/tests/make-event.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { closeSheets } from '../choices/commands/close-choices.ts'
import { handIn } from '../choices/sheets.ts'
import { findSocialEvent } from '../choices/store.ts'
import { joinEvening, makeEvening } from './make-evening.ts'
import { signedInSingle, type SignedInSingle } from './make-single.ts'

test('pairs in the database are those of a count by brute force, for random sheets', async (t) => {
  const seed = randomInt(2 ** 31)
  t.diagnostic(`seed ${seed}`)
  const tenant = await makeTenant()
  const side = 4
  const matrix = fc.array(fc.array(fc.boolean(), { minLength: side, maxLength: side }), {
    minLength: 2 * side,
    maxLength: 2 * side,
  })
  for (const chose of fc.sample(matrix, { numRuns: 4, seed })) {
    const evening = await makeEvening({ men: side, women: side, limit: side }, tenant)
    const guests = [...evening.men, ...evening.women]
    const said = (from: number, to: number) => chose[from]![to % side]!
    await tenant.inside(async (tx) => {
      for (const [at, guest] of guests.entries()) {
        const others = at < side ? evening.women : evening.men
        const place = { eventId: evening.eventId, registrationId: guest.registrationId }
        const marks = others.map((other, to) => ({
          badgeNo: other.badgeNo,
          yes: chose[at]![to]!,
          score: null,
          part: 1 as const,
        }))
        await handIn(tx, place, marks)
      }
      await closeSheets(tx, null, await findSocialEvent(tx, evening.eventId))
    })
    const expected = evening.men.flatMap((man, m) =>
      evening.women.flatMap((woman, w) =>
        said(m, side + w) && said(side + w, m) ? [[man.personId, woman.personId].toSorted().join(' ')] : [],
      ),
    )
    const { owner } = await testServer()
    const { rows } = await owner.query<{ pair: string }>(
      `select person_a || ' ' || person_b as pair from mutual_interests where event_id = $1`,
      [evening.eventId],
    )
    assert.deepEqual(rows.map((row) => row.pair).toSorted(), expected.toSorted())
  }
})

test('closed twice at once, choices are closed once, and every pair stands once', async () => {
  const evening = await makeEvening({ men: 0, women: 0 })
  const anna = await joinEvening(evening, 'female')
  const bo = await joinEvening(evening, 'male')
  const officer = await evening.tenant.officer('street_officer', evening.tenant.north.streetId)
  const path = `/me/events/${evening.eventId}/choices`
  await anna.client.request('PUT', path, { choices: [{ badgeNo: bo.guest.badgeNo, yes: true, score: null }] })
  await bo.client.request('PUT', path, { choices: [{ badgeNo: anna.guest.badgeNo, yes: true, score: null }] })
  const closings = await Promise.all(
    Array.from({ length: 6 }, () => officer.post<object>(`/events/${evening.eventId}/choice-closing`)),
  )
  for (const closing of closings) assert.deepEqual([closing.status, closing.body], [200, closings[0]!.body])
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select (select count(*) from mutual_interests where event_id = $1)::int as pairs,
      (select count(*) from follow_ups f join mutual_interests i on i.tenant_id = f.tenant_id and i.id = f.interest_id where i.event_id = $1)::int as asked`,
    [evening.eventId],
  )
  assert.deepEqual(rows, [{ pairs: 1, asked: 3 }])
})

test('a sheet that comes in during the closing is in, or refused; never half', async () => {
  const evening = await makeEvening({ men: 0, women: 0 })
  const guests = []
  for (let count = 0; count < 4; count += 1) guests.push(await joinEvening(evening, 'female'))
  const officer = await evening.tenant.officer('street_officer', evening.tenant.north.streetId)
  const answers = await Promise.all([
    ...guests.map((one) =>
      one.client.request<object>('PUT', `/me/events/${evening.eventId}/choices`, { choices: [] }),
    ),
    officer.post<{ sheets: number }>(`/events/${evening.eventId}/choice-closing`),
  ])
  const taken = answers.slice(0, 4).filter((answer) => answer.status === 200).length
  for (const answer of answers.slice(0, 4))
    assert.ok(answer.status === 200 || answer.body.error.code === 'matchmaking.choices_closed')
  const { owner } = await testServer()
  const { rows } = await owner.query<{ sheets: number; there: number }>(
    `select sheets, (select count(*) from choice_sheets where event_id = $1)::int as there from choice_closings where event_id = $1`,
    [evening.eventId],
  )
  assert.deepEqual(rows, [{ sheets: taken, there: taken }], 'what was acknowledged was counted')
})

test('confirmed by both at once, it is one couple', async () => {
  const tenant = await makeTenant()
  const [anna, bo] = [
    await signedInSingle(tenant, { sex: 'female' }),
    await signedInSingle(tenant, { sex: 'male' }),
  ]
  const interest = await meet(tenant, anna, bo)
  const answers = await Promise.all([anna, bo].map((one) => confirm(one, interest)))
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 200],
  )
  assert.ok(answers.some((answer) => answer.body.couple === 'couple'))
  assert.equal(await openCouples(tenant.id), 1)
})

test('of three who race for one person, one becomes the couple; without the row that is unique, two do', async () => {
  const tenant = await makeTenant()
  assert.equal(await raceForAnna(tenant), 1)
  const { owner } = await testServer()
  await owner.query('alter table open_couples drop constraint open_couples_pkey')
  assert.ok((await raceForAnna(tenant)) > 1, 'the control: nothing else stands in the way')
})

// Both of her couples are confirmed but for her own word, which she gives to both at one moment: the table is held until both wait at it.
async function raceForAnna(tenant: Tenant): Promise<number> {
  const anna = await signedInSingle(tenant, { sex: 'female' })
  const men = [await signedInSingle(tenant, { sex: 'male' }), await signedInSingle(tenant, { sex: 'male' })]
  const interests: string[] = []
  for (const man of men) {
    interests.push(await meet(tenant, anna, man))
    await confirm(man, interests.at(-1)!)
  }
  const { owner } = await testServer()
  const gate = await owner.connect()
  await gate.query('begin; lock table open_couples in share mode')
  const both = Promise.all(interests.map((interest) => confirm(anna, interest)))
  await waitingAtGate(gate, interests.length)
  await gate.query('commit')
  gate.release()
  const answers = await both
  for (const answer of answers)
    assert.ok(
      answer.status === 200 || answer.body.error.code === 'matchmaking.couple_changed',
      String(answer.status),
    )
  const { rows } = await owner.query<{ n: number }>(
    'select count(*)::int as n from open_couples where person_id = $1',
    [anna.personId],
  )
  return rows[0]!.n
}

async function waitingAtGate(
  gate: { query: (text: string) => Promise<{ rows: { n: number }[] }> },
  expected: number,
): Promise<void> {
  for (;;) {
    const { rows } = await gate.query(
      `select count(*)::int as n from pg_locks where relation = 'open_couples'::regclass and not granted`,
    )
    if (rows[0]!.n >= expected) return
  }
}

type Tenant = Awaited<ReturnType<typeof makeTenant>>

const confirm = ({ client }: SignedInSingle, interestId: string) =>
  client.post<OwnMatch>(`/me/matches/${interestId}/couple`)

async function meet(tenant: Tenant, one: SignedInSingle, other: SignedInSingle): Promise<string> {
  const id = randomUUID()
  const [a, b] = [one.personId, other.personId].toSorted()
  await tenant.inside(async (tx) => {
    const eventId = await makeEvent(tx, { organisationId: tenant.north.streetId })
    await sql`insert into mutual_interests (tenant_id, id, person_a, person_b, event_id, organisation_id)
      values (${tx.tenantId}, ${id}, ${a}, ${b}, ${eventId}, ${tenant.north.streetId})`.execute(tx)
  })
  return id
}

async function openCouples(tenantId: string): Promise<number> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ n: number }>(
    'select count(distinct couple_id)::int as n from open_couples where tenant_id = $1',
    [tenantId],
  )
  return rows[0]!.n
}
