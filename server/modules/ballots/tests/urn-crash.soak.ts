import { mkdtempSync, rmSync } from 'node:fs'
import { randomInt, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { makeCommitteeKey } from '#contract/sealed-votes/committee-key.ts'
import { signInFirst } from '#server/operations/first-sign-in.ts'
import { appUrlOf, urnUrlOf } from '#server/platform/db/app-role.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { startCluster } from '#server/platform/embedded/index.ts'
import { newId } from '#server/platform/ids.ts'
import { readMasterKeys } from '#server/platform/master-keys.ts'
import { Subject } from '#server/soak/crash/subject.ts'
import { makePerson } from '#server/test/makers.ts'
import type { Extent } from '#tools/soak.ts'
import { insertStep, insertVote, insertVoters } from '../tokens/store.ts'
import { publicTokenKey } from '../tokens/token-key.ts'
import { setUpUrn } from '../urn/index.ts'
import { UrnLedger, type Imbalance } from './urn-ledger.ts'
import { tokenOf, type UrnWorld } from './urn-world.ts'

const usualCount = 100
const clients = 6
const mostBetween = 60

/**
 * Kills the server, and in every second try PostgreSQL, with kill -9 while devices cast, cast again, give their tokens up and ask for paper. Afterwards every
 * ballot that was acknowledged lies there once or has a later one in its place, every token given up has one cancellation, none has both, and nobody has paper
 * whose token lives. The control: a PostgreSQL that acknowledges before it writes must lose ballots.
 */
export async function run({ count = usualCount }: Partial<Extent>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-urn-crash-'))
  const subject = await Subject.create(folder, { GONGHUI_LIMITS: 'off' })
  try {
    const password = subject.init()
    const vote = await prepareVote(folder, Math.max(24, count * 3))
    await subject.start()
    const { headers: officer } = await signInFirst(subject.url, { login: 'officer', password })
    const took: Record<'server' | 'postgres', number[]> = { server: [], postgres: [] }
    const ledger = new UrnLedger(subject.url, vote, { officer, tokens: vote.tokens })
    for (let tries = 0; tries < count; tries += 1) {
      const whom = tries % 2 === 0 ? 'server' : 'postgres'
      const began = performance.now()
      await killWhileTheyAct(subject, ledger, { whom, board: boardOf(vote) })
      const found = await compare(folder, ledger)
      took[whom].push(performance.now() - began)
      if (Object.values(found).some((number) => number > 0))
        throw new Error(`after ${tries + 1}: ${JSON.stringify(found)}`)
    }
    const { casts, surrenders, papers, papersRefused } = ledger.acknowledged
    const lost = await loseOnPurpose(subject, ledger, boardOf(vote))
    return `${count} kills (${Math.ceil(count / 2)} of the server): ${casts} casts and ${surrenders} surrenders acknowledged, lost 0, doubled 0, live and cancelled 0; paper handed out ${papers} times, refused ${papersRefused} times, never for a live token; control: ${lost} lost when the database may acknowledge before it writes; seconds a kill: ${median(took.server)} of the server, ${median(took.postgres)} of PostgreSQL`
  } finally {
    await subject.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const boardOf = ({ voteId }: Vote) => `/api/v1/public/votes/${voteId}`

function median(milliseconds: readonly number[]): string {
  const middle = milliseconds.toSorted((a, b) => a - b)[Math.floor(milliseconds.length / 2)] ?? 0
  return (middle / 1000).toFixed(1)
}

async function killWhileTheyAct(
  subject: Subject,
  ledger: UrnLedger,
  { whom, board }: { whom: 'server' | 'postgres'; board: string },
): Promise<void> {
  const stop = new AbortController()
  const acting = ledger.act(clients, stop.signal)
  await Promise.race([ledger.moreAcknowledged(1 + randomInt(mostBetween)), acting])
  if (whom === 'server') await subject.killServer()
  // The devices go on meanwhile. The board is read through both pools, the roll's and the urn's.
  else await subject.revived(subject.killPostmaster(), board)
  stop.abort()
  await acting
  if (whom === 'server') await startAgain(subject)
}

// What a killed server held may take a moment to be free.
async function startAgain(subject: Subject): Promise<void> {
  await subject.start().catch(() => subject.start())
}

async function compare(folder: string, ledger: UrnLedger): Promise<Imbalance> {
  return withOwner(folder, (owner) => ledger.compare(owner))
}

async function withOwner<T>(
  folder: string,
  work: (owner: pg.Pool, ownerUrl: string) => Promise<T>,
): Promise<T> {
  const cluster = await startCluster(folder, 'durable')
  const url = cluster.urlOf('gonghui')
  const owner = new pg.Pool({ connectionString: url, max: 1 })
  // PostgreSQL may end before its last idle connection.
  owner.on('error', () => {})
  try {
    return await work(owner, url)
  } finally {
    await owner.end()
    await cluster.close()
  }
}

interface Vote extends Pick<UrnWorld, 'voteId' | 'committee'> {
  tokens: ReturnType<typeof tokenOf>[]
}

/** An opened vote of the federation on which everybody has drawn a token, and an officer who may hand out paper. */
async function prepareVote(folder: string, voters: number): Promise<Vote> {
  const keys = readMasterKeys(join(folder, 'gonghui.key'))
  const voteId = randomUUID()
  const committee = await makeCommitteeKey()
  return withOwner(folder, async (owner, url) => {
    const { rows } = await owner.query<{ tenantId: string; organisationId: string }>(
      `select tenant_id as "tenantId", id as "organisationId" from organisations where kind = 'federation'`,
    )
    const { tenantId, organisationId } = rows[0]!
    await owner.query(
      `insert into post_grants (post, permission, reach, starts_on, document) values ('federation_officer', 'ballots.count', 'subtree', '2000-01-01', 'test')`,
    )
    const pool = openPool({ url: appUrlOf(url, keys.hashKey), connections: 1 })
    const urn = openPool({ url: urnUrlOf(url, keys.hashKey), connections: 1 })
    for (const each of [pool, urn]) each.on('error', () => {})
    const paper = { title: '试验', seats: 2, names: ['甲', '乙', '丙'] }
    const tokenKey = Buffer.from(publicTokenKey(keys, voteId))
    const vote = {
      ...paper,
      id: voteId,
      organisationId,
      due: voters,
      rollHash: '',
      tokenKey,
      createdBy: newId(),
      electionId: null,
    }
    await inTenant({ pool, keys }, tenantId, async (tx) => {
      await insertVote(tx, vote)
      const persons: string[] = []
      for (let at = 0; at < voters; at += 1) persons.push(await makePerson(tx, { name: '选民' }))
      await insertVoters(tx, voteId, persons)
      for (const step of ['tokens', 'opened'] as const)
        await insertStep(tx, voteId, { step, takenBy: newId() })
    })
    await owner.query('update phone_vote_voters set has_token = true where vote_id = $1', [voteId])
    await owner.query('update phone_votes set committee_key = $2 where id = $1', [
      voteId,
      Buffer.from(committee.publicKey),
    ])
    await setUpUrn({ urn }, { voteId, tenantId, committeeKey: Buffer.from(committee.publicKey), names: 3 })
    await pool.end()
    await urn.end()
    return {
      voteId,
      committee,
      tokens: Array.from({ length: voters }, () => tokenOf({ platform: { keys, urn }, voteId })),
    }
  })
}

// The same server and ledger, but commits are acknowledged before they are on the disk.
async function loseOnPurpose(subject: Subject, ledger: UrnLedger, board: string): Promise<number> {
  await withOwner(subject.folder, async (owner) => {
    for (const role of ['gonghui_app', 'gonghui_urn'])
      await owner.query(`alter role ${role} set synchronous_commit = off`)
    await owner.query(`alter system set wal_writer_delay = '10s'`)
    await owner.query(`alter system set wal_writer_flush_after = '1GB'`)
    await owner.query('select pg_reload_conf()')
  })
  await subject.stop()
  await startAgain(subject)
  const stop = new AbortController()
  const acting = ledger.act(clients, stop.signal)
  await Promise.race([ledger.moreAcknowledged(mostBetween), acting])
  const killed = subject.killPostmaster()
  stop.abort()
  await acting
  await subject.revived(killed, board)
  const { lost, cancellations } = await compare(subject.folder, ledger)
  if (lost + cancellations === 0)
    throw new Error('the ledger is blind: it misses nothing although ballots were lost')
  return lost + cancellations
}
