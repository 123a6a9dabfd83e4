import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnChoices } from '#contract/matchmaking-choices.ts'
import { testServer } from '#server/test/server.ts'
import { handIn } from '../choices/sheets.ts'
import { socialKind } from '../social-kind.ts'
import { joinEvening, makeEvening, type Evening, type Guest } from './make-evening.ts'

/** Two men and two women who all sat together, two tables a round; `says` are those each said yes to, by badge. */
async function evening(says: Readonly<Record<number, number>>): Promise<Evening> {
  const made = await makeEvening({ men: 2, women: 2, twoPart: true })
  const [one, two] = made.men as [Guest, Guest]
  const [three, four] = made.women as [Guest, Guest]
  await sitTogether(made, 1, [
    [one, three],
    [two, four],
  ])
  await sitTogether(made, 2, [
    [one, four],
    [two, three],
  ])
  await made.tenant.inside(async (tx) => {
    for (const guest of [one, two, three, four])
      await handIn(tx, { eventId: made.eventId, registrationId: guest.registrationId }, [
        { badgeNo: says[guest.badgeNo]!, yes: true, score: null, part: 1 },
      ])
  })
  return made
}

async function sitTogether(
  { tenant, eventId }: Evening,
  round: number,
  tables: readonly (readonly Guest[])[],
): Promise<void> {
  const { owner } = await testServer()
  await owner.query(
    `insert into seating_rounds (tenant_id, event_id, round_no, part, released_at) values ($1, $2, $3, 1, now())`,
    [tenant.id, eventId, round],
  )
  for (const [table, guests] of tables.entries())
    for (const [seat, guest] of guests.entries())
      await owner.query(
        `insert into seatings (tenant_id, event_id, round_no, registration_id, table_no, seat) values ($1, $2, $3, $4, $5, $6)`,
        [tenant.id, eventId, round, guest.registrationId, table + 1, seat + 1],
      )
}

const levelsOf = async ({ tenant, eventId, men, women }: Evening) => {
  const levels = await tenant.inside((tx) => socialKind.levels(tx, eventId))
  return [...men, ...women].map((guest) => levels.get(guest.registrationId))
}

test('who chose whom is not in the levels: other choices that leave everybody as often chosen give the same', async () => {
  const one = await levelsOf(await evening({ 1: 3, 2: 4, 3: 2, 4: 1 }))
  const other = await levelsOf(await evening({ 1: 4, 2: 3, 3: 1, 4: 2 }))
  assert.deepEqual(one, other)
  assert.equal(one.length, 4)
  for (const levels of one) {
    assert.ok(
      levels !== undefined && levels.says >= 1 && levels.says <= 5 && levels.liked >= 1 && levels.liked <= 5,
    )
    assert.equal(levels.scores, null)
  }
})

test('whoever is chosen by all stands above whoever is chosen by none', async () => {
  const [, , three, four] = await levelsOf(await evening({ 1: 3, 2: 3, 3: 1, 4: 2 }))
  assert.ok(three!.liked > four!.liked)
})

test('once the second part is planned, what the first part said stands, and more can be added', async () => {
  const made = await makeEvening({ men: 0, women: 2, twoPart: true })
  const { client } = await joinEvening(made, 'male')
  const [anna, bea] = made.women as [Guest, Guest]
  const path = `/me/events/${made.eventId}/choices`
  const put = (choices: object[]) => client.request('PUT', path, { choices })
  const marked = async () =>
    (await client.get<OwnChoices>(path)).body.people.map((each) => [each.badgeNo, each.yes, each.fixed])
  await put([{ badgeNo: anna.badgeNo, yes: true, score: null }])
  const before = await levelsOf(made)
  const { owner } = await testServer()
  await owner.query(
    `insert into seating_rounds (tenant_id, event_id, round_no, part) values ($1, $2, 9, 2)`,
    [made.tenant.id, made.eventId],
  )
  await put([{ badgeNo: bea.badgeNo, yes: true, score: null }])
  assert.deepEqual(await marked(), [
    [anna.badgeNo, true, true],
    [bea.badgeNo, true, false],
  ])
  await put([])
  assert.deepEqual(await marked(), [
    [anna.badgeNo, true, true],
    [bea.badgeNo, false, false],
  ])
  assert.deepEqual(await levelsOf(made), before, 'the second part changes no level')
})
