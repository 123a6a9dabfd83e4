import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { sealColumns } from '#server/modules/people/index.ts'
import { openText, unwrapKey } from '#server/platform/crypto.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeCode } from './codes.ts'
import { checkCode, countToday, requestCode, type CodeHolder } from './index.ts'
import { chanceOfGuessing, codePolicy } from './rules.ts'

const purpose = 'activation.code'

async function withHolder(): Promise<{ tenant: TestTenant; holder: CodeHolder }> {
  const tenant = await makeTenant()
  const personId = await tenant.inside(async (tx) => {
    const id = await makePerson(tx, { name: '戴测试' })
    const key = await tx
      .selectFrom('person_keys')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const sealed = sealColumns(tx, unwrapKey(tx.keys, key.wrapped_key, key.master_key_id), {
      document: null,
      mobile: '13800000000',
    })
    await tx
      .updateTable('persons')
      .set(sealed)
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', id)
      .execute()
    return id
  })
  return { tenant, holder: { tenantId: tenant.id, personId } }
}

async function requested(holder: CodeHolder | null): Promise<string> {
  const { platform } = await testServer()
  const id = await inPlumbing(platform.pool, (tx) => requestCode(tx, { purpose, holder }))
  await makeCode(platform, { codeId: id, purpose })
  return id
}

/** The code in the newest message of the tenant. */
async function sentCode(tenant: TestTenant): Promise<string> {
  return tenant.inside(async (tx) => {
    const { rows } = await sql<{ cipher: Buffer; key: Buffer; id: number }>`
      select m.content_cipher as cipher, k.wrapped_key as key, k.master_key_id as id from messages m
      join person_keys k on k.tenant_id = m.tenant_id and k.person_id = m.person_id
      where m.tenant_id = ${tx.tenantId} order by m.created_at desc limit 1`.execute(tx)
    const { cipher, key, id } = rows[0]!
    return (JSON.parse(openText(unwrapKey(tx.keys, key, id), cipher)) as { values: { code: string } }).values
      .code
  })
}

async function tried(id: string, code: string, of = purpose) {
  const { platform } = await testServer()
  return inPlumbing(platform.pool, (tx) => checkCode(tx, platform.keys, { id, purpose: of, code }))
}

const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a code works once, for its own request and purpose only', async () => {
  const { tenant, holder } = await withHolder()
  await pauseDelivery(tenant)
  const other = await requested(null)
  const id = await requested(holder)
  const code = await sentCode(tenant)
  assert.deepEqual(await tried(id, code, 'people.mobile'), { is: 'spent' })
  assert.equal((await tried(other, code)).is, 'wrong')
  assert.deepEqual(await tried(id, code), { is: 'right', holder })
  assert.deepEqual(await tried(id, code), { is: 'spent' })
})

test('five tries, and then even the right code is spent; a request for nobody counts alike', async () => {
  const { tenant, holder } = await withHolder()
  await pauseDelivery(tenant)
  const [id, decoy] = [await requested(holder), await requested(null)]
  const code = await sentCode(tenant)
  for (const each of [id, decoy]) {
    for (let left = 4; left >= 0; left--)
      assert.deepEqual(await tried(each, wrongCode(code)), { is: 'wrong', triesLeft: left })
    assert.deepEqual(await tried(each, code), { is: 'spent' })
  }
})

test('tries at the same moment are counted one by one', async () => {
  const id = await requested(null)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => tried(id, '000000')))
  assert.equal(outcomes.filter(({ is }) => is === 'wrong').length, codePolicy.tries)
})

test('after ten minutes of the database’s clock a code is spent', async () => {
  const { tenant, holder } = await withHolder()
  await pauseDelivery(tenant)
  const id = await requested(holder)
  const { owner } = await testServer()
  const { rows } = await owner.query<{ minutes: number }>(
    `update one_time_codes set expires_at = expires_at - interval '10 minutes' where id = $1
     returning extract(epoch from expires_at + interval '10 minutes' - created_at)::int / 60 as minutes`,
    [id],
  )
  assert.equal(rows[0]?.minutes, codePolicy.minutes)
  assert.deepEqual(await tried(id, await sentCode(tenant)), { is: 'spent' })
})

test('a daily cap holds when everybody asks at once', async () => {
  const { platform } = await testServer()
  const { id } = await makeTenant()
  const asked = Array.from({ length: 30 }, () =>
    inPlumbing(platform.pool, (tx) => countToday(tx, platform.keys, { of: 'test', value: id, perDay: 5 })),
  )
  assert.equal((await Promise.all(asked)).filter(Boolean).length, 5)
})

test('control: counting by looking first and writing afterwards lets more than the cap through', async () => {
  const { owner } = await testServer()
  const key = Buffer.from(`control ${(await makeTenant()).id}`)
  const looked = Array.from({ length: 30 }, () =>
    owner.query<{ used: number }>(
      'select coalesce((select used from daily_counts where key_hash = $1 and day = app_today()), 0) as used',
      [key],
    ),
  )
  const passed = (await Promise.all(looked)).filter(({ rows }) => rows[0]!.used < 5)
  for (const _each of passed)
    await owner.query(
      `insert into daily_counts (key_hash, day, used) values ($1, app_today(), 1)
       on conflict (key_hash, day) do update set used = daily_counts.used + 1`,
      [key],
    )
  assert.ok(passed.length > 5)
})

test('who may try everything guesses one of a day’s codes with a chance of at most 1 in 20,000', () => {
  assert.ok(chanceOfGuessing(codePolicy) <= 5e-5, String(chanceOfGuessing(codePolicy)))
})

/** The job loop of the test server would end the message and erase its text before the test has read it. */
async function pauseDelivery(tenant: TestTenant): Promise<void> {
  const { owner } = await testServer()
  await owner.query(`update tenants set kind = 'demo' where id = $1`, [tenant.id])
}
