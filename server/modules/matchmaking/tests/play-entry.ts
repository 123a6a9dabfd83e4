import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ShownCard } from '#contract/matchmaking-entry.ts'
import { sealText } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { keyOf } from '../entry/self.ts'
import { shownCards } from '../entry/shown-cards.ts'
import { endHidingsOf, hideProfilesOf } from '../entry/store.ts'
import { becomeMutual, introduce, meetAtEvent } from './make-pair.ts'
import { makeSingle, signedInSingle } from './make-single.ts'

/** What stands between two people, kept apart from the product: how far they have come, and what hides one of them. */
interface Model {
  /** By pair: the highest stage anything gave them. */
  reached: Map<string, number>
  /** By giver and receiver: fields released now. */
  released: Map<string, string>
  blocks: Set<string>
  out: Set<string>
}

const pairOf = (a: string, b: string) => [a, b].sort().join(' ')
const steps = [
  'meet',
  'introduce',
  'mutual',
  'release',
  'revoke',
  'block',
  'unblock',
  'pause',
  'resume',
  'exclude',
  'lift',
] as const
const stageOf = { event: 1, introduced: 2, mutual: 3, released: 3 } as const

/**
 * Plays random sequences of what can happen between six people and looks after every step with the eyes of one of them: nobody ever receives a
 * field above the stage the two have reached, nor anything across a block or of somebody who is out. Throws where it does not hold.
 */
export async function playSequences(extent: {
  count: number
  seed: number
}): Promise<{ looks: number; shown: number }> {
  const random = randomOf(extent.seed)
  const tenant = await makeTenant()
  let [looks, shown] = [0, 0]
  await tenant.inside(async (tx) => {
    const people: string[] = []
    for (let at = 0; at < 6; at += 1)
      people.push(
        await makeSingle(tx, tenant, {
          sex: at % 2 === 0 ? 'male' : 'female',
          birthDate: '1994-02-03',
          profile: { hideFromUnit: false },
        }),
      )
    for (let played = 0; played < extent.count; played += 1) {
      await sql`savepoint before`.execute(tx)
      const model: Model = { reached: new Map(), released: new Map(), blocks: new Set(), out: new Set() }
      for (let at = 0; at < 8; at += 1) {
        const [a, b] = twoOf(people, random)
        await take({ tx, tenant, model }, steps[Math.floor(random() * steps.length)]!, [a, b])
        const viewer = random() < 0.7 ? a : people[Math.floor(random() * people.length)]!
        const cards = await shownCards(tx, viewer, people)
        looks += 1
        shown += cards.size
        for (const [other, card] of cards) mustFit(model, [viewer, other], card)
      }
      await sql`rollback to savepoint before`.execute(tx)
      // Kept open, ten thousand of them would stand within each other.
      await sql`release savepoint before`.execute(tx)
    }
  })
  return { looks, shown }
}

function mustFit(model: Model, [viewer, other]: [string, string], card: ShownCard): void {
  const reached = model.reached.get(pairOf(viewer, other)) ?? 0
  assert.ok(stageOf[card.stage] <= reached, `${card.stage} shown at ${reached}`)
  assert.ok(
    !model.blocks.has(`${viewer} ${other}`) && !model.blocks.has(`${other} ${viewer}`),
    'shown across a block',
  )
  if (model.out.has(viewer) || model.out.has(other))
    assert.deepEqual(
      [card.nickname, card.card, card.firstName, card.contacts],
      [null, null, null, []],
      'shown though out',
    )
  if (reached < 2) assert.equal(card.card, null)
  if (reached < 3) assert.deepEqual([card.firstName, card.photo, card.contacts], [null, false, []])
  const allowed = model.released.get(`${other} ${viewer}`)
  assert.deepEqual(
    card.contacts.map((each) => each.value).filter((value) => value !== allowed),
    [],
  )
}

async function take(
  at: { tx: Tx; tenant: TestTenant; model: Model },
  step: (typeof steps)[number],
  [a, b]: [string, string],
): Promise<void> {
  const { tx, tenant, model } = at
  const raise = (to: number) =>
    model.reached.set(pairOf(a, b), Math.max(to, model.reached.get(pairOf(a, b)) ?? 0))
  switch (step) {
    case 'meet':
      await meetAtEvent(tx, tenant, [a, b])
      return void raise(1)
    case 'introduce':
      await introduce(tx, tenant, [a, b])
      return void raise(2)
    case 'mutual':
      if (model.reached.get(pairOf(a, b)) === 3) return
      await becomeMutual(tx, tenant, [a, b])
      return void raise(3)
    case 'release':
      return release(at, [a, b])
    case 'revoke':
      await sql`update contact_releases set revoked_at = now() where tenant_id = ${tx.tenantId} and person_id = ${a}`.execute(
        tx,
      )
      for (const key of [...model.released.keys()]) if (key.startsWith(a)) model.released.delete(key)
      return
    case 'block':
      await sql`insert into blocks (tenant_id, id, person_id, blocked_person_id) values (${tx.tenantId}, ${randomUUID()}, ${a}, ${b}) on conflict do nothing`.execute(
        tx,
      )
      return void model.blocks.add(`${a} ${b}`)
    case 'unblock':
      await sql`update blocks set ended_at = now() where tenant_id = ${tx.tenantId} and person_id = ${a} and blocked_person_id = ${b}`.execute(
        tx,
      )
      return void model.blocks.delete(`${a} ${b}`)
    case 'pause':
      await hideProfilesOf(tx, [b], 'own_wish')
      return
    case 'resume':
      return endHidingsOf(tx, [b], 'own_wish')
    case 'exclude':
      await sql`insert into exclusions (tenant_id, id, person_id, reason) values (${tx.tenantId}, ${randomUUID()}, ${b}, 'confirmed_reports') on conflict do nothing`.execute(
        tx,
      )
      return void model.out.add(b)
    case 'lift':
      await sql`update exclusions set ended_at = now() where tenant_id = ${tx.tenantId} and person_id = ${b}`.execute(
        tx,
      )
      return void model.out.delete(b)
  }
}

async function release({ tx, model }: { tx: Tx; model: Model }, [a, b]: [string, string]): Promise<void> {
  const [first, second] = [a, b].sort()
  const { rows } = await sql<{
    id: string
  }>`select id from mutual_interests where tenant_id = ${tx.tenantId} and person_a = ${first} and person_b = ${second}`.execute(
    tx,
  )
  if (rows[0] === undefined) return
  const value = model.released.get(`${a} ${b}`) ?? `way-of-${a.slice(-6)}-to-${b.slice(-6)}`
  await sql`insert into contact_releases (tenant_id, id, interest_id, person_id, field, value_cipher) values (${tx.tenantId}, ${randomUUID()}, ${rows[0].id},
    ${a}, 'wechat', ${sealText(await keyOf(tx, a), value)}) on conflict do nothing`.execute(tx)
  model.released.set(`${a} ${b}`, value)
}

/**
 * A signed-in robot that tries ids and numbers at every door of a worker's matchmaking: what it gets to read are the profiles of the two it has a
 * mutual interest with and nobody else's, and every "not there" is the same answer.
 */
export async function sendRobot(extent: {
  count: number
  seed: number
}): Promise<{ profiles: number; answers: number }> {
  const random = randomOf(extent.seed)
  const tenant = await makeTenant()
  const robot = await signedInSingle(tenant, { sex: 'male', birthDate: '1991-01-01' })
  const ids = await tenant.inside((tx) => crowd(tx, tenant, robot.personId))
  const nicknames = new Set<string>()
  const refusals = new Set<string>()
  for (let at = 0; at < extent.count; at += 1) {
    const { method, path, body } = doors[Math.floor(random() * doors.length)]!(anyOf(ids, random), random)
    const answer = await robot.client.request<object>(method, path, body)
    const text = JSON.stringify(answer.body)
    for (const [name] of text.matchAll(/目标\d+/g)) nicknames.add(name)
    if (answer.status === 404) refusals.add(text.replace(/"requestId":"[^"]*"/, ''))
  }
  assert.equal(nicknames.size, 2, 'the two it has to do with, or the robot would be blind')
  assert.ok(refusals.size <= 1, [...refusals].join(' '))
  return { profiles: nicknames.size, answers: refusals.size }
}

type Door = (id: string, random: () => number) => { method: string; path: string; body?: object }
const own = '/me/matchmaking'
const text = '测试举报的内容'
const doors: readonly Door[] = [
  () => ({ method: 'GET', path: own }),
  () => ({ method: 'GET', path: '/me/matches' }),
  () => ({ method: 'GET', path: '/me/introductions' }),
  () => ({ method: 'GET', path: '/me/suggestions' }),
  (id) => ({ method: 'GET', path: `${own}/interests/${id}/photo` }),
  (id) => ({ method: 'DELETE', path: `${own}/blocks/${id}` }),
  (id, random) => ({
    method: 'POST',
    path: `${own}/reports`,
    body: { about: { eventId: id, badgeNo: 1 + Math.floor(random() * 40) }, kind: 'other', text },
  }),
  (id) => ({
    method: 'POST',
    path: `${own}/reports`,
    body: { about: { interestId: id }, kind: 'other', text },
  }),
  (id) => ({ method: 'POST', path: `${own}/blocks`, body: { about: { introductionId: id } } }),
]

/** Eighteen people who meet and are introduced among themselves, and two more who said yes to the robot as it did to them; the ids of all but what those two share with it. */
async function crowd(tx: Tx, tenant: TestTenant, robotId: string): Promise<string[]> {
  const ids: string[] = []
  const people: string[] = []
  for (let at = 0; at < 20; at += 1)
    people.push(await makeSingle(tx, tenant, { profile: { nickname: `目标${at}`, hideFromUnit: false } }))
  for (let at = 2; at + 1 < people.length; at += 2) {
    ids.push(await introduce(tx, tenant, [people[at]!, people[at + 1]!]))
    ids.push(await becomeMutual(tx, tenant, [people[at]!, people[at + 1]!]))
  }
  ids.push(await meetAtEvent(tx, tenant, people.slice(2)))
  for (const known of people.slice(0, 2)) await becomeMutual(tx, tenant, [robotId, known])
  return [...ids, ...people, robotId]
}

function anyOf(ids: readonly string[], random: () => number): string {
  return random() < 0.2 ? randomUUID() : ids[Math.floor(random() * ids.length)]!
}

function twoOf(people: readonly string[], random: () => number): [string, string] {
  const first = Math.floor(random() * people.length)
  const second = (first + 1 + Math.floor(random() * (people.length - 1))) % people.length
  return [people[first]!, people[second]!]
}

/** Numbers from 0 to 1 that a seed makes again (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
