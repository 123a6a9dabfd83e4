import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { evaluateBlinded, tokenKeysOf, tokenSecretOf } from '#contract/sealed-votes/tokens.ts'
import { hexOf } from '#contract/sealed-votes/bytes.ts'
import { issueBallotToken } from '#server/modules/ballots/tokens/commands/issue-token.ts'
import { castVote } from '#server/modules/ballots/urn/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { urnUrlOf } from '#server/platform/db/app-role.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { startCluster } from '#server/platform/embedded/index.ts'
import { createMasterKeys } from '#server/platform/master-keys.ts'
import type { Result } from '#tools/bench.ts'
import { makeVote, sealedBallots, type VoteData } from './ballot/data.ts'
import { median, rangeOf } from './measures/median.ts'

export const name = 'ballot'

const voters = Number(process.env.GONGHUI_BENCH_VOTERS ?? 200)
const rounds = Number(process.env.GONGHUI_BENCH_ROUNDS ?? 3)
const clients = 4
const goals = { tokens: 0.6, casts: 0.5 }

/**
 * Tokens issued and ballots cast per second by one process, without HTTP. Beside them, in turn, the least that such a thing must do: the evaluation under the
 * token key with its proof; and the check of a serial and one insert that is committed by itself.
 */
export async function run(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-bench-ballot-'))
  const cluster = await startCluster(folder, 'durable')
  const keys = createMasterKeys(join(folder, 'bench.key'))
  const ownerUrl = cluster.urlOf('gonghui')
  const { appUrl } = await migrate(ownerUrl, keys.hashKey)
  const owner = new pg.Pool({ connectionString: ownerUrl, max: clients })
  const host = {
    keys,
    pool: openPool({ url: appUrl, connections: clients }),
    urn: openPool({ url: urnUrlOf(appUrl, keys.hashKey), connections: clients }),
  }
  // PostgreSQL may end before its last idle connection.
  for (const pool of [owner, host.pool, host.urn]) pool.on('error', () => {})
  try {
    const rates: Record<'issued' | 'evaluated' | 'cast' | 'byHand' | 'inserted', number[]> = {
      issued: [],
      evaluated: [],
      cast: [],
      byHand: [],
      inserted: [],
    }
    for (let round = 0; round < rounds; round += 1) {
      const data = await makeVote(owner, { keys, voters })
      rates.evaluated.push(await perSecond(data, () => evaluateBare(data)))
      rates.issued.push(await perSecond(data, (line) => issue(host, data, line)))
      const ballots = await sealedBallots(data, host)
      rates.inserted.push(await perSecond(data, (line) => insertBare(owner, line)))
      rates.byHand.push(await perSecond(data, (line) => checkAndInsert(owner, data, line)))
      rates.cast.push(await perSecond(data, (line) => castVote(host, ballots[line]!)))
    }
    const details = {
      voters,
      rounds,
      clients,
      'one insert alone, per second': Math.round(median(rates.inserted)),
    }
    return [
      { ...figure('ballot.tokens', rates.issued, rates.evaluated), goal: goals.tokens, details },
      { ...figure('ballot.casts', rates.cast, rates.byHand), goal: goals.casts, details },
    ]
  } finally {
    await host.pool.end()
    await host.urn.end()
    await owner.end()
    await cluster.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function figure(part: string, ours: readonly number[], bare: readonly number[]): Omit<Result, 'goal'> {
  return {
    name: part,
    unit: 'per second',
    ours: median(ours),
    bare: median(bare),
    limit: median(bare),
    ratio: median(ours) / median(bare),
    higherIsBetter: true,
    range: rangeOf(ours),
  }
}

/** Does the work once for each voter, a few at a time, and gives how many a second were done. */
async function perSecond({ persons }: VoteData, work: (line: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < persons.length) await work(next++)
    }),
  )
  return persons.length / ((performance.now() - started) / 1000)
}

const bareKeys = tokenKeysOf(new Uint8Array(32).fill(1), 'bench')

async function evaluateBare({ requests }: VoteData): Promise<void> {
  evaluateBlinded(bareKeys, requests[0]!.blinded)
}

async function issue(host: Parameters<typeof inTenant>[0], data: VoteData, line: number): Promise<void> {
  const actor = { personId: data.persons[line]! } as Actor
  const input = { voteId: data.voteId, blinded: hexOf(data.requests[line]!.blinded) }
  await inTenant(host, data.tenantId, (tx) => issueBallotToken(tx, actor, input))
}

async function insertBare(owner: pg.Pool, line: number): Promise<void> {
  await owner.query({
    name: 'insert_bare',
    text: `insert into bench_ballots (round, line, serial, sealed, signature, hash) values (gen_random_uuid(), $1, $2, $3, $2, $2)`,
    values: [line, Buffer.alloc(32), Buffer.alloc(176)],
  })
}

async function checkAndInsert(owner: pg.Pool, data: VoteData, line: number): Promise<void> {
  tokenSecretOf(bareKeys, data.requests[line]!.serial)
  await insertBare(owner, line)
}
