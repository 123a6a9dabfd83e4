import type { FastifyRequest } from 'fastify'
import type { LoadClass } from '#contract/operation.ts'
import type { Actor } from '../actor.ts'
import { keyedHash } from '../crypto.ts'
import { AppError } from '../errors.ts'
import type { Platform } from '../platform.ts'
import type { Allowance, Limits } from './limits-setting.ts'
import type { Route } from './route.ts'

// What a process has taken from a bucket and not used yet goes back to nobody: short, so that processes stay together.
const sliceSeconds = 5
const maxRemembered = 20_000

interface Slice {
  left: number
  until: number
  /** Until when it is known that there is nothing to take. */
  emptyUntil: number
  taking: Promise<void> | null
}

/**
 * Token buckets in the database, so that all server processes count together: a process takes a slice of a bucket at a time and serves requests
 * from it, so a busy reader costs one small statement for thirty requests.
 */
export class RateLimits {
  readonly #platform: Pick<Platform, 'pool' | 'keys'>
  readonly #limits: Limits
  readonly #slices = new Map<string, Slice>()
  #refused = 0

  constructor(platform: Pick<Platform, 'pool' | 'keys'>, limits: Limits) {
    this.#platform = platform
    this.#limits = limits
  }

  /** How many requests were turned away since the start. */
  get refused(): number {
    return this.#refused
  }

  /** Takes one token. @throws AppError 'common.too_many' (429) with the seconds to wait. */
  async take(route: Route, actor: Actor | null, request: FastifyRequest): Promise<void> {
    const load = actor === null ? 'public' : loadOf(route, request)
    const who = actor === null ? request.ip : (actor.tokenId ?? actor.accountId)
    const name = `${load} ${who}`
    const slice = this.#sliceOf(name)
    while (slice.left < 1 || slice.until < Date.now()) {
      this.#mustNotBeEmpty(slice)
      slice.taking ??= this.#fill(name, slice, this.#limits[load])
      await slice.taking
    }
    slice.left -= 1
  }

  #mustNotBeEmpty(slice: Slice): void {
    const seconds = (slice.emptyUntil - Date.now()) / 1000
    if (seconds <= 0) return
    this.#refused += 1
    throw new AppError('too_many', 'common.too_many', { seconds: Math.ceil(seconds) })
  }

  #sliceOf(name: string): Slice {
    let slice = this.#slices.get(name)
    if (slice === undefined) {
      if (this.#slices.size >= maxRemembered) this.#slices.clear()
      slice = { left: 0, until: 0, emptyUntil: 0, taking: null }
      this.#slices.set(name, slice)
    }
    return slice
  }

  async #fill(name: string, slice: Slice, allowance: Allowance): Promise<void> {
    try {
      const { granted, tokens } = await takeFromBucket(this.#platform, name, allowance)
      slice.left = granted
      slice.until = Date.now() + sliceSeconds * 1000
      if (granted === 0) slice.emptyUntil = Date.now() + ((1 - tokens) / allowance.perMinute) * 60_000
    } finally {
      slice.taking = null
    }
  }
}

/** A tenth of a large bucket at a time; small ones one by one, so that nothing of them is wasted. */
function sliceOf({ burst }: Allowance): number {
  return burst < 60 ? 1 : Math.floor(burst / 10)
}

function loadOf({ operation }: Route, request: FastifyRequest): LoadClass {
  if (operation.load !== undefined) return operation.load
  if (operation.method !== 'GET') return 'write'
  return (request.query as { q?: string }).q ? 'search' : 'read'
}

interface Taken {
  granted: number
  /** What was in the bucket before. */
  tokens: number
}

const takeStatement = {
  name: 'take_from_bucket',
  text: `
    with held as (
      select least($2::float8, tokens + extract(epoch from clock_timestamp() - refilled_at)::float8 * $3::float8) as tokens
      from rate_buckets where key_hash = $1 for update),
    taken as (select tokens, least($4::float8, floor(tokens)) as granted from held),
    kept as (update rate_buckets set tokens = taken.tokens - taken.granted, refilled_at = clock_timestamp() from taken where key_hash = $1)
    select tokens, granted from taken`,
}
const openStatement = {
  name: 'open_bucket',
  text: `insert into rate_buckets (key_hash, tokens, refilled_at) values ($1, $2, clock_timestamp()) on conflict do nothing`,
}

/** Takes a slice out of a bucket, or what is left of one; a bucket never seen before is full. */
async function takeFromBucket(
  { pool, keys }: Pick<Platform, 'pool' | 'keys'>,
  name: string,
  allowance: Allowance,
): Promise<Taken> {
  const hash = keyedHash(keys, 'limit', '', `rate:${name}`)
  const { burst, perMinute } = allowance
  const values = [hash, burst, perMinute / 60, sliceOf(allowance)]
  for (;;) {
    const { rows } = await pool.query<Taken>({ ...takeStatement, values })
    if (rows[0] !== undefined) return rows[0]
    await pool.query({ ...openStatement, values: [hash, burst] })
  }
}

/** Forgets buckets that have been full for a day; returns how many. */
export async function forgetFullBuckets({ pool }: Pick<Platform, 'pool'>): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from rate_buckets where refilled_at < now() - interval '1 day'`,
  )
  return rowCount ?? 0
}
