import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { ShownCard } from '#contract/matchmaking-entry.ts'
import { sealText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { hideProfilesOf } from '../entry/store.ts'
import { shownCards } from '../entry/shown-cards.ts'
import { makeSingle } from './make-single.ts'
import { introduce, meetAtEvent, becomeMutual } from './make-pair.ts'

async function keyOf(tx: Tx, personId: string): Promise<Buffer> {
  const row = await tx
    .selectFrom('person_keys')
    .select(['wrapped_key', 'master_key_id'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return unwrapKey(tx.keys, row.wrapped_key, row.master_key_id)
}

async function release(tx: Tx, interestId: string, given: { by: string; field: string; value: string }) {
  await sql`insert into contact_releases (tenant_id, id, interest_id, person_id, field, value_cipher) values (${tx.tenantId}, ${randomUUID()},
    ${interestId}, ${given.by}, ${given.field}, ${sealText(await keyOf(tx, given.by), given.value)})`.execute(
    tx,
  )
}

/** Two people of two units, the viewed one with something in every field. */
async function two(tx: Tx, tenant: TestTenant) {
  const viewer = await makeSingle(tx, tenant, { sex: 'male', birthDate: '1993-02-01' })
  const viewed = await makeSingle(tx, tenant, {
    name: '欧阳海燕',
    unionId: tenant.south.unionId,
    employerId: tenant.south.employerId,
    profile: { showsIncome: true, photoFor: 'mutual' },
  })
  const see = async () => (await shownCards(tx, viewer, [viewed])).get(viewed)
  return { viewer, viewed, see }
}

/** Which fields of a card say something. */
function said(card: ShownCard | undefined): string[] {
  if (card === undefined) return []
  const fields = (['badge', 'nickname', 'card', 'firstName', 'photo'] as const).filter(
    (field) => card[field] !== null && card[field] !== false,
  )
  return [...fields, ...card.contacts.map((each) => each.field)]
}

test('every stage shows its own fields and no other, and without a stage there is nothing', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const { viewer, viewed, see } = await two(tx, tenant)
    assert.deepEqual(said(await see()), [])
    await meetAtEvent(tx, tenant, [viewer, viewed])
    assert.deepEqual(said(await see()), ['badge', 'nickname'])
    await introduce(tx, tenant, [viewer, viewed])
    const card = await see()
    assert.deepEqual(said(card), ['badge', 'nickname', 'card'])
    assert.deepEqual([card!.card!.income, card!.card!.house], ['10_to_20', null], 'only what is switched on')
    assert.match(card!.card!.ageBand, /^\d\d-\d\d$/)
    const interestId = await becomeMutual(tx, tenant, [viewer, viewed])
    assert.deepEqual(said(await see()), ['badge', 'nickname', 'card', 'firstName', 'photo'])
    assert.equal((await see())!.firstName, '海燕')
    await release(tx, interestId, { by: viewed, field: 'wechat', value: 'haiyan_demo' })
    await release(tx, interestId, { by: viewer, field: 'mobile', value: '14200000000' })
    const released = (await see())!
    assert.deepEqual(released.contacts, [{ field: 'wechat', value: 'haiyan_demo' }])
    await sql`update contact_releases set revoked_at = now() where person_id = ${viewed}`.execute(tx)
    assert.deepEqual((await see())!.contacts, [], 'what is taken back is gone')
  })
})

test('a block either way, a hiding and a refusal on either side look like being absent, at every stage', async () => {
  const tenant = await makeTenant()
  const stages = [
    async (tx: Tx, pair: [string, string]) => void (await meetAtEvent(tx, tenant, pair)),
    async (tx: Tx, pair: [string, string]) => void (await introduce(tx, tenant, pair)),
    async (tx: Tx, pair: [string, string]) => void (await becomeMutual(tx, tenant, pair)),
  ]
  const block = (tx: Tx, by: string, whom: string) =>
    sql`insert into blocks (tenant_id, id, person_id, blocked_person_id) values (${tx.tenantId}, ${newId()}, ${by}, ${whom})`.execute(
      tx,
    )
  const exclude = (tx: Tx, whom: string) =>
    sql`insert into exclusions (tenant_id, id, person_id, reason) values (${tx.tenantId}, ${newId()}, ${whom}, 'confirmed_reports')`.execute(
      tx,
    )
  const ends = [
    (tx: Tx, [viewer, viewed]: [string, string]) => block(tx, viewer, viewed),
    (tx: Tx, [viewer, viewed]: [string, string]) => block(tx, viewed, viewer),
    (tx: Tx, [viewer]: [string, string]) => exclude(tx, viewer),
    (tx: Tx, [, viewed]: [string, string]) => exclude(tx, viewed),
    (tx: Tx, [, viewed]: [string, string]) => hideProfilesOf(tx, [viewed], 'excluded'),
  ]
  await tenant.inside(async (tx) => {
    for (const stage of stages)
      for (const end of ends) {
        const { viewer, viewed, see } = await two(tx, tenant)
        await stage(tx, [viewer, viewed])
        assert.notEqual(await see(), undefined)
        await end(tx, [viewer, viewed])
        assert.equal(await see(), undefined)
      }
  })
})

test('whoever hides from the unit is a number to colleagues and to who holds a post there, until it is mutual', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const viewer = await makeSingle(tx, tenant, { sex: 'male', birthDate: '1993-02-01' })
    const hides = await makeSingle(tx, tenant)
    const open = await makeSingle(tx, tenant, { profile: { hideFromUnit: false } })
    await meetAtEvent(tx, tenant, [viewer, hides, open])
    for (const other of [hides, open]) await introduce(tx, tenant, [viewer, other])
    const shown = await shownCards(tx, viewer, [hides, open])
    assert.deepEqual(said(shown.get(hides)), ['badge'])
    assert.deepEqual(said(shown.get(open)), ['badge', 'nickname', 'card'])
    await becomeMutual(tx, tenant, [viewer, hides])
    assert.equal((await shownCards(tx, viewer, [hides])).get(hides)?.stage, 'mutual')
    const chair = await makeSingle(tx, tenant, { sex: 'male', unionId: tenant.south.unionId })
    const below = await makeSingle(tx, tenant)
    await introduce(tx, tenant, [chair, below])
    assert.notEqual((await shownCards(tx, chair, [below])).get(below), undefined)
    await sql`insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on)
      values (${tx.tenantId}, ${newId()}, ${newId()}, ${chair}, 'union_chair', ${tenant.north.unionId}, true, 'document', '2020-01-01')`.execute(
      tx,
    )
    assert.equal((await shownCards(tx, chair, [below])).get(below), undefined)
  })
})

test('a couple still sees each other while everybody else sees neither', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const { viewer, viewed, see } = await two(tx, tenant)
    const third = await makeSingle(tx, tenant, { sex: 'male', birthDate: '1990-01-01' })
    const interestId = await becomeMutual(tx, tenant, [viewer, viewed])
    await becomeMutual(tx, tenant, [third, viewed])
    const [a, b] = [viewer, viewed].sort()
    const coupleId = randomUUID()
    await sql`insert into couples (tenant_id, id, person_a, person_b, organisation_id, interest_id, a_confirmed_at, b_confirmed_at, confirmed_at)
      values (${tx.tenantId}, ${coupleId}, ${a}, ${b}, ${tenant.federationId}, ${interestId}, now(), now(), now())`.execute(
      tx,
    )
    for (const id of [a, b])
      await sql`insert into open_couples (tenant_id, person_id, couple_id) values (${tx.tenantId}, ${id}, ${coupleId})`.execute(
        tx,
      )
    await hideProfilesOf(tx, [viewer, viewed], 'couple')
    assert.equal((await see())?.stage, 'mutual')
    assert.equal((await shownCards(tx, third, [viewed])).get(viewed), undefined)
  })
})
