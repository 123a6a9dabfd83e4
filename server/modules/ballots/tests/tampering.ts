import { randomBytes, randomInt } from 'node:crypto'
import type pg from 'pg'
import type { BoardLine } from '#contract/phone-votes.ts'
import { boardOf, castVote, checkUrn, surrenderVote } from '../urn/index.ts'
import { ballotOf, surrenderOf, tokenOf, type UrnWorld } from './urn-world.ts'

/** An urn with ballots, one replaced, one cancelled; and the copy of its board that went outside. */
export async function filledUrn(world: UrnWorld): Promise<{ lines: BoardLine[]; issued: number }> {
  const tokens = Array.from({ length: 5 }, () => tokenOf(world))
  for (const token of tokens) await castVote(world.platform, await ballotOf(world, token, [1, 0, 0]))
  await castVote(world.platform, await ballotOf(world, tokens[0]!, [0, 1, 0]))
  await surrenderVote(world.platform, await surrenderOf(world, tokens[1]!))
  return { lines: (await boardOf(world.platform, world.voteId))!.lines, issued: tokens.length }
}

/** What somebody with the urn's database and without the token key may try. */
const tampers: Record<string, (owner: pg.Pool, voteId: string) => Promise<unknown>> = {
  'a ballot removed': (owner, voteId) =>
    owner.query(
      `delete from urn.ballots where ctid = any(array(select ctid from urn.ballots where vote_id = $1 limit 1))`,
      [voteId],
    ),
  'a ballot changed': (owner, voteId) =>
    owner.query(
      `update urn.ballots set sealed = set_byte(sealed, 40, (get_byte(sealed, 40) + 1) % 256)
       where ctid = any(array(select ctid from urn.ballots where vote_id = $1 limit 1))`,
      [voteId],
    ),
  'a ballot changed with its hash': (owner, voteId) =>
    owner.query(
      `update urn.ballots set sealed = set_byte(sealed, 40, (get_byte(sealed, 40) + 1) % 256),
         hash = sha256(set_byte(sealed, 40, (get_byte(sealed, 40) + 1) % 256))
       where ctid = any(array(select ctid from urn.ballots where vote_id = $1 limit 1))`,
      [voteId],
    ),
  'a ballot destroyed before its time': (owner, voteId) =>
    owner.query(
      `update urn.ballots set sealed = null, signature = null
       where ctid = any(array(select ctid from urn.ballots where vote_id = $1 limit 1))`,
      [voteId],
    ),
  'a ballot added': (owner, voteId) => {
    const sealed = randomBytes(176)
    return owner.query(
      `insert into urn.ballots (vote_id, serial, sealed, signature, hash) values ($1, $2, $3, $4, sha256($3))`,
      [voteId, randomBytes(32), sealed, randomBytes(32)],
    )
  },
  'a ballot marked as replaced': (owner, voteId) =>
    owner.query(
      `with gone as (delete from urn.ballots where ctid = any(array(select ctid from urn.ballots b where vote_id = $1
         and not exists (select from urn.struck s where s.vote_id = b.vote_id and s.serial = b.serial) limit 1)) returning *)
       insert into urn.struck select vote_id, hash, serial, 'replaced' from gone`,
      [voteId],
    ),
  'a ballot cancelled for its voter': (owner, voteId) =>
    owner.query(
      `with gone as (delete from urn.ballots where ctid = any(array(select ctid from urn.ballots where vote_id = $1 limit 1)) returning *),
       struck as (insert into urn.struck select vote_id, hash, serial, 'cancelled' from gone)
       insert into urn.cancellations select vote_id, serial, $2, 'x' || encode(serial, 'hex') from gone`,
      [voteId, randomBytes(32)],
    ),
}

/** Tampers once, as chance has it, within a copy of the rows that is put back; whether it was found. */
export async function tamperOnce(
  world: UrnWorld,
  owner: pg.Pool,
  copy: { lines: BoardLine[]; issued: number },
): Promise<{ what: string; isFound: boolean }> {
  const names = Object.keys(tampers)
  const what = names[randomInt(names.length)]!
  const { voteId } = world
  const tables = ['ballots', 'struck', 'cancellations']
  for (const table of tables)
    await owner.query(
      `create table if not exists urn.kept_${table} as select * from urn.${table} where vote_id = '${voteId}'`,
    )
  await tampers[what]!(owner, voteId)
  const isFound = (await checkUrn(world.platform, voteId, { ...copy, isDestroyed: false })).length > 0
  for (const table of tables) {
    await owner.query(`delete from urn.${table} where vote_id = $1`, [voteId])
    await owner.query(`insert into urn.${table} select * from urn.kept_${table}`)
    await owner.query(`drop table urn.kept_${table}`)
  }
  return { what, isFound }
}
