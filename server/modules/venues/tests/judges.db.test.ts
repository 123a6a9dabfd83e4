import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#contract/sessions.ts'
import { insertDeclaration } from '#server/modules/people/relatives/store.ts'
import { addDays, today as todayOf } from '#server/platform/clock.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, type TestAppointment } from '#server/test/makers.ts'
import { inspect, look, venueWorld } from './venue-world.ts'

const idOf = async (client: TestClient) => (await client.get<Me>('/me')).body.person.id
const since = '2020-01-01'

async function stage() {
  const world = await venueWorld()
  const today = await world.tenant.inside(todayOf)
  const other = await world.tenant.officer('street_officer', world.tenant.north.streetId)
  const near = async (relation: { of: TestClient; to: TestClient }) => {
    const [personId, relativeId] = [await idOf(relation.of), await idOf(relation.to)]
    await world.tenant.inside((tx) =>
      insertDeclaration(tx, { personId, relativeId, relation: 'spouse', recordedBy: null }),
    )
  }
  const serve = async (client: TestClient, appointment: TestAppointment) => {
    const personId = await idOf(client)
    await world.tenant.inside((tx) => makeAppointment(tx, personId, appointment))
  }
  return { ...world, today, other, near, serve }
}
type Stage = Awaited<ReturnType<typeof stage>>

interface Refused {
  error?: { code: string }
}

/** How inspecting, giving stars and taking them away end, by code or status, and what the page says before. */
async function triesOf(judge: TestClient, { venueId, today }: Stage): Promise<(string | number | null)[]> {
  const { can } = await look(judge, venueId)
  const stars = `/venues/${venueId}/stars`
  const answers = [
    await inspect(judge, venueId, { on: addDays(today, -1), until: addDays(today, 300) }),
    await judge.post<Refused>(stars, { stars: 3, document: '评定', expiresOn: addDays(today, 200) }),
    await judge.post<Refused>(`${stars}/withdrawal`, { reason: '评定有误' }),
  ]
  return [can.inspect, ...answers.map(({ status, body }) => (body as Refused).error?.code ?? status)]
}

const byRelative = ['near_relative', ...Array<string>(3).fill('venues.near_relative')]
const byOneself = ['own_venue', ...Array<string>(3).fill('venues.own_venue')]
const free = [null, 201, 201, 200]

test('nobody judges a venue where they or a declared near relative serve, whoever of the two declared it', async () => {
  for (const declares of ['judge', 'chair'] as const) {
    const at = await stage()
    await at.near(declares === 'judge' ? { of: at.street, to: at.chair } : { of: at.chair, to: at.street })
    assert.deepEqual(await triesOf(at.street, at), byRelative, declares)
    assert.deepEqual(await triesOf(at.other, at), free, 'control: a colleague near to nobody judges it')
  }
})

test('a judge with another post where the venue is kept is refused as if acting by it', async () => {
  const at = await stage()
  const organisationId = at.tenant.north.unionId
  await at.serve(at.street, { post: 'union_organiser', organisationId, startsOn: since, endsBefore: null })
  assert.deepEqual(await triesOf(at.street, at), byOneself)
})

test('a relative elsewhere, or whose post is over, and a declaration taken back stand in nobody’s way', async () => {
  const at = await stage()
  const elsewhere = await at.tenant.officer('union_chair', at.tenant.south.unionId)
  const past = { post: 'union_organiser', organisationId: at.tenant.north.unionId, startsOn: since }
  await at.serve(elsewhere, { ...past, endsBefore: '2021-01-01' })
  await at.near({ of: at.street, to: elsewhere })
  assert.deepEqual(await triesOf(at.street, at), free)
  await at.near({ of: at.other, to: at.chair })
  assert.deepEqual(await triesOf(at.other, at), byRelative)
  await at.tenant.inside((tx) =>
    tx
      .updateTable('declared_relatives')
      .set({ ended_at: new Date() })
      .where('tenant_id', '=', tx.tenantId)
      .execute(),
  )
  assert.deepEqual(await triesOf(at.other, at), free)
})
