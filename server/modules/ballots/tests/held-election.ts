import { randomInt, randomUUID } from 'node:crypto'
import { hexOf, bytesOfHex } from '#contract/sealed-votes/bytes.ts'
import { makeCommitteeKey } from '#contract/sealed-votes/committee-key.ts'
import { finishToken, requestToken, type Token } from '#contract/sealed-votes/tokens.ts'
import type { Actor } from '#server/platform/actor.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestServer } from '#server/test/server.ts'
import type { TestTenant } from '#server/test/makers.ts'
import { issueBallotToken } from '../tokens/commands/issue-token.ts'
import { insertStep, insertVote, insertVoters, rewriteVoters } from '../tokens/store.ts'
import { publicTokenKey } from '../tokens/token-key.ts'
import { castVote, closeAndMix, setUpUrn } from '../urn/index.ts'
import { lookAt, type Evidence } from './linking.ts'
import { ballotOf } from './urn-world.ts'

/** How an election is held: as the product does, or in one of two ways that give the link away. */
export type Way = 'apart' | 'one_transaction' | 'interleaved'

/** What the linking program gets of an election, and the truth it is measured against. */
export interface HeldElection {
  moments: Evidence[]
  truth: Map<number, string>
}

/** Holds one election of the persons given, in orders of chance, and looks at the disk after every act. */
export async function holdElection(
  { platform, owner }: Pick<TestServer, 'platform' | 'owner'>,
  tenant: TestTenant,
  { voters, way }: { voters: readonly string[]; way: Way },
): Promise<HeldElection> {
  const voteId = randomUUID()
  const committee = await makeCommitteeKey()
  await insertElection({ platform, tenant, voteId, voters })
  const urn = { voteId, tenantId: tenant.id, committeeKey: Buffer.from(committee.publicKey), names: 3 }
  const moments: Evidence[] = []
  const look = async () => moments.push(await lookAt(owner, voteId))
  const tokens = new Map<number, Token>()
  const draw = async (line: number) => {
    const request = requestToken()
    const actor = { personId: voters[line]! } as Actor
    const answer = await tenant.inside((tx) =>
      issueBallotToken(tx, actor, { voteId, blinded: hexOf(request.blinded) }),
    )
    const bytes = { evaluated: bytesOfHex(answer.evaluated), proof: bytesOfHex(answer.proof) }
    tokens.set(line, finishToken(request, bytes, publicTokenKey(platform.keys, voteId)))
  }
  const cast = async (line: number) =>
    castVote(platform, await ballotOf({ voteId, committee }, tokens.get(line)!, [1, 0, 0]))
  const order = inChance(voters.length)
  if (way !== 'apart') {
    await setUpUrn(platform, urn)
    for (const line of order) {
      if (way === 'interleaved') {
        await draw(line)
        await cast(line)
      } else await bothAtOnce(owner, voteId, { line, token: (await drawn(draw, tokens, line))! })
      await look()
    }
  } else {
    for (const line of order) {
      await draw(line)
      await look()
    }
    await tenant.inside(async (tx) => {
      await rewriteVoters(tx, voteId)
      await insertStep(tx, voteId, { step: 'opened', takenBy: newId() })
    })
    await setUpUrn(platform, urn)
    for (const line of inChance(voters.length)) {
      await cast(line)
      await look()
    }
    await closeAndMix(platform, voteId)
    await look()
  }
  const truth = new Map([...tokens].map(([line, token]) => [line + 1, hexOf(token.serial)]))
  return { moments, truth }
}

interface NewElection {
  platform: TestServer['platform']
  tenant: TestTenant
  voteId: string
  voters: readonly string[]
}

async function insertElection({ platform, tenant, voteId, voters }: NewElection): Promise<void> {
  await tenant.inside(async (tx) => {
    const vote = { organisationId: tenant.north.unionId, title: '试验', seats: 1, names: ['甲', '乙', '丙'] }
    const tokenKey = Buffer.from(publicTokenKey(platform.keys, voteId))
    await insertVote(tx, {
      ...vote,
      id: voteId,
      due: voters.length,
      rollHash: '',
      tokenKey,
      createdBy: newId(),
      electionId: null,
    })
    await insertVoters(tx, voteId, voters)
    await insertStep(tx, voteId, { step: 'tokens', takenBy: newId() })
  })
}

async function drawn(draw: (line: number) => Promise<void>, tokens: Map<number, Token>, line: number) {
  await draw(line)
  return tokens.get(line)
}

// The control: roll and urn written in one transaction, as the owner may.
async function bothAtOnce(
  owner: TestServer['owner'],
  voteId: string,
  { line, token }: { line: number; token: Token },
): Promise<void> {
  const serial = Buffer.from(token.serial)
  await owner.query(
    `with roll as (update phone_vote_voters set has_token = true where vote_id = $1 and entry_no = $2)
     insert into urn.ballots (vote_id, serial, sealed, signature, hash) values ($1, $3, $3, $3, $3)`,
    [voteId, line + 1, serial],
  )
}

function inChance(count: number): number[] {
  const lines = Array.from({ length: count }, (_, line) => line)
  for (let at = count - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1)
    ;[lines[at], lines[other]] = [lines[other]!, lines[at]!]
  }
  return lines
}
