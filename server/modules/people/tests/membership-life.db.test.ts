import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { MassChange, MemberFile } from '#contract/people-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeOrganisation, makeTenant } from '#server/test/makers.ts'
import { turnTransfers } from '../commands/transfer-days.ts'
import { memberIndexDifferences } from '../index.ts'
import { makeMembers } from './make-members.ts'

const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }
const persons = 4
const days = ['2019-01-01', '2020-05-01', '2023-01-01', '2024-06-01', '2099-01-01']

const who = fc.nat(persons - 1)
const union = fc.nat(2)
const step = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), who, to: union, by: fc.constantFrom('from', 'to') }),
  fc.record({
    kind: fc.constant('answer' as const),
    which: fc.nat(3),
    as: fc.constantFrom('release', 'acceptance', 'refusal', 'withdrawal'),
    side: fc.constantFrom('from', 'to'),
  }),
  fc.record({ kind: fc.constant('expire' as const) }),
  fc.record({ kind: fc.constant('end' as const), who, as: fc.constantFrom('left', 'retained', 'restored') }),
  fc.record({ kind: fc.constant('move' as const), who, to: union }),
  fc.record({ kind: fc.constant('merge' as const), who, other: who }),
  fc.record({ kind: fc.constant('part' as const), who }),
  fc.record({ kind: fc.constant('undo' as const), which: fc.nat(3) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('whatever happens to members, each is counted once a day, nothing is edited, and every transfer is where it says', async () => {
  const seed = Number(process.env.GONGHUI_SEED ?? Date.now() % 2 ** 31)
  console.log(`membership life: seed ${seed} (GONGHUI_SEED)`)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const life = await begin()
      let before = await life.tenant.inside(everythingWritten)
      for (const each of steps) {
        await play(life, each)
        await life.tenant.inside(countedOnce)
        await life.tenant.inside(transfersFit)
        assert.deepEqual(await life.tenant.inside(memberIndexDifferences), right)
        const now = await life.tenant.inside(everythingWritten)
        for (const [id, row] of before) assert.deepEqual(now.get(id), row, 'a row was edited')
        before = now
      }
    }),
    { numRuns: 10, seed },
  )
})

async function begin() {
  const tenant = await makeTenant()
  const third = await tenant.inside((tx) =>
    makeOrganisation(tx, { kind: 'basic_union', name: '第三工会', parentId: tenant.federationId }),
  )
  const unions = [tenant.north.unionId, tenant.south.unionId, third]
  const ids = await tenant.inside((tx) =>
    makeMembers(
      tx,
      Array.from({ length: persons }, (_, at) => ({ name: `王${at}`, unionId: unions[at % 3]! })),
    ),
  )
  const chairs = await Promise.all(unions.map((id) => tenant.officer('union_chair', id)))
  const federation = await tenant.officer('federation_officer', tenant.federationId)
  return { tenant, unions, ids, chairs, federation, transfers: [] as Asked[], changes: [] as string[] }
}

type Life = Awaited<ReturnType<typeof begin>>
interface Asked {
  id: string
  from: number
  to: number
}

/** Plays one step; what the rules refuse is refused, and nothing may come of it. */
async function play(life: Life, each: Step): Promise<void> {
  switch (each.kind) {
    case 'ask':
      return ask(life, each)
    case 'answer': {
      const transfer = life.transfers.at(-1 - each.which)
      if (transfer === undefined) return
      const body = each.as === 'refusal' ? { reason: '不合适' } : {}
      await ok(life.chairs[transfer[each.side]]!, `/transfers/${transfer.id}/${each.as}`, body)
      return
    }
    case 'expire':
      await life.tenant.inside(async (tx) => {
        await sql`select set_config('app.clock', (now() + interval '16 days')::text, true)`.execute(tx)
        await turnTransfers(tx)
      })
      return
    case 'end':
      return mass(life, '/memberships/ending', { who: each.who, kind: each.as })
    case 'move':
      return mass(life, '/memberships/move', { who: each.who, toUnionId: life.unions[each.to]! })
    case 'merge':
      await ok(life.federation, `/members/${life.ids[each.who]}/merges`, {
        otherPersonId: life.ids[each.other],
        reason: '同一个人',
      })
      return
    case 'part': {
      const { body } = await life.federation.get<MemberFile>(`/members/${life.ids[each.who]}`)
      const merge = body.merged[0]
      if (merge) await ok(life.federation, `/members/${body.personId}/merges/${merge.mergeId}/undoing`, {})
      return
    }
    case 'undo': {
      const change = life.changes.at(-1 - each.which)
      if (change) await ok(life.federation, `/mass-changes/${change}/undoing`, {})
    }
  }
}

async function ask(life: Life, each: Extract<Step, { kind: 'ask' }>): Promise<void> {
  const { body: file } = await life.federation.get<MemberFile>(`/members/${life.ids[each.who]}`)
  const held = file.memberships.find((row) => row.supersededAt === null && row.endsBefore === null)
  const from = life.unions.indexOf(held?.unionId ?? '')
  if (from < 0) return
  const officer = life.chairs[each.by === 'from' ? from : each.to]!
  const made = await ok<{ transferId: string | null }>(officer, `/members/${file.personId}/transfer`, {
    toUnionId: life.unions[each.to],
    on: '2024-01-01',
  })
  if (made?.transferId) life.transfers.push({ id: made.transferId, from, to: each.to })
}

async function mass(
  life: Life,
  path: string,
  asked: { who: number; kind?: string; toUnionId?: string },
): Promise<void> {
  const { who: at, ...more } = asked
  const body = { personIds: [life.ids[at]], on: '2024-01-01', ...more }
  const change = await ok<MassChange>(life.federation, path, body)
  if (change?.changeId) life.changes.push(change.changeId)
}

/** The answer, or undefined where the rules refuse. Accidents are not refusals. */
async function ok<T>(officer: TestClient, path: string, body: object): Promise<T | undefined> {
  const answer = await officer.post<T>(path, body)
  assert.ok(answer.status < 500, JSON.stringify(answer.body))
  return answer.status < 300 ? answer.body : undefined
}

/** On every day each record holds one membership at most, and each person stands in the index once at most. */
async function countedOnce(tx: Tx): Promise<void> {
  for (const day of days) {
    const { rows } = await sql`
      select person_id from memberships where tenant_id = ${tx.tenantId} and superseded_at is null and starts_on <= ${day}::date
        and (ends_before is null or ${day}::date < ends_before) group by person_id having count(*) > 1`.execute(
      tx,
    )
    assert.deepEqual(rows, [], `two memberships on ${day}`)
  }
}

/** A transfer that waits concerns somebody who belongs to the union of today; each has ended once at most; nobody has two that wait. */
async function transfersFit(tx: Tx): Promise<void> {
  const { rows } = await sql`
    with open as (
      select t.id, t.from_union_id, coalesce(a.person_id, t.person_id) as person_id, m.union_id from transfers t
      left join person_aliases a on a.tenant_id = t.tenant_id and a.alias_id = t.person_id and a.undone_at is null
      left join memberships m on m.tenant_id = t.tenant_id and m.person_id = t.person_id and m.superseded_at is null
        and m.union_id = t.from_union_id and m.starts_on <= app_today() and (m.ends_before is null or app_today() < m.ends_before)
      where t.tenant_id = ${tx.tenantId} and not exists (select from transfer_steps s where s.tenant_id = t.tenant_id and s.transfer_id = t.id
        and s.step not in ('requested', 'released')))
    select id, 'nobody of that union' as what from open where union_id is null
    union all
    select person_id, 'two that wait' from open group by person_id having count(*) > 1`.execute(tx)
  assert.deepEqual(rows, [])
}

/** Every row of history by its key, as it was written: being superseded is all that may happen to it. */
async function everythingWritten(tx: Tx): Promise<Map<string, unknown>> {
  const { rows } = await sql<{ id: string; row: unknown }>`
    select id::text, to_jsonb(m) - 'superseded_at' as row from memberships m where tenant_id = ${tx.tenantId}
    union all
    select transfer_id || ' ' || step, to_jsonb(s) from transfer_steps s where tenant_id = ${tx.tenantId}
    union all
    select id::text, to_jsonb(t) from transfers t where tenant_id = ${tx.tenantId}`.execute(tx)
  return new Map(rows.map(({ id, row }) => [id, row]))
}
