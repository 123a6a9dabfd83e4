import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeAnchor } from '#server/modules/audit/index.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { createPersons, requestTransfers } from '#server/modules/people/index.ts'
import { cast, drawToken, voteWorld } from '#server/modules/ballots/tests/phone-vote-world.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { verifyPlace } from './index.ts'
import { auditChains } from './records.ts'
import { urnFinding } from './votes.ts'

/** Checks of one tenant that found a difference, with what they say. */
async function differences(tenant: TestTenant): Promise<Record<string, string>> {
  const { owner, dataFolder } = await testServer()
  const found: Record<string, string> = {}
  for await (const line of verifyPlace({ pool: owner, keys: testKeys, dataFolder, anchors: null })) {
    if (line.difference !== null && line.tenant === `test-${tenant.id}`) found[line.check] = line.difference
  }
  return found
}

async function tenantWithMembers() {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  const personIds = await tenant.inside(async (tx) => {
    await audit(tx, null, 'test.written', { kind: 'test', id: null, organisationId: null })
    return createPersons(tx, null, [member('赵测试', tenant), member('钱测试', tenant)])
  })
  const set = (statement: string, ...values: unknown[]) => owner.query(statement, [tenant.id, ...values])
  return { tenant, personIds, set }
}

function member(name: string, tenant: TestTenant): Parameters<typeof createPersons>[2][number] {
  const columns = {
    name,
    sex: null,
    birth_date: null,
    ethnic_group: null,
    political_affiliation: null,
    education_level: null,
    household_type: null,
    migrant_worker: null,
  }
  const membership = {
    unionId: tenant.north.unionId,
    kind: 'member' as const,
    joinedOn: '2021-01-01',
    joinedPrecision: 'day' as const,
    startsOn: '2021-01-01',
    endsBefore: null,
    endReason: null,
  }
  return {
    columns,
    document: null,
    mobile: null,
    invitation: null,
    memberships: [membership],
    employments: [],
    cards: [],
  }
}

test('a sound tenant verifies, check by check', async () => {
  const { tenant } = await tenantWithMembers()
  assert.deepEqual(await differences(tenant), {})
})

test('each kind of damage is found and named', async () => {
  const { tenant, personIds, set } = await tenantWithMembers()
  await set(`update audit_entries set action = 'test.other' where tenant_id = $1 and action = 'test.written'`)
  await set(
    `insert into affiliations (tenant_id, id, child_id, parent_id, kind, starts_on, ends_before)
     values ($1, $2, $3, $4, 'leads', '2022-01-01', '2023-01-01')`,
    newId(),
    tenant.north.unionId,
    tenant.south.streetId,
  )
  await set(
    `insert into memberships (tenant_id, id, person_id, union_id, kind, starts_on, ends_before)
     values ($1, $2, $3, $4, 'member', '2022-01-01', '2023-01-01')`,
    newId(),
    personIds[0],
    tenant.south.unionId,
  )
  await set('delete from member_index where tenant_id = $1 and person_id = $2', personIds[1])
  await set(
    `insert into headcounts (tenant_id, id, organisation_id, as_of, workers, women, source) values ($1, $2, $3, '2024-01-01', 3, 5, 'test')`,
    newId(),
    tenant.north.employerId,
  )
  await set('update person_keys set master_key_id = 9 where tenant_id = $1 and person_id = $2', personIds[0])
  await set(
    `insert into imports (tenant_id, id, kind, mode, organisation_id, file_sha256, file_name, file_bytes, as_of, state, created_by, created_by_account)
     values ($1, $2, 'roster', 'delta', $3, $4, 'x.xlsx', 1, '2024-01-01', 'ready', $2, $2)`,
    newId(),
    tenant.north.unionId,
    'ab'.repeat(32),
  )
  const found = await differences(tenant)
  assert.match(found['audit chains']!, /chain \d+, entry 1: content does not fit/)
  assert.match(found['one leading parent at any date']!, /is led by .* and by .* on 2022-01-01/)
  assert.match(found['organisation tree equals its rows']!, /is missing/)
  assert.match(found['one membership at any date']!, new RegExp(`${personIds[0]} has two memberships`))
  assert.match(found['member index and counts equal their rows']!, /1 rows missing/)
  assert.match(found['headcounts add up']!, /larger than its 3 workers/)
  assert.match(found['hidden data can be opened']!, /wrapped by key 9/)
  assert.match(found.attachments!, /file abab.*not_found/)
})

test('a person key that was altered, and a figure that falls out of the tree, are found', async () => {
  const { tenant, set } = await tenantWithMembers()
  await set(
    `update person_keys set wrapped_key = set_byte(wrapped_key, 3, 1 - get_byte(wrapped_key, 3) % 2) where tenant_id = $1`,
  )
  await set(
    'delete from organisation_tree where tenant_id = $1 and descendant_id = $2 and depth = 0',
    tenant.north.unionId,
  )
  const found = await differences(tenant)
  assert.match(found['hidden data can be opened']!, /does not open/)
  assert.match(found['figures equal their rows']!, /members: 2 of 2 count nowhere/)
})

test('an urn is sound until somebody without the token key changes a ballot in it', async () => {
  const world = await voteWorld(2)
  const token = await drawToken(world, 0)
  await world.step('opening')
  await cast(world, token, [1, 0, 0])
  const { owner, dataFolder } = await testServer()
  const place = { pool: owner, keys: testKeys, dataFolder, anchors: null }
  assert.deepEqual(await urnFinding(place), { looked: '1 urns', difference: null })
  await owner.query(`update urn.ballots set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40))`)
  assert.match((await urnFinding(place)).difference!, new RegExp(`^vote ${world.voteId}, not a ballot`))
})

test('the audit log is compared with anchors of a folder, and with one anchor file', async (t) => {
  const { tenant } = await tenantWithMembers()
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-anchors-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const made = (await tenant.inside((tx) => makeAnchor(tx, null)))!
  const file = join(folder, made.fileName)
  writeFileSync(file, made.text)
  const { owner, dataFolder } = await testServer()
  const logOf = async (anchors: string) => {
    const place = { pool: owner, keys: testKeys, dataFolder, anchors }
    return inTenant(place, tenant.id, (tx) => auditChains.run(tx, place))
  }
  for (const anchors of [folder, file]) {
    const { looked, difference } = await logOf(anchors)
    assert.equal(difference, null)
    assert.match(looked, /anchored outside until 20/)
  }
  await owner.query('update audit_seals set hash = prev_hash where tenant_id = $1', [tenant.id])
  assert.match((await logOf(folder)).difference!, /seal 1: content does not fit/)
})

test('a table without row security is found', async () => {
  const { owner, dataFolder } = await testServer()
  await owner.query('create table planted (tenant_id uuid not null, id uuid primary key)')
  const first = await verifyPlace({ pool: owner, keys: testKeys, dataFolder, anchors: null }).next()
  await owner.query('drop table planted')
  assert.match(first.value!.difference!, /planted/)
})

test('a transfer of somebody who is no member there, or accepted without a membership, is found', async () => {
  const { tenant, personIds, set } = await tenantWithMembers()
  const [fromUnionId, toUnionId] = [tenant.north.unionId, tenant.south.unionId]
  const transferIds = await tenant.inside((tx) =>
    requestTransfers(tx, null, {
      persons: [{ personId: personIds[0]!, fromUnionId }],
      toUnionId,
      askedBy: 'union_of_today',
      reason: null,
      importId: null,
    }),
  )
  assert.deepEqual(await differences(tenant), {})
  await set(
    `update memberships set union_id = $2 where tenant_id = $1 and person_id = $3`,
    tenant.federationId,
    personIds[0],
  )
  const found = await differences(tenant)
  assert.match(found['transfers agree with memberships']!, /no member of the union of today/)
  await set(
    `insert into transfer_steps (tenant_id, transfer_id, person_id, step, by_side) values ($1, $2, $3, 'accepted', 'union_to_come')`,
    transferIds[0],
    personIds[0],
  )
  assert.match((await differences(tenant))['transfers agree with memberships']!, /was accepted/)
})
