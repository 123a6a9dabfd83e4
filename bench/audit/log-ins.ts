import pg from 'pg'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { createServer } from '#server/main.ts'
import { keyedHash, type MasterKeys } from '#server/platform/crypto.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeOrganisation, makePerson } from '#server/test/makers.ts'
import { sessionsOf } from './unchained.ts'

const accounts = 64
const atOnce = 4
const password = 'long enough for a benchmark'

/** Log-ins per second with and without the chain, and how long an entry alone takes. */
export interface LogInRates {
  chained: number
  unchained: number
}

/** Makes accounts of workers who have no second factor. */
export async function makeAccounts(
  { owner, appUrl, keys }: { owner: pg.Client; appUrl: string; keys: MasterKeys },
  tenantId: string,
): Promise<void> {
  await owner.query(
    `insert into tenants (id, code, name, kind, division_code, turned_on) values ($1, 'bench', '测试区总工会', 'test', '330299', app_today())`,
    [tenantId],
  )
  const pool = openPool({ url: appUrl, connections: 1 })
  const passwordHash = await hashPassword(password)
  await inTenant({ pool, keys }, tenantId, async (tx) => {
    await makeOrganisation(tx, { kind: 'federation', name: '测试区总工会', parentId: null })
    for (let n = 0; n < accounts; n++) {
      const personId = await makePerson(tx, { name: '陈测试' })
      await insertAccount(tx, {
        id: newId(),
        personId,
        passwordHash,
        loginHash: keyedHash(keys, 'login', '', `bench${n}`),
      })
    }
  })
  await pool.end()
}

/** Signs in in short turns, with and without the chain one after the other, so that a busy machine slows both alike. */
export async function logInRates(
  { appUrl, keys, folder }: { appUrl: string; keys: MasterKeys; folder: string },
  turns: number,
): Promise<LogInRates> {
  const options = { keys, dataFolder: folder, host: '127.0.0.1', port: 0, secureCookies: false }
  const servers = {
    chained: await createServer({ ...options, databaseUrl: sessionsOf(appUrl, 'chained') }),
    unchained: await createServer({ ...options, databaseUrl: sessionsOf(appUrl, 'unchained') }),
  }
  const seconds = { chained: 0, unchained: 0 }
  for (let turn = -1; turn < turns; turn++) {
    const order = turn % 2 === 0 ? (['chained', 'unchained'] as const) : (['unchained', 'chained'] as const)
    for (const way of order) {
      const took = await signInAll(servers[way].app)
      // The first turn fills caches and plans.
      if (turn >= 0) seconds[way] += took
    }
  }
  for (const { app, platform } of Object.values(servers)) {
    await app.close()
    await platform.pool.end()
  }
  const count = turns * accounts
  return { chained: count / seconds.chained, unchained: count / seconds.unchained }
}

/** Every account once, some at once, each from an address of its own; answers the seconds. */
async function signInAll(app: Awaited<ReturnType<typeof createServer>>['app']): Promise<number> {
  const waiting = Array.from({ length: accounts }, (_, n) => n)
  const started = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
        const answer = await app.inject({
          method: 'POST',
          url: '/api/v1/sessions',
          remoteAddress: `10.1.${n}.7`,
          payload: { login: `bench${n}`, password },
        })
        if (answer.statusCode !== 201) throw new Error(`sign-in is ${answer.statusCode}: ${answer.body}`)
      }
    }),
  )
  return (performance.now() - started) / 1000
}

/** Milliseconds of one transaction with one entry, with and without the chain, again in turns. */
export async function entryMilliseconds(
  { appUrl }: { appUrl: string },
  { tenantId, count }: { tenantId: string; count: number },
): Promise<{ chained: number; unchained: number }> {
  const clients = {
    chained: new pg.Client({ connectionString: sessionsOf(appUrl, 'chained') }),
    unchained: new pg.Client({ connectionString: sessionsOf(appUrl, 'unchained') }),
  }
  const total = { chained: 0, unchained: 0 }
  await clients.chained.connect()
  await clients.unchained.connect()
  for (let n = 0; n < count; n++) {
    for (const way of ['chained', 'unchained'] as const) {
      const started = performance.now()
      await clients[way].query(`begin; set local app.tenant = '${tenantId}'`)
      await clients[way].query({
        name: 'append',
        text: `select append_audit(row($1::uuid, 0::smallint, 0::bigint, gen_random_uuid(), now(), 'sessions.created'::text, null::uuid, gen_random_uuid(), null::uuid,
          'account'::text, gen_random_uuid(), '{}'::jsonb, ''::bytea, ''::bytea)::audit_entries)`,
        values: [tenantId],
      })
      await clients[way].query('commit')
      total[way] += performance.now() - started
    }
  }
  await clients.chained.end()
  await clients.unchained.end()
  return { chained: total.chained / count, unchained: total.unchained / count }
}
