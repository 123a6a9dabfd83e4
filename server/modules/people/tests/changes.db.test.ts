import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { MassChange, MemberFile } from '#contract/people-records.ts'
import { citizenNumbers } from '#tools/generate/codes.ts'
import { dayOf } from '#tools/generate/days.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { memberIndexDifferences, refreshMemberIndex } from '../index.ts'
import { makeMembers } from './make-members.ts'

const nextNumber = citizenNumbers()
const newNumber = () => nextNumber('330299', dayOf('1991-03-04'), 'female')
const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }

test('a street officer admits somebody to a union of her street only', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const form = { name: '张  三', documentNumber: newNumber(), mobile: '14211112222', joinedOn: '2024-05-01' }
  const made = await officer.post<{ personId: string }>('/members', {
    ...form,
    unionId: tenant.north.unionId,
  })
  assert.equal(made.status, 201)
  const { body } = await officer.get<MemberFile>(`/members/${made.body.personId}`)
  assert.equal(body.name, '张三')
  assert.equal(body.sex, 'female')
  assert.equal(body.birthDate, '1991-03-04')
  assert.equal(body.memberships[0]?.unionId, tenant.north.unionId)
  assert.deepEqual(body.can, { change: true, reveal: true, merge: true })
  const again = await officer.post('/members', { ...form, unionId: tenant.north.unionId })
  assert.equal(again.status, 409)
  assert.equal(again.body.error.code, 'people.already_member')
  const south = await officer.post('/members', {
    ...form,
    documentNumber: newNumber(),
    unionId: tenant.south.unionId,
  })
  assert.equal(south.status, 404)
  const employer = await officer.post('/members', {
    ...form,
    documentNumber: newNumber(),
    unionId: tenant.north.employerId,
  })
  assert.equal(employer.body.error.code, 'people.not_a_union')
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('a wrong form names all wrong fields at once', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const wrongCheck = newNumber().replace(/.$/, (last) => (last === '1' ? '2' : '1'))
  const { status, body } = await officer.post('/members', {
    name: '张三',
    unionId: tenant.north.unionId,
    documentNumber: wrongCheck,
    mobile: '12345',
    joinedOn: '2099-01-01',
  })
  assert.equal(status, 400)
  assert.deepEqual(body.error.fields?.map(({ path }) => path).sort(), [
    'documentNumber',
    'joinedOn',
    'mobile',
  ])
  const noDay = await officer.post('/members', {
    name: '张三',
    unionId: tenant.north.unionId,
    joinedOn: '2023-02-30',
  })
  assert.equal(noDay.status, 400)
  const child = {
    name: '张三',
    unionId: tenant.north.unionId,
    birthDate: '2010-06-02',
    joinedOn: '2026-06-01',
  }
  const tooYoung = await officer.post('/members', child)
  assert.equal(tooYoung.body.error.code, 'people.too_young')
})

test('two officers who admit the same person at once make one member', async () => {
  const tenant = await makeTenant()
  const officers = await Promise.all(
    [1, 2].map(() => tenant.officer('street_officer', tenant.north.streetId)),
  )
  const documentNumber = newNumber()
  const add = (number: string) =>
    Promise.all(
      officers.map((officer) =>
        officer.post('/members', {
          name: '李四',
          documentNumber: number,
          unionId: tenant.north.unionId,
          joinedOn: '2024-01-01',
        }),
      ),
    )
  for (let round = 0; round < 10; round++) {
    const number = round === 0 ? documentNumber : newNumber()
    const answers = await add(number)
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409])
  }
  // The control: without the unique key the same two requests make two members.
  const { owner } = await testServer()
  await owner.query('drop index persons_document_hash_key')
  let doubled = 0
  for (let round = 0; round < 20 && doubled === 0; round++)
    doubled += (await add(newNumber())).every(({ status }) => status === 201) ? 1 : 0
  assert.ok(doubled > 0, 'the race was never met: the test proves nothing')
})

test('a change against an older version is a conflict; the audit names fields, never values', async () => {
  const tenant = await makeTenant()
  const [id] = await tenant.inside((tx) =>
    makeMembers(tx, [{ name: '王旧名', unionId: tenant.north.unionId }]),
  )
  const officer = await tenant.officer('union_chair', tenant.north.unionId)
  const changed = await officer.request<MemberFile>('PATCH', `/members/${id}`, {
    version: 1,
    name: '王新名',
    mobile: '+86 142 3333 4444',
  })
  assert.equal(changed.status, 200)
  assert.equal(changed.body.mobile, '142****4444')
  const again = await officer.request<object>('PATCH', `/members/${id}`, { version: 1, name: '王别名' })
  assert.equal(again.body.error.code, 'people.changed_meanwhile')
  assert.equal((await officer.get<{ total: number }>('/members?q=新名')).body.total, 1)
  assert.equal((await officer.get<{ total: number }>('/members?q=4444')).body.total, 1)
  const rows = await tenant.inside((tx) =>
    tx.selectFrom('audit_entries').select('params').where('tenant_id', '=', tenant.id).execute(),
  )
  assert.ok(rows.length > 0)
  assert.doesNotMatch(JSON.stringify(rows), /王|4444/)
})

test('a reveal needs a reason and stays readable to the person', async () => {
  const tenant = await makeTenant()
  const number = newNumber()
  const [id] = await tenant.inside((tx) =>
    makeMembers(tx, [
      { name: '王五', unionId: tenant.north.unionId, citizenNumber: number, cardNumber: '6217000000000001' },
    ]),
  )
  const officer = await tenant.officer('union_chair', tenant.north.unionId)
  const vice = await tenant.officer('union_vice_chair', tenant.north.unionId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  const ask = { fields: ['documentNumber', 'cardNumber'], reason: '核对养老保险' }
  assert.equal((await officer.post(`/members/${id}/reveal`, { fields: ['mobile'], reason: '' })).status, 400)
  assert.equal((await vice.post(`/members/${id}/reveal`, ask)).status, 403)
  assert.equal((await south.post(`/members/${id}/reveal`, ask)).status, 404)
  const { body } = await officer.post<Record<string, string>>(`/members/${id}/reveal`, ask)
  assert.deepEqual(body, { documentNumber: number, cardNumber: '6217000000000001' })
  const reveals = await tenant.inside((tx) =>
    tx.selectFrom('reveals').selectAll().where('tenant_id', '=', tenant.id).execute(),
  )
  assert.equal(reveals.length, 1)
  assert.deepEqual(reveals[0]?.fields, ['cardNumber', 'documentNumber'])
})

test('leavers end, retired ones are retained, and undoing restores what was not changed since', async () => {
  const tenant = await makeTenant()
  const ids = await tenant.inside((tx) =>
    makeMembers(
      tx,
      [...'甲乙丙'].map((name) => ({ name: `王${name}`, unionId: tenant.north.unionId })),
    ),
  )
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const total = async () => (await officer.get<{ total: number }>('/members')).body.total
  const retained = await officer.post<MassChange>('/memberships/ending', {
    personIds: ids,
    kind: 'retained',
    on: '2024-01-01',
  })
  assert.equal(retained.body.changed, 3)
  assert.equal((await officer.get<{ total: number }>('/members?kind=retained')).body.total, 3)
  const ended = await officer.post<MassChange>('/memberships/ending', {
    filter: { q: '王甲' },
    kind: 'left',
    on: '2024-02-01',
  })
  assert.equal(ended.body.changed, 1)
  assert.equal(await total(), 2)
  const twice = await officer.post<MassChange>('/memberships/ending', {
    personIds: [ids[0]],
    kind: 'left',
    on: '2024-02-01',
  })
  assert.deepEqual(
    twice.body.leftOut.map(({ code }) => code),
    ['people.no_membership'],
  )
  const undo = await officer.post<object>(`/mass-changes/${retained.body.changeId}/undoing`)
  assert.deepEqual(undo.body, { restored: 2, left: 1 })
  assert.equal((await officer.post(`/mass-changes/${retained.body.changeId}/undoing`)).status, 409)
  assert.equal((await officer.get<{ total: number }>('/members?kind=retained')).body.total, 0)
  assert.deepEqual((await officer.post<object>(`/mass-changes/${ended.body.changeId}/undoing`)).body, {
    restored: 1,
    left: 0,
  })
  assert.equal(await total(), 3)
  const stranger = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal((await stranger.post(`/mass-changes/${ended.body.changeId}/undoing`)).status, 404)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('a move within reach happens at once, beyond it waits at the other union', async () => {
  const tenant = await makeTenant()
  const [id] = await tenant.inside((tx) => makeMembers(tx, [{ name: '王六', unionId: tenant.north.unionId }]))
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  const federation = await tenant.officer('federation_officer', tenant.federationId)
  const move = { personIds: [id], toUnionId: tenant.south.unionId, on: '2024-03-01' }
  assert.equal((await south.post('/memberships/move', move)).status, 404)
  const proposed = await north.post<MassChange>('/memberships/move', move)
  assert.deepEqual([proposed.body.changed, proposed.body.proposed], [0, 1])
  const tasks = await south.get<{ items: { kind: string }[] }>('/inbox/tasks')
  assert.deepEqual(
    tasks.body.items.map(({ kind }) => kind),
    ['people.transfer_to_accept'],
  )
  assert.equal((await south.get<{ total: number }>('/members')).body.total, 0)
  const moved = await federation.post<MassChange>('/memberships/move', move)
  assert.equal(moved.body.changed, 1)
  assert.equal((await south.get<{ total: number }>('/members')).body.total, 1)
  assert.equal((await north.get(`/members/${id}`)).status, 404)
  const same = await federation.post<MassChange>('/memberships/move', move)
  assert.deepEqual(
    same.body.leftOut.map(({ code }) => code),
    ['people.same_union'],
  )
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('members of a union that has ended are still found and can be placed anew', async () => {
  const tenant = await makeTenant()
  const ids = await tenant.inside((tx) => makeMembers(tx, [{ name: '王旧', unionId: tenant.north.unionId }]))
  await tenant.inside(async (tx) => {
    await sql`delete from organisation_tree where tenant_id = ${tx.tenantId} and descendant_id = ${tenant.north.unionId}`.execute(
      tx,
    )
    await sql`insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on, ends_before)
      select ${tx.tenantId}::uuid, id, ${tenant.north.unionId}::uuid, depth, '2020-01-01', app_today() - 10
      from unnest(${[tenant.north.unionId, tenant.north.streetId, tenant.federationId]}::uuid[], array[0, 1, 2]) as above (id, depth)`.execute(
      tx,
    )
    await refreshMemberIndex(tx, { unionIds: [tenant.north.unionId] })
    assert.deepEqual(await memberIndexDifferences(tx), right)
  })
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  const federation = await tenant.officer('federation_officer', tenant.federationId)
  const total = async (of: string) => (await north.get<{ total: number }>(`/members?${of}`)).body.total
  assert.equal(await total(''), 1)
  assert.equal(await total(`organisationId=${tenant.north.streetId}`), 1)
  assert.equal(await total(`organisationId=${tenant.north.unionId}&q=王`), 1)
  assert.equal((await south.get(`/members?organisationId=${tenant.north.unionId}`)).status, 404)
  const move = { personIds: ids, toUnionId: tenant.south.unionId, on: '2024-03-01' }
  assert.equal((await south.post('/memberships/move', move)).status, 404)
  const late = { ...move, toUnionId: tenant.north.unionId, on: '2099-01-01' }
  const back = await north.post<object>('/memberships/move', late)
  assert.equal(back.body.error.code, 'people.union_ended')
  assert.equal((await federation.post<MassChange>('/memberships/move', move)).body.changed, 1)
})
