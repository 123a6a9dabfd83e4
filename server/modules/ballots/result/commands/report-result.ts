import { sql } from 'kysely'
import { appoint } from '#server/modules/access/index.ts'
import { submitApproval } from '#server/modules/approvals/index.ts'
import { recordTerm } from '#server/modules/organisations/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { ApprovalKind } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found } from '#server/platform/errors.ts'
import { candidatesOf, findElection, lockedElection, type Election } from '../../election.ts'
import { insertStep, lockElection } from '../../preparation/store.ts'
import { electedIn, resultsOf } from '../results.ts'

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
 * the approval.
 */
export const electionResultKind: ApprovalKind = {
  kind: 'election_result',
  lines: async (tx, approval) => {
    const electionId = found(approval.subjectId)
    const results = await resultsOf(tx, electionId)
    const names = await electedNames(tx, electionId, electedIn(results))
    const row = await tx
      .selectFrom('elections')
      .select(['title', 'meeting_on as meetingOn'])
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', electionId)
      .executeTakeFirstOrThrow()
    return [
      { field: 'electionTitle', before: null, after: row.title },
      { field: 'electionDay', before: null, after: row.meetingOn },
      { field: 'electionElected', before: null, after: names.join('、') },
    ]
  },
  approved: async (tx, actor, approval) => {
    const electionId = found(approval.subjectId)
    await lockElection(tx, electionId)
    const election = await findElection(tx, actor, electionId)
    if (election.state !== 'reported') conflict('ballots.not_now')
    await insertStep(tx, actor, { electionId, step: 'confirmed' })
    if (election.kind === 'committee')
      await recordTerm(tx, actor, {
        organisationId: election.organisationId,
        electedOn: election.meetingOn,
        termYears: election.termYears,
      })
    await appointElected(tx, actor, election)
    await audit(tx, actor, 'ballots.confirmed', {
      kind: 'ballot',
      id: electionId,
      organisationId: election.organisationId,
    })
  },
}

/** Names of elected candidates; somebody written in stands as written. */
async function electedNames(tx: Tx, electionId: string, elected: readonly string[]): Promise<string[]> {
  const candidates = await candidatesOf(tx, electionId)
  return elected.map((each) => candidates.find(({ id }) => id === each)?.name ?? each)
}

const posts = {
  committee: 'union_committee_member',
  standing_committee: 'union_committee_member',
  audit_committee: 'audit_committee_member',
  chair: 'union_chair',
} as const

/** Delegates hold no post; whoever was only written in is appointed by hand, once it is clear who is meant. */
async function appointElected(tx: Tx, actor: Actor, election: Election): Promise<void> {
  if (election.kind === 'delegates') return
  const post = posts[election.kind]
  const elected = electedIn(await resultsOf(tx, election.id))
  const persons = (await candidatesOf(tx, election.id)).filter(({ id }) => elected.includes(id))
  const endsBefore = await yearsLater(tx, election)
  for (const { personId } of persons) {
    if (await holdsAlready(tx, { election, personId, post })) continue
    await appoint(tx, actor, {
      personId,
      post,
      organisationId: election.organisationId,
      fullTime: false,
      basis: 'election',
      documentNo: null,
      startsOn: election.meetingOn,
      endsBefore,
      substitutesId: null,
    })
  }
}

async function yearsLater(tx: Tx, { meetingOn, termYears }: Election): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select (${meetingOn}::date + make_interval(years => ${termYears}))::date as day`.execute(tx)
  return rows[0]!.day
}

/** Re-elected while still in the post: that appointment goes on until it is ended by its own procedure. */
async function holdsAlready(
  tx: Tx,
  held: { election: Election; personId: string; post: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from appointments where tenant_id = ${tx.tenantId} and organisation_id = ${held.election.organisationId} and post = ${held.post}
      and person_id = ${held.personId} and superseded_at is null
      and (ends_before is null or ends_before > ${held.election.meetingOn}::date) limit 1`.execute(tx)
  return rows.length > 0
}
