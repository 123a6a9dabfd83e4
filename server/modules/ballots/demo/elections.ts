import { sql } from 'kysely'
import type { BallotKind } from '#contract/ballots-shapes.ts'
import type { Declaration } from '#contract/candidacy.ts'
import { barredBy } from '../candidacy/rules.ts'
import { runOffRules } from '../counting/next-ballot.ts'
import { membersOn } from '../preparation/electorate.ts'
import { countingOf, rulesOfElection, type ElectionRules } from '../preparation/rules-of-election.ts'
import {
  insertCandidate,
  insertElection,
  insertRoll,
  insertStep,
  type ElectionStep,
} from '../preparation/store.ts'
import { inStrokeOrder } from '../strokes/stroke-order.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays, today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { loadPhoneVote, type DemoPhoneVote, type DemoUrn } from './phone-votes.ts'
import { eachOmitsOne, holdVote, keyBundle, openVote, paper, type Vote } from './votes.ts'

/**
 * Elections around the union whose chair has an account: its own vote runs today on paper and by phone, and tokens are drawn for its by-election; one of its
 * street stands in its notice, one is over with a run-off. Gives the open urn, to be filled afterwards.
 */
export async function loadDemoElections(tx: Tx, shown: string): Promise<DemoUrn> {
  const day = await today(tx)
  const [over, ending] = await neighboursOf(tx, shown)
  if (over !== undefined) await loadFinished(tx, over)
  if (ending !== undefined) await loadInNotice(tx, ending.id, day)
  await loadByElection(tx, shown, day)
  return loadVoting(tx, shown, day)
}

interface Neighbour {
  id: string
  electedOn: string
  endsBefore: string
}

/** Of the unions of the same street large enough for a committee: the one elected last, and the one whose term ends first. */
async function neighboursOf(tx: Tx, shown: string): Promise<[Neighbour?, Neighbour?]> {
  const { rows } = await sql<Neighbour>`
    select o.id, term.starts_on as "electedOn", term.ends_before as "endsBefore" from organisations o
    join organisation_tree t on t.tenant_id = o.tenant_id and t.descendant_id = o.id
    join organisation_tree s on s.tenant_id = t.tenant_id and s.ancestor_id = t.ancestor_id and s.descendant_id = ${shown}
    join organisations street on street.tenant_id = t.tenant_id and street.id = t.ancestor_id and street.kind = 'street_federation'
    join lateral (select u.starts_on, u.ends_before from union_terms u where u.tenant_id = o.tenant_id and u.organisation_id = o.id and u.superseded_at is null
      order by u.starts_on desc limit 1) term on true
    where o.tenant_id = ${tx.tenantId} and o.kind = 'basic_union' and o.union_type = 'single' and o.id <> ${shown} and term.starts_on < app_today() - 40
      and exists (select from appointments c where c.tenant_id = o.tenant_id and c.organisation_id = o.id and c.post = 'union_chair' and c.superseded_at is null)
      and (select count(*) from member_index m where m.tenant_id = o.tenant_id and m.union_id = o.id) between 25 and 200
    order by term.starts_on desc, o.stat_code`.execute(tx)
  const [last, ...others] = rows
  return [last, others.sort((a, b) => a.endsBefore.localeCompare(b.endsBefore))[0]]
}

interface Prepared {
  electionId: string
  rules: ElectionRules
  due: number
  candidateIds: string[]
  /** What a vote by phone takes from it. */
  roll: Pick<DemoPhoneVote, 'names' | 'voters' | 'rollHash'>
}

interface Plan {
  organisationId: string
  kind: BallotKind
  title: string
  seats: number
  meetingOn: string
  rollOn: string
  noticeOn: string
  steps: readonly ElectionStep[]
  /** What the last of those nominated declares: empty, or something that bars. */
  declared: readonly Declaration[]
  fills?: 'vacancy'
}

// Who did it in the demo is nobody who has an account there: the office before.
const formerOffice = { appointment: null } as Actor

async function prepare(tx: Tx, plan: Plan): Promise<Prepared> {
  const rules = await rulesOfElection(tx, plan.kind, plan.noticeOn)
  const electionId = await insertElection(tx, formerOffice, { ...plan, termYears: 5, rules })
  for (const step of plan.steps) await insertStep(tx, formerOffice, { electionId, step })
  const voters = inStrokeOrder(await membersOn(tx, plan.organisationId, plan.rollOn), ({ name }) => name)
  const { hash: rollHash } = await insertRoll(tx, formerOffice, {
    electionId,
    asOf: plan.rollOn,
    entries: voters.map((voter, at) => ({ ...voter, entryNo: at + 1 })),
  })
  const nominated = plan.seats + 1 + Math.sign(plan.declared.length)
  for (let at = 0; at < nominated; at++) {
    const declared = at === nominated - 1 ? plan.declared : []
    await insertCandidate(tx, formerOffice, {
      electionId,
      ...voters[Math.floor(((at + 0.5) * voters.length) / nominated)]!,
      declared,
      blockedBy: barredBy(plan.kind, declared, rules.candidacy!),
    })
  }
  const standing = await putUp(tx, electionId, { plan, rules })
  await backdate(tx, electionId, plan)
  const names = standing.map(({ name }) => name)
  return {
    electionId,
    rules,
    due: voters.length,
    candidateIds: standing.map(({ id }) => id),
    roll: { names, voters: voters.map(({ personId }) => personId), rollHash },
  }
}

/** Puts the candidates' notice up on its day; gives those who stand, in the order of the paper. */
async function putUp(
  tx: Tx,
  electionId: string,
  { plan, rules }: { plan: Plan; rules: ElectionRules },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from election_candidates
    where tenant_id = ${tx.tenantId} and election_id = ${electionId} and blocked_by = '[]'`.execute(tx)
  const standing = inStrokeOrder(rows, ({ name }) => name)
  const { days, counted } = rules.notice.value
  const noticeId = newId()
  await sql`insert into public_notices (tenant_id, id, organisation_id, kind, subject_id, lines, starts_on, last_day, days, counted, rule_version, published_at)
    values (${tx.tenantId}, ${noticeId}, ${plan.organisationId}, 'candidates', ${electionId}, ${JSON.stringify(standing.map(({ name }) => name))}::jsonb,
      ${plan.noticeOn}, ${addDays(plan.noticeOn, days + 2)}, ${days}, ${counted}, ${rules.notice.version}, ${`${plan.noticeOn}T02:00:00Z`})`.execute(
    tx,
  )
  await sql`insert into notice_objections (tenant_id, id, notice_id, reason, raised_at, answer, settled_at)
    values (${tx.tenantId}, ${newId()}, ${noticeId}, '名单中一人是否已满入会时间，请核实。', ${`${plan.noticeOn}T06:00:00Z`},
      '经核对会籍登记，入会已满一年，符合条件。', ${`${plan.noticeOn}T09:00:00Z`})`.execute(tx)
  return standing
}

/** Gives everything prepared the time it is told to have been done at. */
async function backdate(tx: Tx, electionId: string, { noticeOn, meetingOn }: Plan): Promise<void> {
  const asked = `${addDays(noticeOn, -9)}T02:00:00Z`
  const of = sql`tenant_id = ${tx.tenantId} and election_id = ${electionId}`
  await sql`update elections set created_at = ${asked} where tenant_id = ${tx.tenantId} and id = ${electionId}`.execute(
    tx,
  )
  await sql`update election_rolls set frozen_at = ${`${addDays(noticeOn, -2)}T02:00:00Z`} where ${of}`.execute(
    tx,
  )
  await sql`update election_candidates set nominated_at = ${`${addDays(noticeOn, -1)}T02:00:00Z`} where ${of}`.execute(
    tx,
  )
  await sql`update election_steps set taken_at = case step when 'submitted' then ${asked}::timestamptz when 'approved' then ${`${addDays(noticeOn, -5)}T03:00:00Z`}
    when 'published' then ${`${noticeOn}T02:00:00Z`} when 'confirmed' then ${`${addDays(meetingOn, 6)}T03:00:00Z`} else ${`${meetingOn}T08:30:00Z`} end
    where ${of}`.execute(tx)
}

async function loadInNotice(tx: Tx, organisationId: string, day: string): Promise<void> {
  await prepare(tx, {
    organisationId,
    kind: 'committee',
    title: '新一届委员会换届选举',
    seats: 5,
    meetingOn: addDays(day, 12),
    rollOn: addDays(day, -3),
    noticeOn: addDays(day, -1),
    steps: ['submitted', 'approved', 'published'],
    declared: ['sibling'],
  })
}

/** A vacancy in the committee of the union shown: candidates stand in their notice, and members draw tokens. */
async function loadByElection(tx: Tx, organisationId: string, day: string): Promise<void> {
  const plan: Plan = {
    organisationId,
    kind: 'committee',
    title: '补选一名委员',
    seats: 1,
    meetingOn: addDays(day, 5),
    rollOn: addDays(day, -6),
    noticeOn: addDays(day, -4),
    steps: ['submitted', 'approved', 'published'],
    declared: [],
    fills: 'vacancy',
  }
  const { electionId, roll } = await prepare(tx, plan)
  const holders = roll.voters.flatMap((_, at) => (at % 5 === 2 ? [at + 1] : []))
  await loadPhoneVote(tx, { ...plan, ...roll, electionId, holders, state: 'tokens' })
}

/** The vote that runs, on paper and by phone: two thirds have a paper, one bundle is keyed by two, another by one; of the others all but three hold a token. */
async function loadVoting(tx: Tx, organisationId: string, day: string): Promise<DemoUrn> {
  const plan: Plan = {
    organisationId,
    kind: 'audit_committee',
    title: '经费审查委员会委员选举',
    seats: 3,
    meetingOn: day,
    rollOn: addDays(day, -12),
    noticeOn: addDays(day, -10),
    steps: ['submitted', 'approved', 'published'],
    declared: ['finance_staff'],
  }
  const { electionId, rules, due, candidateIds, roll } = await prepare(tx, plan)
  const issued = Math.ceil((due * 2) / 3)
  const vote: Vote = { electionId, roundNo: 1, counting: countingOf(rules, 3), candidateIds, issued }
  await openVote(tx, vote, 'first')
  const papers = eachOmitsOne(Math.min(20, issued - 8), [2, 3, 5, 6])
  const tellers = await tellersOf(tx, organisationId)
  for (const personId of tellers) await keyBundle(tx, vote, { personId, bundleNo: 1, papers })
  await keyBundle(tx, vote, { personId: tellers[1]!, bundleNo: 2, papers: eachOmitsOne(6, [1, 2, 2, 1]) })
  const holders = Array.from({ length: Math.max(0, due - issued - 3) }, (_, at) => issued + at + 1)
  return loadPhoneVote(tx, { ...plan, ...roll, electionId, holders, state: 'opened' })
}

/** An election that is over and confirmed: a tie at the last seat, settled by a run-off. */
async function loadFinished(tx: Tx, { id: organisationId, electedOn }: Neighbour): Promise<void> {
  const prepared = await prepare(tx, {
    organisationId,
    kind: 'committee',
    title: '委员会换届选举',
    seats: 5,
    meetingOn: electedOn,
    rollOn: addDays(electedOn, -12),
    noticeOn: addDays(electedOn, -10),
    steps: ['submitted', 'approved', 'published', 'finished', 'reported', 'confirmed'],
    declared: [],
  })
  const { electionId, rules, due, candidateIds } = prepared
  const tellers = await tellersOf(tx, organisationId)
  const attended = Math.ceil(due * 0.9)
  const quarter = Math.floor(attended / 4)
  const first: Vote = {
    electionId,
    roundNo: 1,
    counting: countingOf(rules, 5),
    candidateIds,
    issued: attended + 1,
  }
  const rest = attended - 2 * quarter
  const shares = [0, 1, 2, 3].map((at) => Math.floor((rest + at) / 4)).concat(quarter, quarter)
  const left = await holdVote(tx, first, {
    due,
    tellers,
    papers: eachOmitsOne(attended, shares),
    kind: 'first',
  })
  const elected = left.elected
  const runOff: Vote = {
    ...first,
    roundNo: 2,
    counting: runOffRules(first.counting, left.seatsLeft),
    candidateIds: candidateIds.filter((each) => left.tied.includes(each)),
    issued: attended,
  }
  const papers = Array.from({ length: attended }, (_, at) => paper(at * 5 < attended * 3 ? 'y-' : '-y'))
  const { elected: last } = await holdVote(tx, runOff, { due, tellers, papers, kind: 'run_off' })
  await appointElected(tx, { organisationId, electedOn, candidateIds: [...elected, ...last] })
}

/** Two who count: the chair, and somebody of the roll. */
async function tellersOf(tx: Tx, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    (select person_id as id from appointments where tenant_id = ${tx.tenantId} and organisation_id = ${organisationId} and post = 'union_chair'
      and superseded_at is null order by starts_on desc limit 1)
    union all (select m.person_id from member_index m where m.tenant_id = ${tx.tenantId} and m.union_id = ${organisationId}
      and not exists (select from appointments c where c.tenant_id = m.tenant_id and c.person_id = m.person_id) order by m.person_id limit 1)`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

async function appointElected(
  tx: Tx,
  elected: { organisationId: string; electedOn: string; candidateIds: readonly string[] },
): Promise<void> {
  await sql`
    insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on, ends_before, recorded_at)
    select tenant_id, id, id, person_id, 'union_committee_member', ${elected.organisationId}::uuid, false, 'election', ${elected.electedOn}::date,
      (${elected.electedOn}::date + interval '5 years')::date, ${`${addDays(elected.electedOn, 6)}T03:00:00Z`}
    from (select tenant_id, gen_random_uuid() as id, person_id from election_candidates
      where tenant_id = ${tx.tenantId} and id = any(${[...elected.candidateIds]}::uuid[])) chosen`.execute(tx)
}
