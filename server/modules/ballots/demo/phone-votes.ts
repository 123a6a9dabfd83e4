import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PhoneVoteState } from '#contract/phone-votes.ts'
import { bytesOfHex, hexOf, joined } from '#contract/sealed-votes/bytes.ts'
import { sealBallot } from '#contract/sealed-votes/sealed-ballot.ts'
import { finishToken, requestToken, signAct, type Token } from '#contract/sealed-votes/tokens.ts'
import type { Tx, TxHost } from '#server/platform/db/transaction.ts'
import { addDays } from '#server/platform/clock.ts'
import { insertStep, insertVote, insertVoters } from '../tokens/store.ts'
import { evaluateForVoter, publicTokenKey } from '../tokens/token-key.ts'
import { castVote, setUpUrn } from '../urn/index.ts'

/**
 * The committee's key of every vote by phone of the demo. Its shares stand in docs/user/scrutineer.md, so that whoever tries the demo can open an urn; no
 * vote outside a demo has this key.
 */
const demoCommitteeKey = '8c6cbc547c30b1078aaa1f1e52bb730bb4b9b909e9e50dc60ed72414da66ad41'

/** An election of the demo that is held by phone too. */
export interface DemoPhoneVote {
  electionId: string
  organisationId: string
  title: string
  seats: number
  names: readonly string[]
  rollHash: string
  voters: readonly string[]
  /** Lines of the roll whose person has drawn a token. */
  holders: readonly number[]
  noticeOn: string
  meetingOn: string
  state: 'tokens' | 'opened'
}

/** An urn of the demo that is open: it is filled after the roll's side has been committed, never in one transaction with it. */
export interface DemoUrn {
  voteId: string
  tenantId: string
  names: number
  seats: number
  tokens: number
}

const until = {
  tokens: ['allowed', 'keyed', 'tokens'],
  opened: ['allowed', 'keyed', 'tokens', 'opened'],
} as const satisfies Record<string, readonly PhoneVoteState[]>

/** Prepares the vote by phone of an election up to its token period or its opening; gives the urn that is to be filled. */
export async function loadPhoneVote(tx: Tx, vote: DemoPhoneVote): Promise<DemoUrn> {
  const voteId = randomUUID()
  const { chair, above } = await officesOf(tx, vote.organisationId)
  const due = vote.voters.length
  await insertVote(tx, {
    ...vote,
    id: voteId,
    due,
    tokenKey: Buffer.from(publicTokenKey(tx.keys, voteId)),
    createdBy: chair,
  })
  await insertVoters(tx, voteId, vote.voters)
  const at = sql`tenant_id = ${tx.tenantId} and vote_id = ${voteId}`
  // Whoever has an account of the demo is to draw the token on their own device.
  const { numAffectedRows } = await sql`
    update phone_vote_voters v set has_token = true where ${at} and entry_no = any(${[...vote.holders]}::int[])
      and not exists (select from accounts a where a.tenant_id = v.tenant_id and a.person_id = v.person_id)`.execute(
    tx,
  )
  await sql`update phone_votes set committee_key = ${Buffer.from(demoCommitteeKey, 'hex')} where tenant_id = ${tx.tenantId} and id = ${voteId}`.execute(
    tx,
  )
  for (const [no, step] of until[vote.state].entries()) {
    await insertStep(tx, voteId, { step, takenBy: step === 'allowed' ? above : chair })
    const day = step === 'opened' ? vote.meetingOn : addDays(vote.noticeOn, Math.min(no, 1) + 1)
    await sql`update phone_vote_steps set taken_at = ${`${day}T0${no + 1}:30:00Z`} where ${at} and step = ${step}`.execute(
      tx,
    )
  }
  return {
    voteId,
    tenantId: tx.tenantId,
    names: vote.names.length,
    seats: vote.seats,
    tokens: Number(numAffectedRows),
  }
}

/** The chair of the union, and somebody of the union above who may allow it. */
async function officesOf(tx: Tx, organisationId: string): Promise<{ chair: string; above: string }> {
  const { rows } = await sql<{ chair: string; above: string }>`
    select c.appointment_id as chair, coalesce((
      select a.appointment_id from appointments a join organisation_tree t on t.tenant_id = a.tenant_id and t.ancestor_id = a.organisation_id
      where a.tenant_id = c.tenant_id and t.descendant_id = c.organisation_id and a.post = 'street_officer' and a.superseded_at is null
      order by a.appointment_id limit 1), c.appointment_id) as above
    from appointments c where c.tenant_id = ${tx.tenantId} and c.organisation_id = ${organisationId} and c.post = 'union_chair'
      and c.superseded_at is null order by c.starts_on desc limit 1`.execute(tx)
  return rows[0]!
}

/** Opens the urn and casts as devices do: all but two of those who hold a token have voted, one of them twice. */
export async function fillUrn(host: TxHost, urn: DemoUrn): Promise<void> {
  const platform = { urn: host.pool, keys: host.keys }
  const { voteId, tenantId, names } = urn
  await setUpUrn(platform, { voteId, tenantId, committeeKey: Buffer.from(demoCommitteeKey, 'hex'), names })
  for (let voter = 0; voter < urn.tokens - 2; voter += 1) {
    const request = requestToken()
    const answer = evaluateForVoter(host.keys, voteId, request.blinded)!
    const token = finishToken(request, answer, publicTokenKey(host.keys, voteId))
    for (let times = voter === 0 ? 2 : 1; times > 0; times -= 1)
      await castVote(platform, await ballotOf(urn, token, voter + times))
  }
}

// Everybody leaves out another name, so that no pattern stands alone.
async function ballotOf({ voteId, names, seats }: DemoUrn, token: Token, without: number) {
  const marks: number[] = Array.from({ length: names }, (_, at) => (at === without % names ? 2 : 1))
  const spare = names - 1 - seats
  for (let at = 0; at < spare; at += 1) marks[(without + 1 + at) % names] = 3
  const place = { voteId, serial: token.serial }
  const sealed = await sealBallot(bytesOfHex(demoCommitteeKey), place, marks)
  const signature = await signAct(token, 'cast', { voteId, content: sealed })
  return { voteId, token: hexOf(joined(token.serial, signature)), encryptedBallot: hexOf(sealed) }
}
