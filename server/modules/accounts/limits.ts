import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import { ruleOfAll } from '#server/modules/rules/index.ts'
import { keyedHash, randomBytes } from '#server/platform/crypto.ts'
import { inPlumbing, type PlumbingTx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import {
  attemptFromAddress,
  attemptFromPlace,
  attemptOfDay,
  type Counter,
  type GuessingRule,
  type Verdict,
} from './rules/lockout.ts'

/** From where somebody tries to sign in. The address and the browser's token are kept as keyed hashes only. */
export interface Whence {
  login: string
  address: string
  /** The random token an earlier successful sign-in left in this browser. */
  deviceToken: string | null
}

/** An attempt that was let through. It counts as a failure until `attemptSucceeded` or `attemptRefunded` says otherwise. */
export interface Attempt {
  pair: Buffer
  day: Buffer | null
  address: Buffer | null
  /** Whether the address counted this log-in as another one that fails there. */
  newLogin: boolean
  places: readonly Buffer[]
  /** By this token the browser is known again after a success. */
  deviceToken: string
  /** This attempt made the address look like one that tries one password on many log-ins. */
  sprayingNoticed: boolean
}

/**
 * Lets an attempt to sign in through, or refuses it (429) with the seconds to wait: counted in the database, so all server processes agree.
 * A browser or address from which the log-in has succeeded before has counters of its own, so nobody can lock its holder out from elsewhere.
 */
export async function admitSignIn(platform: Platform, whence: Whence): Promise<Attempt> {
  const hash = (text: string) => keyedHash(platform.keys, 'limit', '', text)
  const login = whence.login.trim().toLowerCase()
  const network = networkOf(whence.address)
  const deviceToken = whence.deviceToken ?? randomBytes(16).toString('base64url')
  const device = `${login}|in ${deviceToken}`
  const here = `${login}|at ${network}`
  const places = [hash(`place ${device}`), hash(`place ${here}`)] as const
  return inPlumbing(platform.pool, async (tx) => {
    const { value: rule } = await ruleOfAll<GuessingRule>(tx, 'sign_in.guessing')
    const known = await knownPlaces(tx, places, rule.placeDays)
    const isKnown = known.size > 0
    const own = known.has(hexOf(places[0])) ? device : here
    const admitted = await admit(tx, rule, {
      pair: hash(`pair ${own}`),
      day: hash(isKnown ? `day ${own}` : `day ${login}`),
      address: isKnown ? null : hash(`address ${network}`),
    })
    return { ...admitted, places, deviceToken }
  })
}

/** Lets an attempt to give one's own password again through, inside a session; or refuses it (429). */
export async function admitPasswordAgain(platform: Platform, accountId: string): Promise<Attempt> {
  const pair = keyedHash(platform.keys, 'limit', '', `own ${accountId}`)
  return inPlumbing(platform.pool, async (tx) => {
    const { value: rule } = await ruleOfAll<GuessingRule>(tx, 'sign_in.guessing')
    return { ...(await admit(tx, rule, { pair, day: null, address: null })), places: [], deviceToken: '' }
  })
}

/** The attempt was right: failures before it are forgotten, and the place is known from now on. */
export async function attemptSucceeded(platform: Platform, attempt: Attempt): Promise<void> {
  await inPlumbing(platform.pool, async (tx) => {
    const newPlaces = await notePlaces(tx, attempt.places)
    await sql`delete from limits where key_hash = ${attempt.pair}`.execute(tx)
    await takeBack(tx, attempt.day, 1)
    // Whoever signs in here for the first time speaks for the address: a factory's phones are not an attack.
    await takeBack(tx, attempt.address, (attempt.newLogin ? 1 : 0) + (newPlaces > 0 ? 1 : 0))
  })
}

/** The attempt was neither right nor wrong yet (the second factor is still to come): it is not counted. */
export async function attemptRefunded(platform: Platform, attempt: Attempt): Promise<void> {
  await inPlumbing(platform.pool, async (tx) => {
    await sql`update limits set failures = greatest(0, failures - 1), blocked_until = null where key_hash = ${attempt.pair}`.execute(
      tx,
    )
    await takeBack(tx, attempt.day, 1)
    await takeBack(tx, attempt.address, attempt.newLogin ? 1 : 0)
  })
}

/** The address as far as it belongs to one household or office: all of an IPv4 address, the first half of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

interface Keys {
  pair: Buffer
  day: Buffer | null
  address: Buffer | null
}

async function admit(
  tx: PlumbingTx,
  rule: GuessingRule,
  keys: Keys,
): Promise<Omit<Attempt, 'places' | 'deviceToken'>> {
  const { counters, now } = await lockCounters(tx, keys)
  const of = (key: Buffer) => counters.get(hexOf(key))!
  const pair = mustAdmit(attemptFromPlace(of(keys.pair), now, rule.pair), 'sessions.locked')
  const changed = new Map([[keys.pair, pair]])
  if (keys.day !== null)
    changed.set(keys.day, mustAdmit(attemptOfDay(of(keys.day), now, rule.perDay), 'sessions.locked'))
  // The first failure of the window: after a success the counter of the pair begins anew, too.
  const newLogin = keys.address !== null && pair.failures === 1
  let sprayingNoticed = false
  if (keys.address !== null) {
    const before = of(keys.address)
    const verdict = attemptFromAddress(before, now, { rule: rule.spraying, newLogins: newLogin ? 1 : 0 })
    const after = mustAdmit(verdict, 'sessions.slowed')
    sprayingNoticed = before.failures < rule.spraying.logins && after.failures >= rule.spraying.logins
    changed.set(keys.address, after)
  }
  await saveCounters(tx, changed)
  return { ...keys, newLogin, sprayingNoticed }
}

function mustAdmit(verdict: Verdict, code: 'sessions.locked' | 'sessions.slowed'): Counter {
  if (!verdict.admitted) throw new AppError('too_many', code, { seconds: verdict.waitSeconds })
  return verdict.counter
}

/** The counters, made where they were missing and locked in one order, so that attempts at the same moment wait for each other. */
async function lockCounters(
  tx: PlumbingTx,
  keys: Keys,
): Promise<{ counters: Map<string, Counter>; now: number }> {
  const all = [keys.pair, keys.day, keys.address].filter((key) => key !== null)
  await sql`insert into limits (key_hash, failures, window_started_at)
    select key_hash, 0, clock_timestamp() from unnest(${all}::bytea[]) as key_hash order by key_hash on conflict do nothing`.execute(
    tx,
  )
  const { rows } = await sql<{
    key_hash: Buffer
    failures: number
    window_started_at: number
    blocked_until: number | null
    admitted_at: number | null
  }>`
    select key_hash, failures, extract(epoch from window_started_at)::float8 as window_started_at,
      extract(epoch from blocked_until)::float8 as blocked_until, extract(epoch from admitted_at)::float8 as admitted_at
    from limits where key_hash = any(${all}::bytea[]) order by key_hash for update`.execute(tx)
  // Asked after the locks: whoever waited for them judges by the time it is then.
  const { rows: clock } = await sql<{ now: number }>`
    select extract(epoch from clock_timestamp())::float8 as now`.execute(tx)
  const counters = rows.map((row): [string, Counter] => [
    hexOf(row.key_hash),
    {
      failures: row.failures,
      windowStartedAt: row.window_started_at,
      blockedUntil: row.blocked_until,
      admittedAt: row.admitted_at,
    },
  ])
  return { counters: new Map(counters), now: clock[0]!.now }
}

async function saveCounters(tx: PlumbingTx, counters: ReadonlyMap<Buffer, Counter>): Promise<void> {
  for (const [key, counter] of counters) {
    await sql`update limits set failures = ${counter.failures}, window_started_at = to_timestamp(${counter.windowStartedAt}),
      blocked_until = to_timestamp(${counter.blockedUntil}::float8), admitted_at = to_timestamp(${counter.admittedAt}::float8)
      where key_hash = ${key}`.execute(tx)
  }
}

async function takeBack(tx: PlumbingTx, key: Buffer | null, failures: number): Promise<void> {
  if (key === null || failures === 0) return
  await sql`update limits set failures = greatest(0, failures - ${failures}) where key_hash = ${key}`.execute(
    tx,
  )
}

async function knownPlaces(
  tx: PlumbingTx,
  places: readonly Buffer[],
  days: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key_hash: Buffer }>`
    select key_hash from sign_in_places where key_hash = any(${places}::bytea[]) and seen_at > now() - ${days} * interval '1 day'`.execute(
    tx,
  )
  return new Set(rows.map((row) => hexOf(row.key_hash)))
}

/** Remembers where a log-in succeeded; returns how many of the places are new. */
async function notePlaces(tx: PlumbingTx, places: readonly Buffer[]): Promise<number> {
  const { rows } = await sql<{ is_new: boolean }>`
    insert into sign_in_places (key_hash) select key_hash from unnest(${places}::bytea[]) as key_hash order by key_hash
    on conflict (key_hash) do update set seen_at = now() returning xmax = 0 as is_new`.execute(tx)
  return rows.filter((row) => row.is_new).length
}

function hexOf(key: Buffer): string {
  return key.toString('hex')
}
