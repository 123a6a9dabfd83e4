import { submitApproval } from '#server/modules/approvals/index.ts'
import { recordTerm } from '#server/modules/organisations/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { ApprovalKind, ApprovalLine } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found } from '#server/platform/errors.ts'
import { candidatesOf, findElection, lockedElection } from '../../election.ts'
import { insertStep, lockElection } from '../../preparation/store.ts'
import { electedIn, resultsOf } from '../results.ts'
import { settleResult } from '../settle-result.ts'

/** Reports a decided result to the higher union (B13). */
export async function submitBallotResult(tx: Tx, actor: Actor, input: { ballotId: string }): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.run',
    states: ['finished'],
  })
  await insertStep(tx, actor, { electionId: election.id, step: 'reported' })
  await submitApproval(tx, actor, {
    kind: 'election_result',
    organisationId: election.organisationId,
    subjectId: election.id,
    personId: null,
    params: {},
    reason: '',
  })
}

/**
 * The result at the higher union. Approved, the elected hold their post and a committee its term, both from the day of the assembly (B13), not from
 * the approval; who held the post before holds it no longer, and whoever was recalled neither.
 */
export const electionResultKind: ApprovalKind = {
  kind: 'election_result',
  lines: async (tx, approval) => {
    const electionId = found(approval.subjectId)
    const results = await resultsOf(tx, electionId)
    const names = await electedNames(tx, electionId, electedIn(results))
    const row = await tx
      .selectFrom('elections')
      .select(['title', 'kind', 'meeting_on as meetingOn'])
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', electionId)
      .executeTakeFirstOrThrow()
    return [
      { field: 'electionTitle', before: null, after: row.title },
      { field: 'electionDay', before: null, after: row.meetingOn },
      row.kind === 'recall'
        ? await recallLine(tx, electionId, names.length > 0)
        : { field: 'electionElected', before: null, after: names.join('、') },
    ]
  },
  approved: async (tx, actor, approval) => {
    const electionId = found(approval.subjectId)
    await lockElection(tx, electionId)
    const election = await findElection(tx, actor, electionId)
    if (election.state !== 'reported') conflict('ballots.not_now')
    await insertStep(tx, actor, { electionId, step: 'confirmed' })
    if (election.kind === 'committee' && election.fills === 'term')
      await recordTerm(tx, actor, {
        organisationId: election.organisationId,
        electedOn: election.meetingOn,
        termYears: election.termYears,
      })
    await settleResult(tx, actor, election)
    await audit(tx, actor, 'ballots.confirmed', {
      kind: 'ballot',
      id: electionId,
      organisationId: election.organisationId,
    })
  },
}

/** Whether a recall was carried, and whom it is about. */
async function recallLine(tx: Tx, electionId: string, isCarried: boolean): Promise<ApprovalLine> {
  const [recalled] = await candidatesOf(tx, electionId)
  return { field: isCarried ? 'recallCarried' : 'recallFailed', before: null, after: recalled?.name ?? '' }
}

/** Names of elected candidates; somebody written in stands as written. */
async function electedNames(tx: Tx, electionId: string, elected: readonly string[]): Promise<string[]> {
  const candidates = await candidatesOf(tx, electionId)
  return elected.map((each) => candidates.find(({ id }) => id === each)?.name ?? each)
}
