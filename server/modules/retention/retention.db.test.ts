import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Retention } from '#contract/retention.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson, makeTenant } from '#server/test/makers.ts'
import { removeDue } from './run-retention.ts'

test('a run removes exactly what is older than its rule, says how much, and the page foretells it', async () => {
  const tenant = await makeTenant()
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const ages = [0, 1, 400, 1095, 1096, 1097, 1500]
  const guest = await tenant.inside(async (tx) => {
    const personId = await makePerson(tx, { name: '被查看人' })
    for (const age of ages) {
      await sql`insert into reveals (tenant_id, id, person_id, fields, reason, appointment_id, revealed_at)
        values (${tx.tenantId}, ${newId()}, ${personId}, '{mobile}', '核对', ${personId}, (app_today() - ${age}::int + time '12:00') at time zone 'Asia/Shanghai')`.execute(
        tx,
      )
    }
    const invited = await makePerson(tx, { name: '外请专家' })
    await sql`update persons set invited_until = app_today() - 366, invited_by_organisation_id = ${tenant.federationId} where id = ${invited}`.execute(
      tx,
    )
    return invited
  })
  const page = async () => (await district.get<Retention>('/privacy/retention')).body
  const dueOf = (retention: Retention, key: string) => retention.rules.find((rule) => rule.key === key)?.due
  const before = await page()
  assert.deepEqual(
    [before.lastRunAt, dueOf(before, 'retention.reveals'), dueOf(before, 'retention.invited_persons')],
    [null, 2, 1],
  )
  assert.equal(before.rules.find((rule) => rule.key === 'retention.audit_entries')?.removes, false)
  const entries = () =>
    tenant.inside(
      async (tx) =>
        (await sql<{ n: number }>`select count(*)::int as n from audit_entries`.execute(tx)).rows[0]!.n,
    )
  const logged = await entries()
  const removed = await tenant.inside(removeDue)
  assert.deepEqual([removed['retention.reveals'], removed['retention.invited_persons']], [2, 1])
  assert.ok((await entries()) >= logged, 'the log only grows')
  const { rows } = await tenant.inside((tx) =>
    sql<{
      age: number
    }>`select app_today() - (revealed_at at time zone 'Asia/Shanghai')::date as age from reveals order by 1`.execute(
      tx,
    ),
  )
  assert.deepEqual(
    rows.map((row) => row.age),
    ages.filter((age) => age <= 1096),
  )
  const name = await tenant.inside((tx) =>
    tx.selectFrom('persons').select('name').where('id', '=', guest).executeTakeFirstOrThrow(),
  )
  assert.equal(name.name, '（已删除）')
  const after = await page()
  assert.deepEqual(
    [
      dueOf(after, 'retention.reveals'),
      after.rules.find((rule) => rule.key === 'retention.reveals')?.lastRemoved,
    ],
    [0, 2],
  )
  assert.deepEqual((await tenant.inside(removeDue))['retention.reveals'], 0)
})
