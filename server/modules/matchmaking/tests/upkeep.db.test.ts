import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { makeTenant } from '#server/test/makers.ts'
import { keepProfiles } from '../entry/upkeep.ts'
import { makeSingle } from './make-single.ts'

const reasonsOf = async (tx: Tx, personId: string) => {
  const { rows } = await sql<{ reason: string }>`
    select h.reason from profile_hidings h join dating_profiles d on d.id = h.profile_id where d.person_id = ${personId} and h.ended_at is null`.execute(
    tx,
  )
  return rows.map((row) => row.reason)
}
const exists = async (tx: Tx, personId: string) =>
  (await sql`select from dating_profiles where person_id = ${personId}`.execute(tx)).rows.length === 1
const awayFor = (tx: Tx, personId: string, days: number) =>
  sql`update dating_profiles set last_active_on = app_today() - ${days}::int where person_id = ${personId}`.execute(
    tx,
  )

test('a lapsed declaration and leaving the union hide a profile, and it comes back when they are mended', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const [lapsed, left, fine] = [
      await makeSingle(tx, tenant),
      await makeSingle(tx, tenant),
      await makeSingle(tx, tenant),
    ]
    for (const id of [lapsed, left, fine]) await awayFor(tx, id, 1)
    await sql`delete from single_declarations where person_id = ${lapsed}`.execute(tx)
    await sql`update member_index set kind = 'retained' where person_id = ${left}`.execute(tx)
    await keepProfiles(tx)
    assert.deepEqual(await reasonsOf(tx, lapsed), ['declaration_lapsed'])
    assert.deepEqual(await reasonsOf(tx, left), ['left_union'])
    assert.deepEqual(await reasonsOf(tx, fine), [])
    assert.deepEqual(
      await keepProfiles(tx),
      { hidden: 0, shown: 0, deleted: 0 },
      'run again it finds nothing',
    )
    await sql`update member_index set kind = 'member' where person_id = ${left}`.execute(tx)
    await keepProfiles(tx)
    assert.deepEqual(await reasonsOf(tx, left), [])
  })
})

test('a year away hides, two years delete, and so does a consent that was withdrawn', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    const ids = [await makeSingle(tx, tenant), await makeSingle(tx, tenant), await makeSingle(tx, tenant)]
    const [year, twoYears, withdrawn] = ids as [string, string, string]
    await awayFor(tx, year, 365)
    await awayFor(tx, twoYears, 730)
    await awayFor(tx, withdrawn, 1)
    await sql`insert into consent_withdrawals (tenant_id, consent_id) select tenant_id, id from consents where person_id = ${withdrawn}`.execute(
      tx,
    )
    await keepProfiles(tx)
    assert.deepEqual(await reasonsOf(tx, year), ['inactive'])
    assert.deepEqual(
      [await exists(tx, year), await exists(tx, twoYears), await exists(tx, withdrawn)],
      [true, false, false],
    )
  })
})
