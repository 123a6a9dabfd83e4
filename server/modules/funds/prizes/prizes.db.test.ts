import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Budget } from '#contract/funds.ts'
import type { PrizeListRow } from '#contract/funds-prizes.ts'
import type { Me } from '#contract/sessions.ts'
import { insertDeclaration } from '#server/modules/people/relatives/store.ts'
import { makeAppointment, makePerson, makeTenant } from '#server/test/makers.ts'
import { makeBudget } from '../tests/make-budget.ts'

interface Answer {
  prizeListId: string
  totalFen: number
  error: { code: string; params: Record<string, unknown> }
}

async function makeOffice() {
  const tenant = await makeTenant()
  const { budgetId, stipendId, people } = await tenant.inside(async (tx) => {
    const person = async () => {
      const id = await makePerson(tx, { name: '林测试' })
      const organisationId = tenant.north.unionId
      const post = { post: 'union_organiser', organisationId, startsOn: '2020-01-01', endsBefore: null }
      await makeAppointment(tx, id, post)
      return id
    }
    const budget = { organisationId: tenant.federationId, amountFen: 1_000_000 }
    return {
      budgetId: (await makeBudget(tx, { ...budget, purpose: 'award' })).budgetId,
      stipendId: (await makeBudget(tx, budget)).budgetId,
      people: [await person(), await person(), await person()],
    }
  })
  return {
    tenant,
    budgetId,
    stipendId,
    people,
    clerk: await tenant.officer('federation_officer', tenant.federationId),
  }
}
type Office = Awaited<ReturnType<typeof makeOffice>>

const give = ({ clerk, budgetId, people }: Office, more: object = {}) =>
  clerk.post<Answer>('/prize-lists', {
    budgetId,
    contest: '职工羽毛球赛',
    heldOn: '2026-05-04',
    contestants: 3,
    taxCategory: 'incidental',
    winners: people.slice(0, 2).map((personId) => ({ personId, amountFen: 50_000 })),
    ...more,
  })

test('two of three contestants may win, three may not; the rule is named', async () => {
  const office = await makeOffice()
  const all = office.people.map((personId) => ({ personId, amountFen: 50_000 }))
  const refused = await give(office, { winners: all })
  assert.equal(refused.body.error.code, 'prizes.too_many_winners')
  assert.equal(refused.body.error.params['most'], 2)
  assert.ok(String(refused.body.error.params['rule']).includes('D8'))
  assert.equal((await give(office)).body.totalFen, 100_000)
  const { body } = await office.clerk.get<Budget>(`/budgets/${office.budgetId}`)
  assert.deepEqual([body.availableFen, body.committedFen], [900_000, 100_000])
  const lists = await office.clerk.get<{ items: PrizeListRow[] }>('/prize-lists?year=2026')
  assert.deepEqual([lists.body.items[0]!.winners, lists.body.items[0]!.paidFen], [2, 0])
})

test('the same contest is given once, also when two officers do it at once', async () => {
  const office = await makeOffice()
  const other = await office.tenant.officer('federation_officer', office.tenant.federationId)
  const both = await Promise.all([give(office), give({ ...office, clerk: other })])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409])
})

test('a winner named twice, a budget for something else, a day to come and another reach are refused', async () => {
  const office = await makeOffice()
  const [first] = office.people
  const twice = [first, first].map((personId) => ({ personId, amountFen: 1 }))
  assert.equal((await give(office, { winners: twice })).body.error.code, 'prizes.winner_twice')
  assert.equal((await give(office, { budgetId: office.stipendId })).status, 400)
  assert.equal((await give(office, { heldOn: '2099-01-01' })).status, 400)
  const street = await office.tenant.officer('street_officer', office.tenant.north.streetId)
  assert.equal((await give({ ...office, clerk: street })).status, 403)
  assert.equal(
    (await give(office, { winners: [{ personId: first, amountFen: 1_000_001 }] })).body.error.code,
    'funds.overdrawn',
  )
})

test('nobody gives a prize to themselves or a near relative', async () => {
  const office = await makeOffice()
  const me = (await office.clerk.get<Me>('/me')).body.person.id
  const relativeId = office.people[0]!
  const won = async (personId: string) => give(office, { winners: [{ personId, amountFen: 1 }] })
  assert.equal((await won(me)).body.error.code, 'prizes.own_prize')
  await office.tenant.inside((tx) =>
    insertDeclaration(tx, { personId: me, relativeId, relation: 'sibling', recordedBy: null }),
  )
  assert.equal((await won(relativeId)).body.error.code, 'prizes.own_prize')
  assert.equal((await won(office.people[1]!)).status, 201)
})
