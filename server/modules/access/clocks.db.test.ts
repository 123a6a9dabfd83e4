import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import {
  makeAppointment,
  makeDelegation,
  makePerson,
  makeTenant,
  type TestTenant,
} from '#server/test/makers.ts'
import { appointmentsOf, loadActor, may } from './index.ts'

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
interface Span {
  from: number
  until: number
}
const span = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }))
  .map(([from, days]): Span => ({ from, until: from + days }))
const holds = ({ from, until }: Span, n: number) => from <= n && n < until
const dates = ({ from, until }: Span) => ({ startsOn: day(from), endsBefore: day(until) })

test('on every day a delegation holds exactly while giver, receiver and delegation hold and nobody took it back', async (t) => {
  const tenant = await makeTenant()
  const property = fc.asyncProperty(
    fc.record({
      giver: span,
      receiver: span,
      passed: span,
      takenBack: fc.option(fc.integer({ min: 0, max: 60 })),
    }),
    async (life) => {
      const days = turningDays(life.giver, life.receiver, life.passed, takenBackOn(life))
      const seen = await tenant.inside((tx) => delegatedDays(tx, tenant, { ...life, days }))
      const expected = days.filter(
        (n) =>
          [life.giver, life.receiver, life.passed].every((each) => holds(each, n)) &&
          (life.takenBack === null || n < life.takenBack),
      )
      assert.deepEqual(seen, expected)
    },
  )
  const seed = Number(process.env.GONGHUI_SEED ?? Date.now() % 1_000_000)
  t.diagnostic(`seed ${seed}`)
  await fc.assert(property, { numRuns: 15, seed })
})

test('on every day a substitute’s appointment holds exactly while it and the original hold', async (t) => {
  const tenant = await makeTenant()
  const property = fc.asyncProperty(fc.record({ original: span, acting: span }), async (life) => {
    const days = turningDays(life.original, life.acting)
    const seen = await tenant.inside((tx) => actingDays(tx, tenant, { ...life, days }))
    assert.deepEqual(
      seen,
      days.filter((n) => holds(life.original, n) && holds(life.acting, n)),
    )
  })
  const seed = Number(process.env.GONGHUI_SEED ?? Date.now() % 1_000_000)
  t.diagnostic(`seed ${seed}`)
  await fc.assert(property, { numRuns: 15, seed })
})

/** The days on which something could change, and the day before each. */
function turningDays(...spans: Span[]): number[] {
  const all = spans.flatMap(({ from, until }) => [from - 1, from, until - 1, until])
  return [...new Set(all)].sort((a, b) => a - b)
}

const takenBackOn = ({ takenBack }: { takenBack: number | null }): Span => ({
  from: takenBack ?? 0,
  until: takenBack ?? 1,
})

async function delegatedDays(
  tx: Tx,
  tenant: TestTenant,
  life: { giver: Span; receiver: Span; passed: Span; takenBack: number | null; days: number[] },
): Promise<number[]> {
  const at = tenant.north.unionId
  const giverId = await makeAppointment(tx, await makePerson(tx, { name: '周测试' }), {
    post: 'union_chair',
    organisationId: at,
    ...dates(life.giver),
  })
  const personId = await makePerson(tx, { name: '吴测试' })
  const receiverId = await makeAppointment(tx, personId, {
    post: 'judge',
    organisationId: at,
    ...dates(life.receiver),
  })
  const delegationId = await makeDelegation(tx, {
    giverId,
    receiverId,
    organisationId: at,
    permissions: ['people.read'],
    ...dates(life.passed),
  })
  if (life.takenBack !== null)
    await tx
      .insertInto('delegation_endings')
      .values({
        tenant_id: tx.tenantId,
        delegation_id: delegationId,
        ends_before: day(life.takenBack),
        reason: '提前返岗',
      })
      .execute()
  const accountId = newId()
  await tx
    .insertInto('accounts')
    .values({ tenant_id: tx.tenantId, id: accountId, person_id: personId, password_hash: '' })
    .execute()
  const seen: number[] = []
  for (const n of life.days) {
    const session = { sessionId: newId(), accountId, appointmentId: receiverId, today: day(n) }
    if (may((await loadActor(tx, session))!, 'people.read')) seen.push(n)
  }
  return seen
}

async function actingDays(
  tx: Tx,
  tenant: TestTenant,
  life: { original: Span; acting: Span; days: number[] },
): Promise<number[]> {
  const held = { post: 'union_chair', organisationId: tenant.north.unionId }
  const substitutesId = await makeAppointment(tx, await makePerson(tx, { name: '周测试' }), {
    ...held,
    ...dates(life.original),
  })
  const personId = await makePerson(tx, { name: '吴测试' })
  await makeAppointment(tx, personId, { ...held, ...dates(life.acting), substitutesId })
  const seen: number[] = []
  for (const n of life.days) if ((await appointmentsOf(tx, personId, day(n))).length > 0) seen.push(n)
  return seen
}
