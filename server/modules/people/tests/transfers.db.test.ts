import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { InboxTask } from '#contract/inbox.ts'
import type { MassChange, MemberFile } from '#contract/people-records.ts'
import type { OwnTransfer, Transfer, TransferRow } from '#contract/people-transfers.ts'
import type { Me } from '#contract/sessions.ts'
import { citizenNumbers } from '#tools/generate/codes.ts'
import { dayOf } from '#tools/generate/days.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { turnTransfers } from '../commands/transfer-days.ts'
import { memberIndexDifferences } from '../index.ts'
import { becomeMember, makeMembers } from './make-members.ts'

const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }
const nextNumber = citizenNumbers()

/** A member of the northern union, and the officers of both sides, none of whom reaches the other. */
async function twoUnions() {
  const tenant = await makeTenant()
  const number = nextNumber('330299', dayOf('1991-03-04'), 'female')
  const [id] = await tenant.inside((tx) =>
    makeMembers(tx, [{ name: '王转会', unionId: tenant.north.unionId, citizenNumber: number }]),
  )
  return {
    tenant,
    number,
    personId: id!,
    north: await tenant.officer('union_chair', tenant.north.unionId),
    south: await tenant.officer('union_chair', tenant.south.unionId),
  }
}

type Unions = Awaited<ReturnType<typeof twoUnions>>

async function ask({ personId, north, tenant }: Unions): Promise<string> {
  const { body } = await north.post<MassChange & { transferId: string }>(`/members/${personId}/transfer`, {
    toUnionId: tenant.south.unionId,
    on: '2024-03-01',
  })
  assert.equal(body.proposed, 1)
  return body.transferId
}

const total = async (officer: TestClient) => (await officer.get<{ total: number }>('/members')).body.total
const kinds = async (officer: TestClient) =>
  (await officer.get<{ items: InboxTask[] }>('/inbox/tasks')).body.items.map((task) => task.kind)

test('a member goes over on the day the other union accepts, counted once all the time, and the history comes along', async () => {
  const unions = await twoUnions()
  const { tenant, north, south, personId } = unions
  const id = await ask(unions)
  assert.deepEqual([await total(north), await total(south)], [1, 0])
  const waiting = await south.get<{ items: TransferRow[]; total: number }>('/transfers?waiting=for_me')
  assert.deepEqual(waiting.body.items[0]?.can, {
    release: false,
    accept: true,
    refuse: true,
    withdraw: false,
  })
  assert.deepEqual(await kinds(south), ['people.transfer_to_accept'])

  const accepted = await south.post<Transfer>(`/transfers/${id}/acceptance`)
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
  assert.deepEqual(
    accepted.body.steps.map(({ step, bySide, post }) => [step, bySide, post]),
    [
      ['requested', 'union_of_today', 'union_chair'],
      ['released', 'union_of_today', 'union_chair'],
      ['accepted', 'union_to_come', 'union_chair'],
    ],
  )
  assert.deepEqual([await total(north), await total(south)], [0, 1])
  assert.deepEqual(await kinds(south), [])
  const file = (await south.get<MemberFile>(`/members/${personId}`)).body
  const today = (await south.get<Me>('/me')).body.today
  assert.deepEqual(
    file.memberships
      .filter((row) => row.supersededAt === null)
      .map(({ unionId, startsOn, endsBefore, endReason, joinedOn }) => [
        unionId,
        startsOn,
        endsBefore,
        endReason,
        joinedOn,
      ]),
    [
      [tenant.south.unionId, today, null, null, '2020-05-01'],
      [tenant.north.unionId, '2020-05-01', today, 'transferred', '2020-05-01'],
    ],
  )
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('until it accepts, the other union sees name and masked document and no file; a third one sees nothing', async () => {
  const unions = await twoUnions()
  const { tenant, south, north, personId, number } = unions
  const id = await ask(unions)
  const { body } = await south.get<Transfer>(`/transfers/${id}`)
  assert.equal(body.name, '王转会')
  assert.equal(body.document, `${number.slice(0, 4)}**********${number.slice(-4)}`)
  assert.equal(body.personId, null)
  assert.equal((await north.get<Transfer>(`/transfers/${id}`)).body.personId, personId)
  assert.equal((await south.get(`/members/${personId}`)).status, 404)
  const other = await tenant.officer('union_chair', tenant.north.employerId)
  assert.equal((await other.get(`/transfers/${id}`)).status, 404)
  assert.equal((await other.post(`/transfers/${id}/acceptance`)).status, 404)
  assert.equal((await north.post(`/transfers/${id}/acceptance`)).status, 404)
})

test('a wanted member is released first, then accepted; neither union can take the other one’s step', async () => {
  const { tenant, north, south, personId } = await twoUnions()
  const asked = await south.post<{ transferId: string }>(`/members/${personId}/transfer`, {
    toUnionId: tenant.south.unionId,
    on: '2024-03-01',
  })
  const id = asked.body.transferId
  assert.deepEqual(await kinds(north), ['people.transfer_to_release'])
  const early = await south.post(`/transfers/${id}/acceptance`)
  assert.equal(early.body.error.code, 'people.transfer_not_now')
  assert.equal((await south.post(`/transfers/${id}/release`)).status, 404)
  const again = await south.post(`/members/${personId}/transfer`, {
    toUnionId: tenant.south.unionId,
    on: '2024-03-01',
  })
  assert.equal(again.body.error.code, 'people.transfer_open')
  assert.equal((await north.post(`/transfers/${id}/release`)).status, 200)
  assert.deepEqual(await kinds(north), [])
  assert.equal((await south.post(`/transfers/${id}/acceptance`)).status, 200)
  const late = await south.post(`/transfers/${id}/refusal`, { reason: '来不及了' })
  assert.equal(late.body.error.code, 'people.transfer_ended')
})

test('whoever knows name and document of a member elsewhere may ask for them; one of both is not enough', async () => {
  const { tenant, south, number } = await twoUnions()
  const by = (name: string, documentNumber: string) =>
    south.post<{ transferId: string }>('/transfers/by-document', {
      toUnionId: tenant.south.unionId,
      name,
      documentNumber,
    })
  const unknown = nextNumber('330299', dayOf('1991-03-04'), 'female')
  assert.equal((await by('王别人', number)).body.error.code, 'people.nobody_by_document')
  assert.equal((await by('王转会', unknown)).body.error.code, 'people.nobody_by_document')
  assert.equal((await by('王转会', number)).status, 201)
})

test('a worker asks on the phone, follows the steps and takes it back; unions of the federation are found by name', async () => {
  const { tenant, north, south } = await twoUnions()
  const worker = await tenant.nobody()
  const personId = (await worker.get<Me>('/me')).body.person.id
  const unions = await worker.get<{ items: { id: string; name: string; code: string }[] }>(
    `/unions?q=${encodeURIComponent('南机械')}`,
  )
  assert.deepEqual(
    unions.body.items.map(({ id, name }) => [id, name]),
    [[tenant.south.unionId, '南机械厂工会委员会']],
  )
  const wish = { toUnionId: tenant.south.unionId, reason: '换了单位' }
  const none = await worker.post('/me/transfers', wish)
  assert.equal(none.body.error.code, 'people.own_no_membership')
  await tenant.inside((tx) => becomeMember(tx, personId, tenant.north.unionId))
  const made = await worker.post<OwnTransfer>('/me/transfers', wish)
  assert.equal(made.status, 201)
  assert.equal((await worker.post('/me/transfers', wish)).body.error.code, 'people.own_transfer_open')
  const id = made.body.id
  const byUnion = await north.post(`/transfers/${id}/withdrawal`)
  assert.equal(byUnion.body.error.code, 'people.transfer_asked_by_person')
  const stranger = await tenant.nobody()
  assert.equal((await stranger.post(`/me/transfers/${id}/withdrawal`)).status, 404)
  const back = await worker.post<OwnTransfer>(`/me/transfers/${id}/withdrawal`)
  assert.equal(back.body.state, 'withdrawn')
  assert.deepEqual(await kinds(north), [])
  const second = (await worker.post<OwnTransfer>('/me/transfers', wish)).body.id
  const refused = await north.post<Transfer>(`/transfers/${second}/refusal`, { reason: '会费未结清' })
  assert.equal(refused.body.state, 'refused')
  const own = await worker.get<{ items: OwnTransfer[] }>('/me/transfers')
  assert.deepEqual(
    own.body.items.map(({ state, steps }) => [state, steps.at(-1)?.reason]),
    [
      ['refused', '会费未结清'],
      ['withdrawn', null],
    ],
  )
  assert.equal(await total(south), 0)
})

test('many go over in one handshake: one task, one answer for all, none when one of them is not theirs', async () => {
  const { tenant, north, south } = await twoUnions()
  const ids = await tenant.inside((tx) =>
    makeMembers(
      tx,
      [...'甲乙丙'].map((name) => ({ name: `李${name}`, unionId: tenant.north.unionId })),
    ),
  )
  const move = { personIds: ids, toUnionId: tenant.south.unionId, on: '2024-03-01' }
  assert.equal((await north.post<MassChange>('/memberships/move', move)).body.proposed, 3)
  const again = await north.post<MassChange>('/memberships/move', move)
  assert.deepEqual(new Set(again.body.leftOut.map(({ code }) => code)), new Set(['people.transfer_open']))
  const tasks = (await south.get<{ items: InboxTask[] }>('/inbox/tasks')).body.items
  assert.deepEqual(
    tasks.map(({ kind, params }) => [kind, params.count]),
    [['people.transfer_to_accept', 3]],
  )
  const listed = await south.get<{ items: TransferRow[] }>(`/transfers?handshakeId=${tasks[0]?.subjectId}`)
  const transferIds = listed.body.items.map((row) => row.id)
  const foreign = await twoUnions().then(ask)
  const mixed = await south.post('/transfers/answers', {
    transferIds: [...transferIds, foreign],
    answer: 'accept',
  })
  assert.equal(mixed.status, 404)
  assert.equal(await total(south), 0)
  const all = await south.post<{ answered: number }>('/transfers/answers', { transferIds, answer: 'accept' })
  assert.equal(all.body.answered, 3)
  assert.deepEqual([await total(north), await total(south)], [1, 3])
  assert.deepEqual(await kinds(south), [])
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('a transfer not answered in time expires, the union is reminded before, and the asking union is told', async () => {
  const unions = await twoUnions()
  const { tenant, north, south } = unions
  const id = await ask(unions)
  assert.deepEqual(await turn(tenant, 0), { expired: 0, reminded: 0 })
  assert.deepEqual(await turn(tenant, 12), { expired: 0, reminded: 1 })
  assert.deepEqual(await turn(tenant, 12), { expired: 0, reminded: 0 })
  assert.deepEqual((await kinds(south)).sort(), ['people.transfer_accept_due', 'people.transfer_to_accept'])
  assert.deepEqual(await turn(tenant, 15), { expired: 0, reminded: 0 })
  assert.deepEqual(await turn(tenant, 16), { expired: 1, reminded: 0 })
  assert.equal((await south.get<Transfer>(`/transfers/${id}`)).body.state, 'expired')
  assert.deepEqual(await kinds(south), [])
  assert.deepEqual(await kinds(north), ['people.transfer_expired'])
})

test('a transfer ends by itself when the membership ends or moves otherwise', async () => {
  const unions = await twoUnions()
  const { tenant, north, south, personId } = unions
  const id = await ask(unions)
  await north.post('/memberships/ending', { personIds: [personId], kind: 'left', on: '2025-01-01' })
  assert.equal((await south.get<Transfer>(`/transfers/${id}`)).body.state, 'overtaken')
  assert.deepEqual(await kinds(south), [])
  const late = await south.post(`/transfers/${id}/acceptance`)
  assert.equal(late.body.error.code, 'people.transfer_ended')
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

function turn(tenant: TestTenant, days: number): Promise<{ expired: number; reminded: number }> {
  return tenant.inside(async (tx) => {
    await sql`select set_config('app.clock', (now() + ${days} * interval '1 day')::text, true)`.execute(tx)
    return turnTransfers(tx)
  })
}
