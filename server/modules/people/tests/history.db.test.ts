import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { MassChange } from '#contract/people-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { memberIndexDifferences, moveMemberships, turnMembers } from '../index.ts'
import { makeMembers } from './make-members.ts'

const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }
const persons = 6
const days = ['2022-01-01', '2023-06-15', '2024-03-01', '2025-09-30', '2099-01-01']

type Step =
  | { kind: 'end'; who: number[]; on: string; as: 'left' | 'retained' }
  | { kind: 'move'; who: number[]; on: string; to: 'north' | 'south' }
  | { kind: 'close'; from: 'north' | 'south'; on: string }
  | { kind: 'undo'; which: number }

const who = fc.uniqueArray(fc.nat(persons - 1), { minLength: 1, maxLength: 3 })
const side = fc.constantFrom('north', 'south')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('end'),
    who,
    on: fc.constantFrom(...days),
    as: fc.constantFrom('left', 'retained'),
  }),
  fc.record({ kind: fc.constant('move'), who, on: fc.constantFrom(...days), to: side }),
  fc.record({ kind: fc.constant('close'), from: side, on: fc.constantFrom(...days) }),
  fc.record({ kind: fc.constant('undo'), which: fc.nat(4) }),
) as fc.Arbitrary<Step>

/** What somebody is on a day, kept apart from the product: nothing, or a union and a kind. */
type State = { union: string; kind: string } | null
type Model = Map<string, State>[]

test('as-of counts, known then and now, agree with a slow model, and the index with a recount', async () => {
  const seed = Number(process.env.GONGHUI_SEED ?? Date.now() % 2 ** 31)
  console.log(`membership histories: seed ${seed} (GONGHUI_SEED)`)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const tenant = await makeTenant()
      const officer = await tenant.officer('federation_officer', tenant.federationId)
      const known: { at: string; model: Model }[] = []
      const history = await begin(tenant)
      for (const each of steps) {
        await history.play(officer, each)
        known.push({ at: await now(tenant), model: history.model.map((states) => new Map(states)) })
        assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
      }
      for (const { at, model } of known)
        for (const day of days) assert.deepEqual(await counted(tenant, day, at), expected(model, day))
    }),
    { numRuns: 12, seed },
  )
})

test('a change of a later day reaches the index when its day comes', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const [id] = await tenant.inside((tx) => makeMembers(tx, [{ name: '王明', unionId: tenant.north.unionId }]))
  const tomorrow = await tenant.inside(async (tx) => {
    const { rows } = await sql<{ day: string }>`select app_today() + 1 as day`.execute(tx)
    return rows[0]!.day
  })
  await officer.post('/memberships/ending', { personIds: [id], kind: 'left', on: tomorrow })
  assert.equal((await officer.get<{ total: number }>('/members')).body.total, 1)
  await tenant.inside(async (tx) => {
    await sql`select set_config('app.clock', (now() + interval '1 day')::text, true)`.execute(tx)
    assert.equal((await memberIndexDifferences(tx)).surplus, 1)
    await turnMembers(tx, { after: await dayBefore(tx), today: tomorrow })
    assert.deepEqual(await memberIndexDifferences(tx), right)
  })
})

async function begin(tenant: TestTenant) {
  const ids = await tenant.inside((tx) =>
    makeMembers(
      tx,
      Array.from({ length: persons }, (_, at) => ({
        name: `王${'甲乙丙丁戊己'[at]}`,
        unionId: at % 2 === 0 ? tenant.north.unionId : tenant.south.unionId,
        startsOn: '2021-01-01',
      })),
    ),
  )
  const model: Model = ids.map(
    (_, at) =>
      new Map(days.map((day) => [day, { union: at % 2 === 0 ? 'north' : 'south', kind: 'member' } as State])),
  )
  const changes: { id: string; before: Model }[] = []
  const from = (who: number[], on: string, become: (state: State) => State) => {
    for (const at of who)
      for (const day of days) if (day >= on) model[at]!.set(day, become(model[at]!.get(day)!))
  }
  const fits = (at: number, on: string) => model[at]!.get(on) !== null
  const play = async (officer: TestClient, each: Step): Promise<void> => {
    if (each.kind === 'close') {
      const other = each.from === 'north' ? 'south' : 'north'
      await tenant.inside((tx) =>
        moveMemberships(tx, null, {
          fromUnionIds: [tenant[each.from].unionId],
          toUnionId: tenant[other].unionId,
          on: each.on,
          reason: 'union_closed',
        }),
      )
      from(
        ids.map((_, at) => at),
        each.on,
        (state) => (state?.union === each.from ? { ...state, union: other } : state),
      )
      changes.length = 0
    } else if (each.kind === 'undo') {
      await undoLast(officer)
    } else {
      await change(officer, each)
    }
  }
  const change = async (officer: TestClient, each: Step & { kind: 'end' | 'move' }): Promise<void> => {
    const before = model.map((states) => new Map(states))
    const body = { personIds: each.who.map((at) => ids[at]), on: each.on }
    const { body: answer } =
      each.kind === 'end'
        ? await officer.post<MassChange>('/memberships/ending', { ...body, kind: each.as })
        : await officer.post<MassChange>('/memberships/move', { ...body, toUnionId: tenant[each.to].unionId })
    const passedOver = new Set(answer.leftOut.map(({ personId }) => personId))
    const done = each.who.filter((at) => !passedOver.has(ids[at]!))
    for (const at of done) assert.ok(fits(at, each.on), 'somebody without a membership was changed')
    from(done, each.on, (state) => {
      if (each.kind === 'move') return state === null ? null : { ...state, union: each.to }
      return each.as === 'left' || state === null ? null : { ...state, kind: 'retained' }
    })
    if (answer.changeId !== null) changes.push({ id: answer.changeId, before })
  }
  // Only the latest change can be undone in full; older ones are partly left, which the other tests show.
  const undoLast = async (officer: TestClient): Promise<void> => {
    const last = changes.pop()
    if (last === undefined) return
    const { status } = await officer.post(`/mass-changes/${last.id}/undoing`)
    assert.equal(status, 200)
    last.before.forEach((states, at) => (model[at] = states))
  }
  return { model, play }
}

function expected(model: Model, day: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const states of model) {
    const state = states.get(day)
    if (state) counts[`${state.union} ${state.kind}`] = (counts[`${state.union} ${state.kind}`] ?? 0) + 1
  }
  return counts
}

async function counted(tenant: TestTenant, day: string, knownAt: string): Promise<Record<string, number>> {
  const rows = await tenant.inside(async (tx) => {
    const answer = await sql<{ union_id: string; kind: string; members: number }>`
      select union_id, kind, count(*)::int as members from memberships
      where tenant_id = ${tx.tenantId} and starts_on <= ${day}::date and (ends_before is null or ${day}::date < ends_before)
        and recorded_at <= ${knownAt}::timestamptz and (superseded_at is null or superseded_at > ${knownAt}::timestamptz)
      group by union_id, kind`.execute(tx)
    return answer.rows
  })
  const sideOf = (unionId: string) => (unionId === tenant.north.unionId ? 'north' : 'south')
  return Object.fromEntries(rows.map((row) => [`${sideOf(row.union_id)} ${row.kind}`, row.members]))
}

async function now(tenant: TestTenant): Promise<string> {
  return tenant.inside(async (tx) => {
    const { rows } = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(tx)
    return rows[0]!.at
  })
}

async function dayBefore(tx: Tx): Promise<string> {
  const { rows } = await sql<{ day: string }>`select app_today() - 1 as day`.execute(tx)
  return rows[0]!.day
}
