import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { MatchmakingFunnel } from '#contract/matchmaking-figures.ts'
import type { Me } from '#contract/sessions.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { makeEvening, type Evening, type Guest } from './make-evening.ts'

let tenant: TestTenant

// Counted by hand. First evening: 4 men and 4 women came, 2 more were admitted and stayed away, 1 cancelled; 7 sheets; man 1 and woman 1 (couple,
// married), man 1 and woman 2 (contacts given by both), man 2 and woman 3 (one contact given by one side). Second evening: 3 men and 2 women, other
// people, 4 sheets, no pair. A third one is not closed and does not count.
before(async () => {
  tenant = await makeTenant()
  const [first, second] = [
    await makeEvening({ men: 4, women: 4 }, tenant),
    await makeEvening({ men: 3, women: 2 }, tenant),
  ]
  const open = await makeEvening({ men: 1, women: 1 }, tenant)
  await stayAway(first, ['admitted', 'admitted', 'cancelled'])
  await close(first, 7)
  await close(second, 4)
  const [man, other] = first.men as [Guest, Guest]
  const [one, two, three] = first.women as [Guest, Guest, Guest]
  await mutual(first, [man, one], { givers: [man, one], couple: 'married' })
  await mutual(first, [man, two], { givers: [man, two] })
  await mutual(first, [other, three], { givers: [other] })
  await mutual(open, [open.men[0]!, open.women[0]!], { givers: [] })
})

test('every step of the funnel is what one counts by hand', async () => {
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const funnel = await ask(officer)
  assert.deepEqual(
    funnel.steps.map(({ step, count }) => [step, count]),
    [
      ['registered', 16],
      ['admitted', 15],
      ['attended', 13],
      ['sheets', 11],
      ['mutual', 5],
      ['released', 3],
      ['couple', 2],
      ['married', 2],
    ],
  )
  assert.deepEqual([funnel.participants, funnel.withoutMutual], [13, 8])
  const share = (step: string) => funnel.steps.find((each) => each.step === step)!
  assert.equal(share('mutual').ofAttended!.value, 5 / 13)
  assert.equal(share('couple').ofBefore!.value, 2 / 3)
})

test('whoever sees counts only is told no count below five, the others rounded down, and only shares of those', async () => {
  const auditor = await tenant.officer('audit_committee_member', tenant.federationId)
  const { steps, participants, withoutMutual } = await ask(auditor)
  assert.deepEqual(
    steps.map(({ count }) => count),
    [15, 15, 10, 10, 5, null, null, null],
  )
  assert.deepEqual([participants, withoutMutual], [10, 5])
  assert.equal(steps[4]!.ofAttended!.value, 0.5)
  assert.deepEqual(
    steps.slice(5).map((step) => [step.ofBefore, step.ofAttended]),
    [
      [null, null],
      [null, null],
      [null, null],
    ],
  )
  assert.equal(
    (await auditor.get('/matchmaking/funnel?from=2026-02-01')).body.error.code,
    'measures.years_only',
  )
})

test('a street that held nothing has an empty funnel, and the street beside it is not there', async () => {
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.ok((await ask(south)).steps.every(({ count }) => count === 0))
  const north = tenant.north.streetId
  assert.equal((await south.get(`/matchmaking/funnel?organisationId=${north}`)).status, 404)
})

async function ask(client: Awaited<ReturnType<TestTenant['officer']>>): Promise<MatchmakingFunnel> {
  const { body: me } = await client.get<Me>('/me')
  const path = `/matchmaking/funnel?organisationId=${me.actingAs!.organisationId}`
  return (await client.get<MatchmakingFunnel>(path)).body
}

async function close({ eventId }: Evening, sheets: number): Promise<void> {
  await tenant.inside(async (tx) => {
    await sql`update events set state = 'closed' where tenant_id = ${tx.tenantId} and id = ${eventId}`.execute(
      tx,
    )
    await sql`insert into event_steps (tenant_id, id, event_id, step) values (${tx.tenantId}, ${newId()}, ${eventId}, 'closed')`.execute(
      tx,
    )
    await sql`insert into choice_closings (tenant_id, event_id, sheets, pairs) values (${tx.tenantId}, ${eventId}, ${sheets}, 0)`.execute(
      tx,
    )
  })
}

async function stayAway({ eventId, men }: Evening, states: readonly string[]): Promise<void> {
  const strangers = await makeEvening({ men: states.length, women: 0 }, tenant)
  await tenant.inside(async (tx) => {
    for (const [at, state] of states.entries())
      await sql`insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state)
        select tenant_id, ${newId()}, ${eventId}, ${strangers.men[at]!.personId}, union_id, sex, age_band, true, ${state}
        from registrations where tenant_id = ${tx.tenantId} and id = ${men[0]!.registrationId}`.execute(tx)
  })
}

interface After {
  givers: readonly Guest[]
  couple?: 'married'
}

async function mutual({ eventId }: Evening, pair: readonly Guest[], after: After): Promise<void> {
  const [a, b] = pair.map(({ personId }) => personId).sort()
  const [interestId, at] = [randomUUID(), tenant.north.streetId]
  await tenant.inside(async (tx) => {
    await sql`insert into mutual_interests (tenant_id, id, person_a, person_b, event_id, organisation_id)
      values (${tx.tenantId}, ${interestId}, ${a}, ${b}, ${eventId}, ${at})`.execute(tx)
    for (const { personId } of after.givers)
      for (const field of ['name', 'wechat'])
        await sql`insert into contact_releases (tenant_id, id, interest_id, person_id, field, value_cipher)
          values (${tx.tenantId}, ${newId()}, ${interestId}, ${personId}, ${field}, '\\x00')`.execute(tx)
    if (after.couple === undefined) return
    await sql`insert into couples (tenant_id, id, person_a, person_b, organisation_id, interest_id, a_confirmed_at, b_confirmed_at, confirmed_at)
      values (${tx.tenantId}, ${newId()}, ${a}, ${b}, ${at}, ${interestId}, now(), now(), now())`.execute(tx)
    await sql`insert into pair_outcomes (tenant_id, id, person_a, person_b, outcome, happened_on, organisation_id)
      values (${tx.tenantId}, ${newId()}, ${a}, ${b}, 'married', app_today(), ${at})`.execute(tx)
  })
}
