import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sealColumns } from '#server/modules/people/index.ts'
import { unwrapKey } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import type { RunningJob } from '#server/platform/jobs.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { forgetOld } from './forget-old.ts'
import { fail, succeed } from './test/guessing.ts'
import { makeAccount } from './test/make-account.ts'

test('each night sessions that are over, old counters and places long unseen are forgotten, and nothing else', async () => {
  const { platform, owner } = await testServer()
  const tenant = await makeTenant()
  const [over, alive] = [await makeAccount(tenant), await makeAccount(tenant)]
  await over.signedIn()
  await alive.signedIn()
  await owner.query(`update sessions set expires_at = now() where account_id = $1`, [over.accountId])
  await owner.query('delete from limits; delete from sign_in_places')
  await fail(platform, { login: `old-${newId()}` })
  await owner.query(`update limits set window_started_at = now() - interval '3 days', blocked_until = null`)
  await fail(platform, { login: `new-${newId()}`, address: '203.0.113.250' })
  await succeed(platform, { login: `seen-${newId()}` })
  await owner.query(`update sign_in_places set seen_at = now() - interval '181 days'`)
  await succeed(platform, { login: `seen-${newId()}`, address: '203.0.113.251' })
  const count = async (table: string) =>
    Number((await owner.query(`select count(*) from ${table}`)).rows[0].count)
  const places = await count('sign_in_places')

  await forgetOld(platform)({} as RunningJob)

  const { rows } = await owner.query('select account_id from sessions where tenant_id = $1', [tenant.id])
  assert.deepEqual(rows, [{ account_id: alive.accountId }])
  const { rows: old } = await owner.query(
    `select 1 from limits where window_started_at < now() - interval '2 days'`,
  )
  assert.equal(old.length, 0)
  assert.ok((await count('limits')) > 0)
  assert.equal(await count('sign_in_places'), places - 2)
})

test('whoever has a mobile on file is told that their sign-in was changed; the words say nothing of what', async () => {
  const { owner } = await testServer()
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  await tenant.inside(async (tx) => {
    const key = await tx
      .selectFrom('person_keys')
      .selectAll()
      .where('tenant_id', '=', tx.tenantId)
      .where('person_id', '=', account.personId)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('persons')
      .set(
        sealColumns(tx, unwrapKey(tx.keys, key.wrapped_key, key.master_key_id), {
          document: null,
          mobile: '13800000000',
        }),
      )
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', account.personId)
      .execute()
  })
  const client = await account.signedIn()
  const { status } = await client.post('/me/password', {
    currentPassword: account.password,
    newPassword: 'another Good one 7',
  })
  assert.equal(status, 200)
  const { rows } = await owner.query('select channel, purpose from messages where person_id = $1', [
    account.personId,
  ])
  assert.deepEqual(rows, [{ channel: 'sms', purpose: 'sign_in_changed' }])
})
