import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSeals } from '../index.ts'
import { sealedWorld } from './sealed-world.ts'

test('a changed value, title or part of a sealed report is found and named', async () => {
  const { seal, verify, codes, behind } = await sealedWorld()
  const { id } = await seal([{ measure: 'members', by: 'organisation' }, { measure: 'workers' }])
  await behind('update sealed_figures set total = 50 where report_id = $1 and number = 1', [id])
  const first = await verify(id)
  assert.deepEqual([first.intact, codes(first)], [false, ['figure_changed', 'value_differs']])
  const { figure, measure, sealed, found } = first.findings.find(({ code }) => code === 'value_differs')!
  assert.deepEqual([figure, measure, sealed, found], [1, 'members', '50', '5'])
  assert.deepEqual(
    first.figures.map(({ intact }) => intact),
    [false, true],
  )
  await behind('update sealed_figures set total = 5 where report_id = $1 and number = 1', [id])
  assert.equal((await verify(id)).intact, true)

  await behind(`update sealed_reports set title = '别的报表' where id = $1`, [id])
  assert.deepEqual(codes(await verify(id)), ['text_changed 1'])
  await behind(
    `update sealed_reports set title = '年度报表', known_at = known_at - interval '1 microsecond' where id = $1`,
    [id],
  )
  assert.deepEqual(codes(await verify(id)), ['text_changed 1'])
})

test('whoever writes the hashes anew as well is found by the audit log', async () => {
  const { seal, verify, codes, behind } = await sealedWorld()
  const { id } = await seal([{ measure: 'members' }])
  await behind(`update report_seals set hash = sha256('forged') where report_id = $1`, [id])
  const verification = await verify(id)
  assert.deepEqual(codes(verification), ['text_changed 1'])
  assert.equal(verification.intact, false)
})

test('a changed definition is found, and which part of it', async () => {
  const { seal, verify, codes, behind } = await sealedWorld()
  const { id } = await seal([{ measure: 'members' }])
  const change = (part: string, text: string) =>
    behind(`update sealed_definitions set body = replace(body, $1, $2) where measure = 'members'`, [
      part,
      text,
    ])
  assert.ok((await change('会籍有效', '会籍曾有效')) > 0)
  const verification = await verify(id)
  assert.deepEqual(codes(verification), ['definition_tampered definitionZh'])
  assert.match(verification.findings[0]!.sealed!, /会籍有效/)
  assert.match(verification.findings[0]!.found!, /会籍曾有效/)
})

test('a definition that the product renewed since is told apart: the seal still verifies', async () => {
  const { tenant, seal, verify, codes, behind } = await sealedWorld()
  const { id } = await seal([{ measure: 'members' }])
  // As if it had been sealed by an older version: another text, named by its own hash, under its own seal.
  await behind(
    `insert into sealed_definitions (tenant_id, fingerprint, measure, body)
     select tenant_id, sha256(convert_to(replace(body, '"persons"', '"heads"'), 'UTF8')), measure, replace(body, '"persons"', '"heads"')
     from sealed_definitions where tenant_id = $1`,
    [tenant.id],
  )
  await behind(
    `update sealed_figures f set definition = d.fingerprint from sealed_definitions d where d.tenant_id = f.tenant_id and f.report_id = $1 and d.body like '%"heads"%'`,
    [id],
  )
  const verification = await verify(id)
  const renewed = verification.findings.find(({ code }) => code === 'definition_changed')!
  assert.deepEqual(
    [renewed.part, renewed.sealed, renewed.found, renewed.grave],
    ['unit', 'heads', 'persons', false],
  )
  assert.ok(
    codes(verification).includes('figure_changed'),
    'exchanging the definition of a figure is found as well',
  )
})

test('a row removed, added or changed behind the back is named by measure and row', async () => {
  const { tenant, seal, verify, codes, behind } = await sealedWorld()
  const { id } = await seal([{ measure: 'members' }])
  const { rows } = await tenant.inside(async (tx) => ({
    rows: await tx.selectFrom('memberships').select(['id', 'person_id', 'union_id']).orderBy('id').execute(),
  }))
  const [gone, moved] = rows
  await behind('delete from memberships where id = $1', [gone!.id])
  await behind('update memberships set union_id = $2 where id = $1', [
    moved!.id,
    moved!.union_id === tenant.north.unionId ? tenant.south.unionId : tenant.north.unionId,
  ])
  await behind(
    `insert into memberships (tenant_id, id, person_id, union_id, kind, starts_on, recorded_at)
     select tenant_id, gen_random_uuid(), id, $2, 'member', '2020-01-01', '2020-01-01' from persons p where tenant_id = $1
       and not exists (select from memberships m where m.tenant_id = p.tenant_id and m.person_id = p.id)
       and p.id <> $3 limit 1`,
    [tenant.id, tenant.north.unionId, gone!.person_id],
  )
  const verification = await verify(id)
  assert.deepEqual(codes(verification), ['row_added', 'row_changed organisation', 'row_missing'])
  const of = (code: string) => verification.findings.find((one) => one.code === code)!
  assert.deepEqual([of('row_missing').rowId, of('row_missing').measure], [gone!.person_id, 'members'])
  assert.equal(of('row_changed').rowId, moved!.person_id)
  assert.equal(verification.figures[0]!.differences, 3)

  const auditor = await tenant.officer('audit_committee_member', tenant.federationId)
  const told = await verify(id, auditor)
  assert.deepEqual(
    [
      told.intact,
      told.findings.every(({ rowId, sealed, found }) => rowId === null && sealed === null && found === null),
    ],
    [false, true],
  )
})

test('changed references to rows are found in the seal itself', async () => {
  const { seal, verify, codes, behind } = await sealedWorld()
  const { id } = await seal([{ measure: 'members' }])
  await behind('update sealed_rows set row_ids[1] = gen_random_uuid() where report_id = $1', [id])
  assert.deepEqual(codes(await verify(id)), ['row_added', 'row_missing', 'rows_changed'])
})

test('a seal removed from the chain, at its end too, is found from every other seal', async () => {
  const { tenant, seal, verify, codes, behind } = await sealedWorld()
  const [first, second, third] = [
    await seal([{ measure: 'members' }]),
    await seal([{ measure: 'workers' }]),
    await seal([{ measure: 'members' }]),
  ]
  const remove = async (id: string) => {
    for (const table of ['report_seals', 'sealed_figures', 'sealed_rows'])
      await behind(`delete from ${table} where report_id = $1`, [id])
    await behind('delete from sealed_reports where id = $1', [id])
  }
  await remove(second!.id)
  for (const { id } of [first!, third!]) assert.deepEqual(codes(await verify(id)), ['seal_missing 2'])
  await remove(third!.id)
  await behind(
    `update report_seal_heads set number = 1, hash = (select hash from report_seals where report_id = $2) where tenant_id = $1`,
    [tenant.id, first!.id],
  )
  assert.deepEqual(codes(await verify(first!.id)), ['seal_missing 2', 'seal_missing 3'])
})

test('`gonghui verify` looks at every seal: it is silent when all is right, and names what is not', async () => {
  const { tenant, seal, behind } = await sealedWorld()
  const { id } = await seal([{ measure: 'members', by: 'organisation' }])
  await seal([{ measure: 'workers' }])
  const check = () => tenant.inside((tx) => checkSeals(tx))
  assert.deepEqual(await check(), { seals: 2, figures: 2, grave: [] })
  await behind('update sealed_figures set row_count = 6 where report_id = $1', [id])
  assert.deepEqual(
    (await check()).grave.map(({ code, measure }) => `${code} ${measure}`),
    ['figure_changed members', 'rows_changed members'],
  )
})
