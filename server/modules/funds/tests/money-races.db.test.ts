import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTenant } from '#server/platform/db/transaction.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { grassrootRaces } from './grassroot-races.ts'
import { paymentRaces } from './payment-races.ts'
import { once, type MoneyRace } from './race-parts.ts'

const moneyRaces = { ...grassrootRaces, ...paymentRaces }

/**
 * Two do the same at once, and both have looked before either acts, unless a lock keeps the second from looking; gives the money that stands, and how
 * many were refused.
 */
async function bothAtOnce(
  race: MoneyRace,
  lock: 'locked' | 'unlocked',
): Promise<{ sum: number; refused: number }> {
  const { platform } = await testServer()
  const tenant = await makeTenant()
  const raced = await tenant.inside((tx) => race.make(tx, tenant))
  const looked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const one = (mine: 0 | 1) =>
    inTenant(platform, tenant.id, async (tx) => {
      if (lock === 'locked') await raced.lock(tx)
      const isToDo = await raced.look(tx)
      looked[mine].resolve()
      // Whoever holds the lock goes on alone: the other looks after the commit. Without it both wait for each other, however slow they are.
      if (lock === 'unlocked') await looked[mine === 0 ? 1 : 0].promise
      else await Promise.race([looked[mine === 0 ? 1 : 0].promise, aMoment()])
      if (isToDo) await raced.act(tx, mine)
    })
  const ends = await Promise.allSettled([one(0), one(1)])
  const sum = await tenant.inside((tx) => raced.sum(tx))
  return { sum, refused: ends.filter(({ status }) => status === 'rejected').length }
}

for (const [what, race] of Object.entries(moneyRaces).filter(([, { hasLock }]) => hasLock))
  test(`${what} by two at once: who comes second finds it done`, async () => {
    assert.deepEqual(await bothAtOnce(race, 'locked'), { sum: once, refused: 0 })
  })

for (const [what, race] of Object.entries(moneyRaces).filter(([, { constraints }]) => constraints.length > 0))
  test(`${what} by two at once with no lock: the database refuses the second`, async () => {
    assert.deepEqual(await bothAtOnce(race, 'unlocked'), { sum: once, refused: 1 })
  })

// The database of this file is its own; these come last, since what they take off stays off.
for (const [what, race] of Object.entries(moneyRaces))
  test(`control: ${what} by two at once, and nothing holds it: it counts twice`, async () => {
    const { owner } = await testServer()
    for (const each of race.constraints) {
      const [table, constraint] = each.split('.')
      await owner.query(`alter table ${table} drop constraint if exists ${constraint} cascade`)
    }
    assert.deepEqual(await bothAtOnce(race, 'unlocked'), { sum: 2 * once, refused: 0 })
  })

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150))
}
