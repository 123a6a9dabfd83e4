import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { makeCommitteeKey, type CommitteeKey } from '#contract/sealed-votes/committee-key.ts'
import { requestToken, type TokenRequest } from '#contract/sealed-votes/tokens.ts'
import { ballotOf, tokenOf, type UrnWorld } from '#server/modules/ballots/tests/urn-world.ts'
import { publicTokenKey } from '#server/modules/ballots/tokens/token-key.ts'
import { setUpUrn } from '#server/modules/ballots/urn/index.ts'
import type { MasterKeys } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'

/** A vote whose tokens may be drawn, and what its devices send for them. */
export interface VoteData {
  tenantId: string
  voteId: string
  persons: string[]
  requests: TokenRequest[]
}

/** A vote in its token period, with a roll of so many in a union of its own, and a table for bare inserts beside it. */
export async function makeVote(
  owner: pg.Pool,
  { keys, voters }: { keys: MasterKeys; voters: number },
): Promise<VoteData> {
  const data: VoteData = {
    tenantId: newId(),
    voteId: randomUUID(),
    persons: Array.from({ length: voters }, newId),
    requests: Array.from({ length: voters }, requestToken),
  }
  const { tenantId, voteId, persons } = data
  const unionId = newId()
  const statements: [string, unknown[]][] = [
    [
      `insert into tenants (id, code, name, kind, division_code, turned_on) values ($1::uuid, 'bench-' || $1::uuid, '测试区', 'test', '330299', app_today())`,
      [tenantId],
    ],
    [
      `insert into organisations (tenant_id, id, kind, union_type, stat_code, tree_no) values ($1, $2, 'basic_union', 'single', 'B1', 1)`,
      [tenantId, unionId],
    ],
    [
      `insert into persons (tenant_id, id, name) select $1::uuid, id, '选民' from unnest($2::uuid[]) id`,
      [tenantId, persons],
    ],
    [
      `insert into phone_votes (tenant_id, id, organisation_id, title, seats, names, due, roll_hash, token_key, created_by)
         values ($1, $2, $3, '试验', 2, '{甲,乙,丙}', $4, '', $5, $3)`,
      [tenantId, voteId, unionId, voters, Buffer.from(publicTokenKey(keys, voteId))],
    ],
    [
      `insert into phone_vote_voters (tenant_id, vote_id, entry_no, person_id)
         select $1::uuid, $2::uuid, no, person from unnest($3::uuid[]) with ordinality as roll (person, no)`,
      [tenantId, voteId, persons],
    ],
    [
      `insert into phone_vote_steps (tenant_id, vote_id, step, taken_by) values ($1, $2, 'tokens', $2::uuid)`,
      [tenantId, voteId],
    ],
    [
      `create table if not exists bench_ballots (round uuid, line integer, serial bytea, sealed bytea, signature bytea, hash bytea, primary key (round, line))`,
      [],
    ],
  ]
  for (const [statement, values] of statements) await owner.query(statement, values)
  return data
}

/** Opens the urn of the vote and gives a sealed ballot for each of its voters. */
export async function sealedBallots(
  { voteId, tenantId, persons }: VoteData,
  platform: UrnWorld['platform'],
): Promise<Awaited<ReturnType<typeof ballotOf>>[]> {
  const committee: CommitteeKey = await makeCommitteeKey()
  const committeeKey = Buffer.from(committee.publicKey)
  await setUpUrn(platform, { voteId, tenantId, committeeKey, names: 3 })
  return Promise.all(
    persons.map(() => ballotOf({ voteId, committee }, tokenOf({ platform, voteId }), [1, 2, 0])),
  )
}
