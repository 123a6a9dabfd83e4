import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#server/platform/ids.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { undoOrganisations, upsertOrganisations, type RegisterOutcome, type RegisterRow } from '../index.ts'

const asOf = '2026-06-30'

function registerRow(row: number, said: Partial<RegisterRow>): RegisterRow {
  return {
    row,
    name: `单位${row}`,
    uscc: null,
    union_name: null,
    union_uscc: null,
    level: null,
    parent_name: null,
    street: null,
    division_code: '330299',
    postcode: null,
    industry_code: null,
    employees: null,
    women_employees: null,
    members: null,
    women_members: null,
    founded: null,
    approval_no: null,
    chair_name: null,
    chair_mobile: null,
    is_direct_point: null,
    annual_budget_fen: null,
    six_haves: null,
    ...said,
  }
}

const smallRegister: RegisterRow[] = [
  registerRow(2, { name: '测试区总工会', union_name: '测试区总工会', level: '区总工会' }),
  registerRow(3, {
    name: '一号公司',
    uscc: 'E1',
    union_name: '东街第1联合工会',
    parent_name: '东街第1联合工会',
    level: '联合工会成员单位',
    employees: 12,
    members: 9,
  }),
  registerRow(4, {
    name: '东街第1联合工会',
    union_name: '东街第1联合工会',
    union_uscc: 'U1',
    parent_name: '东街总工会',
    level: '联合工会',
    chair_name: '测试主席',
  }),
  registerRow(5, {
    name: '东街总工会',
    union_name: '东街总工会',
    parent_name: '测试区总工会',
    level: '街道总工会',
    founded: { value: '2021-03', precision: 'month' },
  }),
  registerRow(6, {
    name: '二号公司',
    uscc: 'E2',
    union_name: '二号公司工会委员会',
    union_uscc: 'U2',
    parent_name: '东街总工会',
    level: '单独基层工会',
    employees: 30,
    members: 28,
    is_direct_point: true,
  }),
]

function bring(
  tenant: TestTenant,
  rows: readonly RegisterRow[],
  importId = newId(),
): Promise<RegisterOutcome> {
  return tenant.inside((tx) =>
    upsertOrganisations(tx, null, rows, { rootId: tenant.federationId, importId, asOf }),
  )
}

/** Everything anybody can see of the register now, in a form that compares. */
async function currentView(tx: Tx): Promise<unknown[]> {
  const { rows } = await sql`
    select 'profile' as what, organisation_id::text as a, name as b, coalesce(uscc, '') || starts_on || coalesce(ends_before::text, '') || direct_point as c
      from organisation_profiles where tenant_id = ${tx.tenantId} and superseded_at is null
    union all select 'tie', child_id::text, parent_id::text, kind || starts_on || coalesce(ends_before::text, '') from affiliations where tenant_id = ${tx.tenantId} and superseded_at is null
    union all select 'cover', union_id::text, employer_id::text, starts_on || coalesce(ends_before::text, '') from coverages where tenant_id = ${tx.tenantId} and superseded_at is null
    union all select 'count', organisation_id::text, as_of::text, workers::text from headcounts where tenant_id = ${tx.tenantId} and superseded_at is null
    union all select 'tree', descendant_id::text, ancestor_id::text, depth || ' ' || starts_on || coalesce(ends_before::text, '') from organisation_tree where tenant_id = ${tx.tenantId}
    order by 1, 2, 3, 4`.execute(tx)
  return rows
}

async function parentNames(tx: Tx): Promise<Record<string, string>> {
  const { rows } = await sql<{ child: string; parent: string }>`
    select c.name as child, p.name as parent from affiliations a
    join organisation_profiles c on c.tenant_id = a.tenant_id and c.organisation_id = a.child_id and c.superseded_at is null and c.ends_before is null
    join organisation_profiles p on p.tenant_id = a.tenant_id and p.organisation_id = a.parent_id and p.superseded_at is null and p.ends_before is null
    where a.tenant_id = ${tx.tenantId} and a.superseded_at is null and a.ends_before is null and a.kind = 'leads'`.execute(
    tx,
  )
  return Object.fromEntries(rows.map((row) => [row.child, row.parent]))
}

test('a register becomes streets, unions and employers in their places, whatever the order of its rows', async () => {
  const tenant = await makeTenant()
  const { createdIds, chairs } = await bring(tenant, smallRegister)
  assert.equal(createdIds.length, 5)
  const parents = await tenant.inside(parentNames)
  assert.equal(parents['东街总工会'], '测试区总工会')
  assert.equal(parents['东街第1联合工会'], '东街总工会')
  assert.equal(parents['一号公司'], '东街第1联合工会')
  assert.equal(parents['二号公司'], '二号公司工会委员会')
  assert.deepEqual(
    chairs.map((chair) => [chair.row, chair.name]),
    [[4, '测试主席']],
  )
})

test('the same register a second time changes nothing', async () => {
  const tenant = await makeTenant()
  await bring(tenant, smallRegister)
  const before = await tenant.inside(currentView)
  const again = await bring(tenant, smallRegister)
  assert.deepEqual([again.createdIds, again.changedIds], [[], []])
  assert.deepEqual(await tenant.inside(currentView), before)
})

test('a later register changes names, places and numbers from its day on; undoing it brings the view of before back', async () => {
  const tenant = await makeTenant()
  await bring(tenant, smallRegister)
  const before = await tenant.inside(currentView)
  const later = smallRegister.map((row) =>
    row.uscc === 'E2' ? { ...row, name: '二号集团公司', parent_name: '北街道总工会', employees: 40 } : row,
  )
  const importId = newId()
  const { changedIds, createdIds } = await tenant.inside((tx) =>
    upsertOrganisations(tx, null, later, { rootId: tenant.federationId, importId, asOf: '2026-09-30' }),
  )
  assert.deepEqual([createdIds.length, changedIds.length], [0, 2])
  const parents = await tenant.inside(parentNames)
  assert.equal(parents['二号公司工会委员会'], '北街道总工会')
  assert.equal(parents['二号集团公司'], '二号公司工会委员会')
  const undone = await tenant.inside((tx) => undoOrganisations(tx, null, importId))
  assert.deepEqual([undone.undoneIds.length, undone.leftIds.length], [2, 0])
  assert.deepEqual(await tenant.inside(currentView), before)
})

test('undoing the first import empties the register again, but leaves what has been changed since', async () => {
  const tenant = await makeTenant()
  const before = await tenant.inside(currentView)
  const importId = newId()
  await bring(tenant, smallRegister, importId)
  const first = await tenant.inside((tx) => undoOrganisations(tx, null, importId))
  assert.equal(first.leftIds.length, 0)
  assert.deepEqual(await tenant.inside(currentView), before)

  const second = newId()
  const { createdIds } = await bring(tenant, smallRegister, second)
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const { body } = await officer.get<{ items: { id: string }[] }>(
    `/organisations?q=${encodeURIComponent('东街总工会')}`,
  )
  const streetId = body.items[0]!.id
  await officer.post(`/organisations/${streetId}/changes`, { address: '测试路1号', startsOn: '2026-07-01' })
  const undone = await tenant.inside((tx) => undoOrganisations(tx, null, second))
  assert.deepEqual(undone.leftIds, [streetId])
  assert.equal(undone.undoneIds.length, createdIds.length - 1)
})

test('an organisation outside the importing street is neither changed nor doubled', async () => {
  const tenant = await makeTenant()
  await bring(tenant, smallRegister)
  const rows = [registerRow(2, { name: '二号公司', uscc: 'E2', parent_name: '北街道总工会', employees: 99 })]
  const outcome = await tenant.inside((tx) =>
    upsertOrganisations(tx, null, rows, { rootId: tenant.north.streetId, importId: newId(), asOf }),
  )
  assert.deepEqual(outcome, { createdIds: [], changedIds: [], outsideRows: [2], chairs: [] })
})

test('five thousand rows come in at once', async () => {
  const tenant = await makeTenant()
  const rows = Array.from({ length: 5000 }, (_, n) =>
    registerRow(n + 2, {
      name: `大表公司${n}`,
      uscc: `B${n}`,
      union_name: `大表公司${n}工会委员会`,
      union_uscc: `V${n}`,
      parent_name: n % 2 ? '北街道总工会' : '南街道总工会',
      level: '单独基层工会',
      employees: 20 + (n % 50),
      members: 10,
    }),
  )
  const { createdIds } = await bring(tenant, rows)
  assert.equal(createdIds.length, 10_000)
})
