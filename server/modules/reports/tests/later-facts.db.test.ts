import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SealedReport } from '#contract/reports-seals.ts'
import { erasePerson } from '#server/modules/people/index.ts'
import { sealedWorld, type SealedWorld } from './sealed-world.ts'

const day = '2026-02-01'

/** Everything with a scope to seal: the federation and both streets, two dates, with and without parts. */
async function sealAll({ tenant, seal }: SealedWorld): Promise<SealedReport> {
  const places = [tenant.federationId, tenant.north.streetId, tenant.south.streetId]
  return seal(
    places.flatMap((organisationId) =>
      ['members', 'two_new_organisations', 'workers', 'matchmakers'].flatMap((measure) => [
        { measure, organisationId, asOf: '2026-03-01' },
        { measure, organisationId, by: 'organisation' },
      ]),
    ),
  )
}

test('a sealed report verifies unchanged after organisations were moved, merged and closed', async () => {
  const world = await sealedWorld()
  const { tenant, officer, verify } = world
  const report = await sealAll(world)
  const totals = (of: SealedReport) => of.figures.map(({ total }) => total)
  const change = async (path: string, body: object) => {
    const answer = await officer.post(path, body)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    const verification = await verify(report.id)
    assert.deepEqual([verification.intact, verification.findings], [true, []], path)
  }
  await change(`/organisations/${tenant.north.unionId}/moves`, {
    parentId: tenant.south.streetId,
    startsOn: day,
  })
  await change('/organisation-mergers', {
    predecessorIds: [tenant.north.unionId],
    successorId: tenant.south.unionId,
    happenedOn: '2026-02-10',
  })
  await change(`/organisations/${tenant.north.streetId}/closure`, {
    endedOn: '2026-02-20',
    childrenTo: tenant.south.streetId,
  })
  const { body } = await officer.get<SealedReport>(`/sealed-reports/${report.id}`)
  assert.deepEqual(totals(body), totals(report))
  const now = await officer.get<{ total: number }>(
    `/measures/members?organisationId=${tenant.south.streetId}`,
  )
  assert.equal(now.body.total, 5, 'today’s tree gives today’s answer')
  const then = await officer.get<{ total: number }>(
    `/measures/members?organisationId=${tenant.north.streetId}&asOf=2026-03-01&knownAt=${report.knownAt}`,
  )
  assert.equal(then.body.total, 3, 'as known then, the old tree')
})

test('the report of an organisation that has ended is still found and verified', async () => {
  const { tenant, officer, seal, verify } = await sealedWorld()
  const { id } = await seal([{ measure: 'members', organisationId: tenant.north.unionId }], {
    organisationId: tenant.north.unionId,
  })
  const closed = await officer.post(`/organisations/${tenant.north.unionId}/closure`, {
    endedOn: day,
    childrenTo: tenant.north.streetId,
  })
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  const { body } = await officer.get<{ items: { id: string }[] }>('/sealed-reports')
  assert.deepEqual(
    body.items.map((row) => row.id),
    [id],
  )
  assert.equal((await verify(id)).intact, true)
})

test('after a person was erased the seal verifies, and says how many of its rows the law erased', async () => {
  const { tenant, officer, seal, verify, behind, codes } = await sealedWorld()
  const { id } = await seal([{ measure: 'members' }])
  const personId = await tenant.inside(async (tx) => {
    const row = await tx
      .selectFrom('memberships')
      .select('person_id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('memberships')
      .set({ superseded_at: new Date() })
      .where('person_id', '=', row.person_id)
      .execute()
    await erasePerson(tx, null, { personId: row.person_id, basis: 'request', requestId: null })
    return row.person_id
  })
  const verification = await verify(id)
  assert.deepEqual(
    [verification.intact, verification.findings, verification.figures[0]!.erased],
    [true, [], 1],
  )
  const rows = await officer.get<{ total: number; items: { id: string; label: string }[] }>(
    `/sealed-reports/${id}/figures/1/rows`,
  )
  assert.equal(rows.body.total, 5)
  assert.match(rows.body.items.find((row) => row.id === personId)!.label, /已删除/)

  // Even where everything about them is gone, the log of erasures tells it apart from a row that somebody removed.
  await behind('delete from memberships where person_id = $1', [personId])
  const gone = await verify(id)
  assert.deepEqual([gone.intact, codes(gone), gone.findings[0]!.rowId], [true, ['row_erased'], personId])
})
