import type pg from 'pg'
import { inUrn } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { castVote, surrenderVote } from '../urn/index.ts'
import { insertBallot, insertCancellation, standingOf } from '../urn/store.ts'
import { ballotOf, surrenderOf, tokenOf, urnWorld, type UrnWorld } from './urn-world.ts'

/** What was found wrong after rivals acted on the same tokens at once. */
export interface Rivalry {
  tries: number
  accepted: number
  twoLive: number
  liveAndCancelled: number
}

const rivalsOfToken = 8

/** Eight acts at once on each token: ballots, the same one again, and for every second token a surrender. */
export async function letRivalsAct(
  platform: Pick<Platform, 'urn' | 'keys'>,
  tries: number,
): Promise<Rivalry> {
  const world = await urnWorld(platform)
  let accepted = 0
  for (let token = 0; token < tries / rivalsOfToken; token += 1)
    accepted += await actAtOnce(world, token % 2 === 1)
  return { tries, accepted, ...(await wrongIn(world)) }
}

async function actAtOnce(world: UrnWorld, withSurrender: boolean): Promise<number> {
  const token = tokenOf(world)
  const acts: (() => Promise<unknown>)[] = []
  for (let at = 0; at < rivalsOfToken - 2; at += 1) {
    const ballot = await ballotOf(world, token, [at % 4, 1, 0])
    acts.push(() => castVote(world.platform, ballot))
    if (at === 0) acts.push(() => castVote(world.platform, ballot))
  }
  const last = withSurrender ? await surrenderOf(world, token) : await ballotOf(world, token, [0, 0, 0])
  acts.push(() =>
    'encryptedBallot' in last ? castVote(world.platform, last as never) : surrenderVote(world.platform, last),
  )
  const ended = await Promise.allSettled(acts.map((act) => act()))
  return ended.filter(({ status }) => status === 'fulfilled').length
}

/** The control: the same two acts in the same order of statements, without the lock on the token. */
export async function withoutTheLock(
  platform: Pick<Platform, 'urn' | 'keys'>,
): Promise<Omit<Rivalry, 'tries' | 'accepted'>> {
  const world = await urnWorld(platform)
  const token = tokenOf(world)
  const serial = Buffer.from(token.serial)
  const row = { serial, signature: Buffer.alloc(32), sealed: Buffer.alloc(1), hash: Buffer.alloc(32, 1) }
  await inUrn(platform.urn, async (casting) => {
    if ((await standingOf(casting, world.voteId, serial)).cancelledAs !== null) return
    await inUrn(platform.urn, (giving) =>
      insertCancellation(giving, world.voteId, { serial, signature: row.signature, code: 'x' }),
    )
    await insertBallot(casting, world.voteId, row)
  })
  return wrongIn(world)
}

/** The control: two ballots of one token where the key of the table is taken away; everything is put back. */
export async function withoutTheKey(
  platform: Pick<Platform, 'urn' | 'keys'>,
  owner: pg.Pool,
): Promise<Omit<Rivalry, 'tries' | 'accepted'>> {
  const { voteId } = await urnWorld(platform)
  const client = await owner.connect()
  try {
    await client.query('begin; alter table urn.ballots drop constraint ballots_pkey')
    await client.query(
      `insert into urn.ballots (vote_id, serial, sealed, signature, hash) select $1, $2, $2, $2, sha256(int4send(n)) from generate_series(1, 2) n`,
      [voteId, Buffer.alloc(32, 1)],
    )
    return await wrongAsSeenBy(client, voteId)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function wrongIn({ platform, voteId }: UrnWorld) {
  return wrongAsSeenBy(platform.urn, voteId)
}

async function wrongAsSeenBy(connection: pg.Pool | pg.PoolClient, voteId: string) {
  const { rows } = await connection.query<{ twoLive: number; liveAndCancelled: number }>(
    `select (select count(*)::int from (select from urn.ballots where vote_id = $1 group by serial having count(*) > 1) d) as "twoLive",
       (select count(*)::int from urn.ballots b join urn.cancellations c using (vote_id, serial) where vote_id = $1) as "liveAndCancelled"`,
    [voteId],
  )
  return rows[0]!
}
