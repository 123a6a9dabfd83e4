import { randomInt, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { bytesOfHex, hexOf } from '#contract/sealed-votes/bytes.ts'
import { makeCommitteeKey, type CommitteeKey } from '#contract/sealed-votes/committee-key.ts'
import { finishToken, requestToken, type Token } from '#contract/sealed-votes/tokens.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import type { TestTenant } from '#server/test/makers.ts'
import type { TestServer } from '#server/test/server.ts'
import { insertStep, insertVote, insertVoters, rewriteVoters } from '../tokens/store.ts'
import { publicTokenKey } from '../tokens/token-key.ts'
import { closeAndMix, setUpUrn } from '../urn/index.ts'
import type { Needle } from './linking.ts'
import { ballotOf, tokenOf } from './urn-world.ts'

/** A member with a phone on which they are signed in. */
export interface Voter {
  client: TestClient
  personId: string
  /** Whatever names them in a database or a log. */
  names: Buffer[]
}

/** Makes members with phones, signed in. */
export async function makeVoters(
  { platform, owner }: Pick<TestServer, 'platform' | 'owner'>,
  tenant: TestTenant,
  count: number,
): Promise<Voter[]> {
  const voters: Voter[] = []
  for (let made = 0; made < count; made += 1) {
    const client = await tenant.nobody()
    const { rows } = await owner.query<{ personId: string; accountId: string; sessionId: string }>(
      `select a.person_id as "personId", a.id as "accountId", s.id as "sessionId" from accounts a join sessions s on s.account_id = a.id
       where a.tenant_id = $1 order by s.created_at desc limit 1`,
      [tenant.id],
    )
    const { personId, accountId, sessionId } = rows[0]!
    const ids = [personId, accountId, sessionId].map((id) => Buffer.from(id.replaceAll('-', ''), 'hex'))
    const buckets = ['read', 'write'].map((load) =>
      keyedHash(platform.keys, 'limit', '', `rate:${load} ${accountId}`),
    )
    voters.push({ client, personId, names: [...ids, ...buckets] })
  }
  return voters
}

/** The server that an election is held on. */
interface Place extends Pick<TestServer, 'platform' | 'owner'> {
  app: FastifyInstance
}

/** One election and its truth. Its voters act when they are told to, in orders of chance. */
export class HeldElection {
  readonly voteId = randomUUID()
  readonly tokens = new Map<number, Token>()
  readonly #blinded = new Map<number, Buffer>()
  #committee!: CommitteeKey

  readonly server: Place
  readonly tenant: TestTenant
  readonly voters: readonly Voter[]

  constructor(server: Place, tenant: TestTenant, voters: readonly Voter[]) {
    this.server = server
    this.tenant = tenant
    this.voters = voters
  }

  /** Its voters in an order of chance. */
  get inChance(): number[] {
    return shuffled(this.voters.map((_, line) => line))
  }

  /** Prepares it up to the token period. */
  async prepare(): Promise<void> {
    const { voteId, voters, tenant } = this
    this.#committee = await makeCommitteeKey()
    const tokenKey = Buffer.from(publicTokenKey(this.server.platform.keys, voteId))
    const paper = { organisationId: tenant.north.unionId, title: '试验', seats: 1, names: ['甲', '乙', '丙'] }
    const vote = {
      ...paper,
      id: voteId,
      due: voters.length,
      rollHash: '',
      tokenKey,
      createdBy: newId(),
      electionId: null,
    }
    await tenant.inside(async (tx) => {
      await insertVote(tx, vote)
      await insertVoters(
        tx,
        voteId,
        voters.map(({ personId }) => personId),
      )
      await insertStep(tx, voteId, { step: 'tokens', takenBy: newId() })
    })
  }

  /** A voter draws a token, signed in, as their phone does. */
  async draw(line: number): Promise<void> {
    const request = requestToken()
    const { body } = await this.voters[line]!.client.at(this.server.app).post<{
      evaluated: string
      proof: string
    }>(`/own/phone-votes/${this.voteId}/token`, { blinded: hexOf(request.blinded) })
    const answer = { evaluated: bytesOfHex(body.evaluated), proof: bytesOfHex(body.proof) }
    const key = publicTokenKey(this.server.platform.keys, this.voteId)
    this.#blinded.set(line, Buffer.from(request.blinded))
    this.tokens.set(line, finishToken(request, answer, key))
  }

  /** Ends the token period and opens the urn, as the product does: in two transactions. */
  async open(): Promise<void> {
    await this.tenant.inside(async (tx) => {
      await rewriteVoters(tx, this.voteId)
      await insertStep(tx, this.voteId, { step: 'opened', takenBy: newId() })
    })
    await this.setUp()
  }

  /** Sets up the urn alone. */
  async setUp(): Promise<void> {
    const committeeKey = Buffer.from(this.#committee.publicKey)
    await setUpUrn(this.server.platform, {
      voteId: this.voteId,
      tenantId: this.tenant.id,
      committeeKey,
      names: 3,
    })
  }

  /** A voter looks at the board and casts, as their phone does; it sends its cookie along, at which nobody looks. */
  async cast(line: number): Promise<void> {
    const client = this.voters[line]!.client.at(this.server.app)
    const { voteId } = this
    await client.get(`/public/votes/${voteId}`)
    const committee = this.#committee
    const { token, encryptedBallot } = await ballotOf(
      { voteId, committee },
      this.tokens.get(line)!,
      [1, 0, 0],
    )
    const { status, body } = await client.post(`/public/votes/${voteId}/ballots`, { token, encryptedBallot })
    if (status !== 201) throw new Error(`a ballot was refused: ${JSON.stringify(body)}`)
  }

  /** A control: roll and urn written in one transaction, as the owner may. */
  async drawAndCastAtOnce(line: number): Promise<void> {
    const { voteId } = this
    const token = tokenOf({ platform: this.server.platform, voteId })
    this.tokens.set(line, token)
    await this.server.owner.query(
      `with roll as (update phone_vote_voters set has_token = true, blinded = $3 where vote_id = $1 and entry_no = $2)
       insert into urn.ballots (vote_id, serial, sealed, signature, hash) values ($1, $3, $3, $3, $3)`,
      [voteId, line + 1, Buffer.from(token.serial)],
    )
  }

  /** Closes the urn. */
  async close(): Promise<void> {
    await closeAndMix(this.server.platform, this.voteId)
  }

  /** Everything by which the linking program may know a voter or a ballot again. */
  async needles(): Promise<Needle[]> {
    const { rows } = await this.server.owner.query<{ serial: Buffer; hash: Buffer }>(
      'select serial, hash from urn.ballots where vote_id = $1',
      [this.voteId],
    )
    const ballots = rows.flatMap(({ serial, hash }) =>
      [serial, hash].map((bytes) => ({ bytes, ballot: serial.toString('hex') })),
    )
    const voters = this.voters.flatMap(({ names }, line) =>
      names.map((bytes) => ({ bytes, entryNo: line + 1 })),
    )
    const blinded = [...this.#blinded].map(([line, bytes]) => ({ bytes, entryNo: line + 1 }))
    return [...ballots, ...voters, ...blinded]
  }

  /** How many guesses are right. */
  right(guesses: ReadonlyMap<string, number>): number {
    return [...this.tokens].filter(([line, { serial }]) => guesses.get(hexOf(serial)) === line + 1).length
  }
}

/** Somebody on the roll does something else, signed in. */
export async function useThePlatform({ owner }: Pick<TestServer, 'owner'>, { names }: Voter): Promise<void> {
  const session = names[2]!.toString('hex')
  await owner.query('update sessions set last_seen_at = now() where id = $1::uuid', [session])
}

function shuffled<T>(items: T[]): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1)
    ;[items[at], items[other]] = [items[other]!, items[at]!]
  }
  return items
}
