import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { refusals } from '../entry/refusals.ts'
import { makeSingle, signedInSingle } from './make-single.ts'

test('who has every step behind them may take part, and each missing step has its reason', async () => {
  const tenant = await makeTenant()
  const ready = await signedInSingle(tenant)
  await tenant.inside(async (tx) => {
    const upTo = (step: 'member' | 'consent' | 'declaration' | 'attestation') =>
      makeSingle(tx, tenant, { upTo: step })
    const ids = {
      none: ready.personId,
      consent: await upTo('member'),
      declaration: await upTo('consent'),
      attestation: await upTo('declaration'),
      profile: await upTo('attestation'),
    }
    const found = await refusals(tx, { personIds: Object.values(ids) })
    const codes = Object.fromEntries(Object.entries(ids).map(([step, id]) => [step, found.get(id)]))
    assert.deepEqual(codes, {
      none: undefined,
      consent: 'matchmaking.no_consent',
      declaration: 'matchmaking.no_declaration',
      attestation: 'matchmaking.not_attested',
      profile: undefined,
    })
  })
})

test('a man of 21 is too young and a woman of 20 is not, whoever is 22 is, and an unknown age is none', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const { rows } = await sql<{ of20: string; of21: string; of22: string; almost: string }>`
      select (app_today() - interval '20 years')::date as of20, (app_today() - interval '21 years')::date as of21,
        (app_today() - interval '22 years')::date as of22, (app_today() - interval '20 years' + interval '1 day')::date as almost`.execute(
      tx,
    )
    const { of20, of21, of22, almost } = rows[0]!
    const born = async (sex: 'male' | 'female', birthDate: string) => {
      const id = await makeSingle(tx, tenant, { sex, birthDate })
      return (await refusals(tx, { personIds: [id] })).get(id)
    }
    assert.equal(await born('male', of21), 'matchmaking.too_young')
    assert.equal(await born('male', of22), undefined)
    assert.equal(await born('female', of20), undefined)
    assert.equal(await born('female', almost), 'matchmaking.too_young')
    const nobodyKnows = await makeSingle(tx, tenant)
    await sql`update persons set birth_date = null where id = ${nobodyKnows}`.execute(tx)
    assert.equal(
      (await refusals(tx, { personIds: [nobodyKnows] })).get(nobodyKnows),
      'matchmaking.age_unknown',
    )
  })
})

test('leaving, losing card or work, an exclusion, a couple and a marriage each stop it at once', async () => {
  const tenant = await makeTenant()
  const after = (change: (tx: Tx, id: string) => Promise<unknown>) =>
    tenant.inside(async (tx) => {
      const id = await makeSingle(tx, tenant)
      await change(tx, id)
      return (await refusals(tx, { personIds: [id] })).get(id)
    })
  const other = await tenant.inside((tx) => makeSingle(tx, tenant, { sex: 'male' }))
  const pair = (id: string) => (id < other ? [id, other] : [other, id])
  const outcome = (tx: Tx, id: string, said: string) =>
    sql`insert into pair_outcomes (tenant_id, id, person_a, person_b, outcome, happened_on, organisation_id, recorded_at)
      values (${tx.tenantId}, ${newId()}, ${pair(id)[0]}, ${pair(id)[1]}, ${said}, app_today(), ${tenant.federationId}, clock_timestamp())`.execute(
      tx,
    )
  assert.equal(
    await after((tx, id) => sql`delete from member_index where person_id = ${id}`.execute(tx)),
    'matchmaking.not_member',
  )
  assert.equal(
    await after((tx, id) =>
      sql`update service_cards set superseded_at = now() where person_id = ${id}`.execute(tx),
    ),
    'matchmaking.no_card',
  )
  assert.equal(
    await after((tx, id) =>
      sql`update employments set superseded_at = now() where person_id = ${id}`.execute(tx),
    ),
    'matchmaking.not_employed',
  )
  assert.equal(
    await after((tx, id) =>
      sql`insert into exclusions (tenant_id, id, person_id, reason) values (${tx.tenantId}, ${newId()}, ${id}, 'confirmed_reports')`.execute(
        tx,
      ),
    ),
    'matchmaking.excluded',
  )
  assert.equal(await after((tx, id) => outcome(tx, id, 'married')), 'matchmaking.in_couple')
  assert.equal(
    await after(async (tx, id) => {
      await outcome(tx, id, 'married')
      await outcome(tx, id, 'ended')
    }),
    undefined,
    'whoever is single again may',
  )
  assert.equal(
    await after((tx, id) =>
      sql`update member_index set union_id = ${tenant.south.unionId} where person_id = ${id}`.execute(tx),
    ),
    'matchmaking.not_attested',
    'another union says so anew',
  )
})
