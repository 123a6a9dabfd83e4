import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BenefitRow, CeilingUse } from '#contract/funds-ceilings.ts'
import type { Me } from '#contract/sessions.ts'
import { insertDeclaration } from '#server/modules/people/relatives/store.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makePerson, makeTenant } from '#server/test/makers.ts'

interface Answer {
  benefitId: string
  state: string
  error: { code: string; params: object }
}

async function makeOffice() {
  const tenant = await makeTenant()
  const personId = await tenant.inside(async (tx) => {
    const person = await makePerson(tx, { name: '林测试' })
    const { unionId: organisationId } = tenant.north
    await makeAppointment(tx, person, {
      post: 'union_organiser',
      organisationId,
      startsOn: '2020-01-01',
      endsBefore: null,
    })
    return person
  })
  const at = (post: string) => tenant.officer(post, tenant.federationId)
  return { tenant, personId, clerk: await at('federation_officer'), other: await at('federation_officer') }
}
type Office = Awaited<ReturnType<typeof makeOffice>>

const give = ({ clerk, personId }: Office, more: object = {}) =>
  clerk.post<Answer>('/benefits', {
    personId,
    category: 'holiday_gift',
    occasion: 'mid_autumn',
    givenOn: '2025-10-06',
    amountFen: 150_000,
    ...more,
  })

const decide = (client: TestClient, benefitId: string, outcome = 'allowed') =>
  client.post<Answer>(`/benefits/${benefitId}/decision`, { outcome, reason: '防汛一线，主席办公会同意' })

const list = async (client: TestClient, query = '') =>
  (await client.get<{ items: BenefitRow[] }>(`/benefits?${query}`)).body.items

test('exactly at the ceiling of the year passes, a fen above is refused, and the next year begins anew', async () => {
  const office = await makeOffice()
  assert.equal((await give(office, { amountFen: 150_001 })).body.error.code, 'ceilings.above')
  assert.deepEqual((await give(office)).body.state, 'given')
  const fen = { amountFen: 1, occasion: 'spring_festival', givenOn: '2025-01-27' }
  assert.equal((await give(office, fen)).body.error.code, 'ceilings.above')
  assert.equal((await give(office, { ...fen, givenOn: '2026-02-15' })).status, 201)
})

test('only listed categories and statutory holidays; Qixi is none, and other wants a note', async () => {
  const office = await makeOffice()
  const codeOf = async (more: object) => (await give(office, { amountFen: 1, ...more })).body.error.code
  assert.equal(await codeOf({ occasion: 'qixi' }), 'ceilings.not_a_holiday')
  assert.equal(await codeOf({ category: 'other' }), 'ceilings.other_needs_note')
  assert.equal((await give(office, { category: 'banquet' })).status, 400)
  assert.equal((await give(office, { category: 'other', note: '高温慰问' })).status, 201)
  assert.equal((await give(office, { givenOn: '2099-10-06' })).status, 400)
})

test('above a ceiling it waits with a reason until a second person decides, and the audit committee sees all of it', async () => {
  const office = await makeOffice()
  const { body } = await give(office, { amountFen: 150_001, overrideReason: '防汛一线额外慰问' })
  assert.equal(body.state, 'waiting')
  assert.equal((await decide(office.clerk, body.benefitId)).body.error.code, 'ceilings.same_hand')
  const auditor = await office.tenant.officer('audit_committee_member', office.tenant.federationId)
  assert.equal((await decide(auditor, body.benefitId)).status, 403)
  assert.equal((await list(auditor, 'state=waiting'))[0]!.override!.excessFen, 1)
  assert.equal((await decide(office.other, body.benefitId)).status, 200)
  assert.equal((await decide(office.other, body.benefitId)).status, 409)
  const [seen] = await list(auditor, 'state=allowed')
  assert.equal(seen!.override!.reason, '防汛一线额外慰问')
  assert.equal(seen!.override!.decisionReason, '防汛一线，主席办公会同意')
  assert.ok(seen!.override!.decidedBy !== null && seen!.override!.decidedAt !== null)
})

test('what waits counts towards the ceiling, what was refused does not', async () => {
  const office = await makeOffice()
  const { body } = await give(office, { amountFen: 150_001, overrideReason: '防汛一线额外慰问' })
  assert.equal((await give(office)).body.error.code, 'ceilings.above')
  await decide(office.other, body.benefitId, 'refused')
  assert.equal((await give(office)).status, 201)
})

test('two officers give one person the rest of the year at once: one of them is refused', async () => {
  const office = await makeOffice()
  const both = await Promise.all([give(office), give({ ...office, clerk: office.other })])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 422])
})

test('nobody gives to themselves or a near relative, nor allows it', async () => {
  const office = await makeOffice()
  const personOf = async (client: TestClient) => (await client.get<Me>('/me')).body.person.id
  const own = await personOf(office.clerk)
  assert.equal((await give({ ...office, personId: own })).body.error.code, 'ceilings.own_benefit')
  const relativeId = await personOf(office.other)
  await office.tenant.inside((tx) =>
    insertDeclaration(tx, { personId: office.personId, relativeId, relation: 'spouse', recordedBy: null }),
  )
  const { body } = await give(office, { amountFen: 150_001, overrideReason: '防汛一线额外慰问' })
  assert.equal((await decide(office.other, body.benefitId)).body.error.code, 'ceilings.own_benefit')
})

test('a chair gives benefits to members of the union and sees how much of the ceiling is used', async () => {
  const office = await makeOffice()
  const chair = await office.tenant.officer('union_chair', office.tenant.north.unionId)
  assert.equal((await give({ ...office, clerk: chair }, { amountFen: 50_000 })).status, 201)
  const room = await chair.get<{ ceilings: CeilingUse[] }>(
    `/members/${office.personId}/benefit-room?category=holiday_gift&occasion=qingming&givenOn=2025-10-06`,
  )
  assert.deepEqual(room.body.ceilings, [
    { category: 'holiday_gift', per: 'year', limitFen: 150_000, usedFen: 50_000 },
  ])
  assert.equal((await list(chair))[0]!.yearFen, 50_000)
  const south = await office.tenant.officer('union_chair', office.tenant.south.unionId)
  assert.equal((await give({ ...office, clerk: south })).status, 404)
})

test('benefits of another street are neither seen nor given', async () => {
  const office = await makeOffice()
  await give(office)
  const south = await office.tenant.officer('street_officer', office.tenant.south.streetId)
  assert.deepEqual(await list(south), [])
  assert.equal((await give({ ...office, clerk: south })).status, 404)
})
