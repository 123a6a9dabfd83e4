import type { FoundByVerification } from '#contract/audit.ts'
import { inTenant, type Tx, type TxHost } from '#server/platform/db/transaction.ts'
import { makeTenant } from '#server/test/makers.ts'
import { closeTestServer, testKeys, testServer } from '#server/test/server.ts'
import { randomFrom, type Random } from '#tools/generate/random.ts'
import type { Extent } from '#tools/soak.ts'
import type { Anchor } from '../anchors/anchor.ts'
import { makeAnchor } from '../anchors/make.ts'
import { sealLog } from '../store.ts'
import { append, asRead, verified } from '../tests/log-maker.ts'
import { needAnchor, ways, type Target } from './ways.ts'

const usualCount = 1000

/** What was tried and what came of it. */
interface Tried {
  tamperings: number
  missed: string[]
  byWay: Map<string, number>
  /** Complete rewrites verified without any anchor, and how many of them nobody noticed: the control. */
  controls: number
  unnoticed: number
}

/**
 * Tampers with entries that an anchor covers, in every way in turn at random places, and verifies: each must be found and the place named.
 * Complete rewrites are verified without the anchor too: those must be missed, or the anchor would prove nothing.
 */
export async function run({ count = usualCount, seed }: Extent): Promise<string> {
  const tried = await tamper({ count, seed })
  await closeTestServer()
  const { tamperings, missed, controls, unnoticed, byWay } = tried
  if (missed.length > 0) throw new Error(`missed ${missed.length}: ${missed.slice(0, 10).join('; ')}`)
  if (unnoticed < controls)
    throw new Error('a complete rewrite was noticed without an anchor: the control does not hold')
  return `${tamperings} tamperings in ${byWay.size} ways, all found and named; ${controls} complete rewrites without the anchor, ${unnoticed} unnoticed, as they must be`
}

/** The same for tests, which look at the figures. */
export async function tamper({ count, seed }: { count: number; seed: number }): Promise<Tried> {
  const random = randomFrom(seed)
  const log = await makeLog(random)
  const names = Object.keys(ways)
  const tried: Tried = { tamperings: 0, missed: [], byWay: new Map(), controls: 0, unnoticed: 0 }
  for (let n = 0; n < count; n++) {
    const way = n < names.length ? names[n]! : random.pick(names)
    const target = targetIn(log, random)
    await tryOnce(log, { way, target, random, tried })
  }
  return tried
}

interface Log {
  host: TxHost
  tenantId: string
  anchors: Anchor[]
}

/** Some hundred entries in several chains, sealed every few transactions, anchored twice, and some more behind the last anchor. */
async function makeLog(random: Random): Promise<Log> {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  const anchors: Anchor[] = []
  for (let round = 0; round < 30; round++) {
    await Promise.all(
      Array.from({ length: 4 }, () => tenant.inside((tx) => append(tx, random.between(1, 6)))),
    )
    if (round % 3 === 2) await tenant.inside(sealLog)
    if (round === 12 || round === 25) anchors.push(asRead(await tenant.inside((tx) => makeAnchor(tx, null))))
  }
  return { host: { pool: owner, keys: testKeys }, tenantId: tenant.id, anchors }
}

function targetIn({ tenantId, anchors }: Log, random: Random): Target {
  const heads = anchors.at(-1)!.heads
  const entry = () => {
    const head = random.pick(heads)
    return { chain: head.chain, seq: random.between(1, head.seq), anchored: head.seq }
  }
  return { tenantId, ...entry(), other: entry() }
}

const takenBack = new Error('taken back')

async function tryOnce(
  log: Log,
  { way, target, random, tried }: { way: string; target: Target; random: Random; tried: Tried },
): Promise<void> {
  await inTenant(log.host, log.tenantId, async (tx) => {
    await passPolicies(tx)
    const touched = await ways[way]!(tx.client, target, random)
    if (way === 'swap' && touched === null) throw takenBack
    const found = await verified(tx, ...log.anchors)
    tried.tamperings += 1
    tried.byWay.set(way, (tried.byWay.get(way) ?? 0) + 1)
    if (!isNamed(found, touched))
      tried.missed.push(`${way} at chain ${target.chain}, entry ${target.seq}: ${JSON.stringify(found)}`)
    if (needAnchor.includes(way)) {
      tried.controls += 1
      if ((await verified(tx)).intact) tried.unnoticed += 1
    }
    throw takenBack
  }).catch((error: unknown) => {
    if (error !== takenBack) throw error
  })
}

// Moving a row to another tenant is what only a role past row security can do.
async function passPolicies(tx: Tx): Promise<void> {
  await tx.client.query('set local row_security = off')
}

/** Found, and the chain named with bounds that hold the place; for a seal, that a seal is named. */
function isNamed(found: FoundByVerification, touched: { chain: number; seq: number } | null): boolean {
  if (found.intact) return false
  if (touched === null) return found.brokenSeals.length > 0
  return found.broken.some(
    ({ chain, since, seq }) => chain === touched.chain && since <= touched.seq && touched.seq <= seq,
  )
}
