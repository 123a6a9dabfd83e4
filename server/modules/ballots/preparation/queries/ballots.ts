import { sql } from 'kysely'
import type { operations } from '#contract/ballots.ts'
import type { Ballot, BallotRow } from '#contract/ballots-shapes.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, inScope, mustReach } from '#server/modules/access/index.ts'
import { noticeOf } from '#server/modules/public-notices/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { candidatesNeeded, neededFor } from '../../counting/rules.ts'
import { candidatesOf, elections, findElection, type Candidate, type Election } from '../../election.ts'
import { phoneOf } from '../../joining/joined-vote.ts'
import { bundlesOf } from '../../paper/bundles.ts'
import { entriesOf, roundsOf } from '../../paper/rounds.ts'
import { resultsOf, type RoundResult } from '../../result/results.ts'
import { inStrokeOrder } from '../../strokes/stroke-order.ts'
import { shareOf } from '../rules-of-election.ts'

/** Elections within scope, those whose assembly is last first. */
export async function listBallots(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listBallots']>,
): Promise<{ items: BallotRow[]; nextCursor: string | null; total: number }> {
  const reach = { actor, permission: 'ballots.read' } as const
  if (input.organisationId !== undefined) await mustReach(tx, reach, input.organisationId)
  const limit = input.limit ?? 50
  const [day, id] = readCursor(input.cursor, ['', '']) as [string, string]
  const matching = sql`(${elections(tx)}) e where ${inScope(tx, reach, sql.ref('e.organisationId'))}
    and (${input.organisationId ?? null}::uuid is null or e."organisationId" = ${input.organisationId ?? null}::uuid)
    and (${input.state ?? null}::text is null or e.state = ${input.state ?? null})`
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from ${matching}`.execute(tx)
  const { rows } = await sql<Election>`
    select * from ${matching} and (${id} = '' or (e."meetingOn", e.id) < (nullif(${day}, '')::date, nullif(${id}, '')::uuid))
    order by e."meetingOn" desc, e.id desc limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(rowOf),
    nextCursor: rows.length > limit && last ? writeCursor([last.meetingOn, last.id]) : null,
    total: counted[0]!.total,
  }
}

function rowOf(election: Election): BallotRow {
  const { id, title, kind, organisationId, organisationName, seats, meetingOn, state } = election
  return { id, title, kind, organisationId, organisationName, seats, meetingOn, state }
}

/** One election within scope, with everything but what is on the ballots. */
export async function getBallot(tx: Tx, actor: Actor, input: { ballotId: string }): Promise<Ballot> {
  const election = await findElection(tx, actor, input.ballotId)
  const { rules } = election
  const candidates = inStrokeOrder(await candidatesOf(tx, election.id), ({ name }) => name)
  const may = (permission: 'ballots.run' | 'ballots.count' | 'phone_votes.run') =>
    canReach(tx, { actor, permission }, election.organisationId)
  return {
    ...rowOf(election),
    termYears: election.termYears,
    fills: election.fills,
    electorate: election.electorate,
    form: election.form,
    quorum: shareOf(rules.quorum),
    majority: shareOf(rules.majority),
    candidatesNeeded: candidatesNeeded(election.seats, rules.surplus.value),
    surplusSource: rules.surplus.source,
    roll: await rollOf(tx, election),
    candidates: candidates.map(({ id, name, declared, blockedBy }) => ({ id, name, declared, blockedBy })),
    notice: await noticeOf(tx, { kind: 'candidates', subjectId: election.id }),
    round: await roundNow(tx, actor, { election, candidates }),
    phone: await phoneOf(tx, actor, election),
    next: election.state === 'counted' ? nextOf(await resultsOf(tx, election.id)) : [],
    requestId: await requestOf(tx, election),
    steps: await stepsOf(tx, election.id),
    can: {
      run: await may('ballots.run'),
      count: await may('ballots.count'),
      phone: await may('phone_votes.run'),
    },
  }
}

/** The steps that are open after the last vote, as the contract has them. */
export function nextOf(results: readonly RoundResult[]): Ballot['next'] {
  const last = results.at(-1)
  if (last === undefined) return []
  return last.next.map((step) => ({
    kind: step.kind,
    seats: 'seats' in step ? step.seats : last.seats,
    candidateIds: 'candidates' in step ? step.candidates.filter((id) => uuid.test(id)) : [],
  }))
}

// Names written in stand among the candidates of a result as they were written.
const uuid = /^[0-9a-f-]{36}$/

async function rollOf(tx: Tx, election: Election): Promise<Ballot['roll']> {
  if (election.rollVersion === null) return null
  const { rows } = await sql<{ version: number; asOf: string; due: number; hash: string; frozenAt: Date }>`
    select version, as_of as "asOf", due, hash, frozen_at as "frozenAt" from election_rolls
    where tenant_id = ${tx.tenantId} and election_id = ${election.id} and version = ${election.rollVersion}`.execute(
    tx,
  )
  const roll = rows[0]!
  return { ...roll, frozenAt: roll.frozenAt.toISOString() }
}

async function roundNow(
  tx: Tx,
  actor: Actor,
  { election, candidates }: { election: Election; candidates: readonly Candidate[] },
): Promise<Ballot['round']> {
  const round = (await roundsOf(tx, election.id)).at(-1)
  if (round === undefined) return null
  const { counting, due, issued } = round
  const bundles = bundlesOf(await entriesOf(tx, round))
  return {
    roundNo: round.roundNo,
    kind: round.kind,
    stage: round.stage,
    seats: counting.seats,
    candidates: round.candidateIds.map((id) => ({
      id,
      name: candidates.find((each) => each.id === id)!.name,
    })),
    due,
    issued,
    quorumNeeded: neededFor(due, counting.quorum),
    majorityNeeded: counting.majority?.base === 'due' ? neededFor(due, counting.majority) : null,
    openedAt: round.openedAt.toISOString(),
    closedAt: round.closedAt?.toISOString() ?? null,
    bundles: bundles.map(({ bundleNo, papers, keyedBy, differences }) => ({
      bundleNo,
      papers,
      keyedBy: keyedBy.length,
      keyedByMe: keyedBy.includes(actor.personId),
      differences,
    })),
  }
}

async function requestOf(tx: Tx, election: Election): Promise<string | null> {
  const waits: Partial<Record<Election['state'], string>> = {
    submitted: 'election',
    reported: 'election_result',
  }
  const kind = waits[election.state]
  if (kind === undefined) return null
  const { rows } = await sql<{ id: string }>`
    select id from approvals where tenant_id = ${tx.tenantId} and kind = ${kind} and subject_id = ${election.id}
    order by id desc limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

async function stepsOf(tx: Tx, electionId: string): Promise<{ step: string; takenAt: string }[]> {
  const { rows } = await sql<{ step: string; takenAt: Date }>`
    select step, taken_at as "takenAt" from election_steps where tenant_id = ${tx.tenantId} and election_id = ${electionId}
      order by taken_at, array_position(array['submitted', 'approved', 'published', 'finished', 'reported', 'confirmed'], step)`.execute(
    tx,
  )
  return rows.map(({ step, takenAt }) => ({ step, takenAt: takenAt.toISOString() }))
}
