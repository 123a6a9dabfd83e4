import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeclaredRelative } from '#contract/people-relatives.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { nearTo } from '../index.ts'
import { makeMembers } from './make-members.ts'

test('a declared relative is near both ways until the declaration is taken back; a merged record counts as the person', async () => {
  const tenant = await makeTenant()
  const { unionId } = tenant.north
  const [one, other, double] = await tenant.inside((tx) =>
    makeMembers(tx, [
      { name: '赵一', unionId },
      { name: '赵二', unionId },
      { name: '赵二', unionId, kind: 'retained', startsOn: '2019-01-01', endsBefore: '2019-06-01' },
    ]),
  )
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const near = async (personId: string) => [...(await tenant.inside((tx) => nearTo(tx, personId)))].toSorted()
  assert.deepEqual(await near(one!), [one])
  const { body, status } = await officer.post<{ declarationId: string }>(`/members/${one}/relatives`, {
    relativeId: other,
    relation: 'sibling',
  })
  assert.equal(status, 201)
  const both = [one!, other!].toSorted()
  assert.deepEqual([await near(one!), await near(other!)], [both, both])
  assert.equal(
    (await officer.post(`/members/${one}/relatives`, { relativeId: other, relation: 'spouse' })).status,
    409,
  )
  await tenant.inside((tx) =>
    tx
      .insertInto('person_aliases')
      .values({
        tenant_id: tenant.id,
        id: newId(),
        alias_id: other!,
        person_id: double!,
        merged_on: '2026-01-01',
        reason: '同一人两条记录',
      })
      .execute(),
  )
  assert.deepEqual(await near(one!), [one!, other!, double!].toSorted())
  const { body: listed } = await officer.get<{ items: DeclaredRelative[] }>(`/members/${one}/relatives`)
  assert.deepEqual(
    listed.items.map((each) => [each.name, each.relation]),
    [['赵二', 'sibling']],
  )
  const ending = `/members/${one}/relatives/${body.declarationId}/ending`
  assert.deepEqual([(await officer.post(ending)).status, (await officer.post(ending)).status], [200, 409])
  assert.deepEqual(await near(one!), [one])
})
