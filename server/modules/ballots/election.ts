import { sql, type RawBuilder } from 'kysely'
import type { BallotKind, BallotState, DeclaredWord } from '#contract/ballots-shapes.ts'
import type { Permission } from '#contract/permissions.ts'
import { canReach, inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound } from '#server/platform/errors.ts'
import type { ElectionRules } from './preparation/rules-of-election.ts'
import { lockElection } from './preparation/store.ts'
import { inStrokeOrder } from './strokes/stroke-order.ts'

/** An election as commands need it. */
export interface Election {
  id: string
  organisationId: string
  organisationName: string
  kind: BallotKind
  title: string
  seats: number
  termYears: number
  fills: 'term' | 'vacancy'
  electorate: 'members' | 'delegates'
  form: 'one_round' | 'two_rounds'
  recalls: string | null
  meetingOn: string
  rules: ElectionRules
  state: BallotState
  rollVersion: number | null
  due: number | null
  roundNo: number | null
}

/** Elections with how they stand: the last thing that happened says it. */
export function elections(tx: Tx): RawBuilder<unknown> {
  const took = (step: string) =>
    sql`exists (select from election_steps s where s.tenant_id = e.tenant_id and s.election_id = e.id and s.step = ${step})`
  return sql`
    select e.id, e.organisation_id as "organisationId", e.kind, e.title, e.seats, e.term_years as "termYears", e.meeting_on as "meetingOn", e.rules,
      e.fills, e.electorate, e.form, e.recalls_appointment as recalls,
      (select name from organisation_profiles p where p.tenant_id = e.tenant_id and p.organisation_id = e.organisation_id
        and p.superseded_at is null order by starts_on desc limit 1) as "organisationName",
      roll.version as "rollVersion", roll.due, round.round_no as "roundNo",
      case when ${took('confirmed')} then 'confirmed' when ${took('reported')} then 'reported' when ${took('finished')} then 'finished'
        when round.is_closed then 'counted' when round.round_no is not null then 'voting' when ${took('published')} then 'published'
        when roll.version is not null then 'roll_frozen' when ${took('approved')} then 'approved' when ${took('submitted')} then 'submitted'
        else 'planned' end as state
    from elections e
    left join lateral (select r.version, r.due from election_rolls r where r.tenant_id = e.tenant_id and r.election_id = e.id
      order by r.version desc limit 1) roll on true
    left join lateral (select r.round_no, exists (select from election_results x where x.tenant_id = r.tenant_id and x.election_id = r.election_id
        and x.round_no = r.round_no) as is_closed
      from election_rounds r where r.tenant_id = e.tenant_id and r.election_id = e.id order by r.round_no desc limit 1) round on true
    where e.tenant_id = ${tx.tenantId}`
}

/** One election within scope; else "not there". */
export async function findElection(tx: Tx, actor: Actor, id: string): Promise<Election> {
  const { rows } = await sql<Election>`
    select * from (${elections(tx)}) e where e.id = ${id}
      and ${inScope(tx, { actor, permission: 'ballots.read' }, sql.ref('e.organisationId'))}`.execute(tx)
  return found(rows[0])
}

/** An election locked for a step that is open in these states, by somebody who may take it there. In any other state: a conflict. */
export async function lockedElection(
  tx: Tx,
  actor: Actor,
  step: { id: string; permission: Permission; states: readonly BallotState[] },
): Promise<Election> {
  await lockElection(tx, step.id)
  const election = await findElection(tx, actor, step.id)
  if (!(await canReach(tx, { actor, permission: step.permission }, election.organisationId))) notFound()
  if (!step.states.includes(election.state)) conflict('ballots.not_now')
  return election
}

/** Whoever stands on the paper, in its order: nominated, not taken back, barred by nothing, by the strokes of the surname (B10). */
export async function standingOnPaper(tx: Tx, electionId: string): Promise<Candidate[]> {
  const standing = (await candidatesOf(tx, electionId)).filter(({ blockedBy }) => blockedBy.length === 0)
  return inStrokeOrder(standing, ({ name }) => name)
}

/** Somebody nominated and not taken back. */
export interface Candidate {
  id: string
  personId: string
  name: string
  declared: DeclaredWord[]
  blockedBy: { declaration: DeclaredWord; source: string }[]
}

/** Everybody nominated in an election and not taken back. */
export async function candidatesOf(tx: Tx, electionId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select id, person_id as "personId", name, declared, blocked_by as "blockedBy" from election_candidates
    where tenant_id = ${tx.tenantId} and election_id = ${electionId} and withdrawn_at is null order by id`.execute(
    tx,
  )
  return rows
}
