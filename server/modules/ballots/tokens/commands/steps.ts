import type { PhoneVoteState } from '#contract/phone-votes.ts'
import { bytesOfHex } from '#contract/sealed-votes/bytes.ts'
import { isCommitteeSecret } from '#contract/sealed-votes/committee-key.ts'
import { createTask, endTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { forbidden, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { mustStandNowhere, openPapersToo } from '../../joining/commands/open-both.ts'
import { closeAndMix, openBallots, setUpUrn } from '../../urn/index.ts'
import { lockedForStep, subjectOf, type Step } from '../locked-vote.ts'
import { insertStep, rewriteVoters, setCommitteeKey, type LockedVote } from '../store.ts'

type One = { voteId: string }
type Done = { id: string }

/** Allows a vote to be held by phone: only a higher union, never the union that votes (B9). */
export async function allowPhoneVote(tx: Tx, actor: Actor, input: One): Promise<Done> {
  const vote = await lockedForStep(tx, actor, {
    ...input,
    permission: 'phone_votes.allow',
    from: ['prepared'],
  })
  if (actor.appointment?.organisationId === vote.organisationId) refuse('phone_votes.own_permission')
  await audit(tx, actor, 'phone_votes.allowed', subjectOf(vote))
  if (vote.electionId !== null) await askForKey(tx, actor, { ...vote, electionId: vote.electionId })
  return take(tx, actor, { vote, step: 'allowed' })
}

/**
 * Publishes the committee's key, once: before the first token, so that everybody knows to whom they seal. Nobody makes it who stands in the election:
 * a scrutineer is no candidate (B9).
 */
export async function publishCommitteeKey(
  tx: Tx,
  actor: Actor,
  input: One & { committeeKey: string },
): Promise<Done> {
  const vote = await lockedForStep(tx, actor, { ...input, permission: 'phone_votes.keys', from: ['allowed'] })
  await mustStandNowhere(tx, actor, vote)
  if (vote.electionId !== null)
    await endTasksAbout(tx, actor, {
      subjectIds: [vote.electionId],
      kinds: ['phone_votes.key_to_make'],
      outcome: 'done',
    })
  await setCommitteeKey(tx, vote.id, Buffer.from(input.committeeKey, 'hex'))
  await audit(tx, actor, 'phone_votes.keyed', subjectOf(vote))
  return take(tx, actor, { vote, step: 'keyed' })
}

/** Begins the period in which tokens are drawn. */
export async function startTokenPeriod(tx: Tx, actor: Actor, input: One): Promise<Done> {
  const vote = await lockedForStep(tx, actor, { ...input, permission: 'phone_votes.run', from: ['keyed'] })
  await audit(tx, actor, 'phone_votes.tokens_begun', subjectOf(vote))
  return take(tx, actor, { vote, step: 'tokens' })
}

/**
 * Ends the token period for good, writes the roll anew without order, opens the vote on paper where it belongs to an election, and only then, by itself,
 * sets up the urn. Asked again after a crash between the two it sets up the urn.
 */
export async function openPhoneVote(platform: Platform, actor: Actor, input: One): Promise<Done> {
  const vote = await inTenant(platform, actor.tenantId, async (tx) => {
    const locked = await lockedForStep(tx, actor, {
      ...input,
      permission: 'phone_votes.run',
      from: ['tokens', 'opened'],
    })
    if (locked.state === 'tokens') {
      await rewriteVoters(tx, locked.id)
      await audit(tx, actor, 'phone_votes.opened', subjectOf(locked))
      await take(tx, actor, { vote: locked, step: 'opened' })
      if (locked.electionId !== null)
        await openPapersToo(tx, actor, { ...locked, electionId: locked.electionId })
    }
    return locked
  })
  await setUpUrn(platform, {
    voteId: vote.id,
    tenantId: actor.tenantId,
    committeeKey: vote.committeeKey!,
    names: vote.names.length,
  })
  return { id: vote.id }
}

/** Closes the urn for good, then says so on the roll's side. */
export async function closePhoneVote(platform: Platform, actor: Actor, input: One): Promise<Done> {
  const asked: Step = { voteId: input.voteId, permission: 'phone_votes.run', from: ['opened'] }
  await inTenant(platform, actor.tenantId, (tx) => lockedForStep(tx, actor, asked))
  await closeAndMix(platform, input.voteId)
  return inTenant(platform, actor.tenantId, async (tx) => {
    const locked = await lockedForStep(tx, actor, asked)
    await audit(tx, actor, 'phone_votes.closed', subjectOf(locked))
    return take(tx, actor, { vote: locked, step: 'closed' })
  })
}

/** Opens the ballots with the secret that two shares gave; the server keeps it no longer than this takes. */
export async function openSealedBallots(
  platform: Platform,
  actor: Actor,
  input: One & { committeeSecret: string },
): Promise<Done> {
  const asked: Step = { voteId: input.voteId, permission: 'phone_votes.keys', from: ['closed'] }
  const vote = await inTenant(platform, actor.tenantId, (tx) => lockedForStep(tx, actor, asked))
  const secret = bytesOfHex(input.committeeSecret)
  if (!isCommitteeSecret(secret, new Uint8Array(vote.committeeKey!))) refuse('phone_votes.secret_wrong')
  await openBallots(platform, vote.id, secret)
  secret.fill(0)
  return inTenant(platform, actor.tenantId, async (tx) => {
    const locked = await lockedForStep(tx, actor, asked)
    await audit(tx, actor, 'phone_votes.counted', subjectOf(locked))
    return take(tx, actor, { vote: locked, step: 'counted' })
  })
}

async function take(
  tx: Tx,
  actor: Actor,
  { vote, step }: { vote: LockedVote; step: PhoneVoteState },
): Promise<Done> {
  await insertStep(tx, vote.id, { step, takenBy: (actor.appointment ?? forbidden()).id })
  return { id: vote.id }
}

// What the higher union was asked for is done; the scrutineers are next.
async function askForKey(tx: Tx, actor: Actor, vote: LockedVote & { electionId: string }): Promise<void> {
  const { electionId, organisationId } = vote
  await endTasksAbout(tx, actor, {
    subjectIds: [electionId],
    kinds: ['phone_votes.to_allow'],
    outcome: 'done',
  })
  await createTask(tx, actor, {
    kind: 'phone_votes.key_to_make',
    organisationId,
    permission: 'phone_votes.keys',
    subjectId: electionId,
    params: {},
    dueOn: null,
  })
}
