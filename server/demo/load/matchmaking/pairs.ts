import { randomUUID } from 'node:crypto'
import { sealText } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoCouple, DemoInterest, DemoMatchmaking } from '../../shapes-events.ts'
import { TableLoad } from '../table-load.ts'
import { pairOf, type MatchmakingIds } from './ids.ts'

/** Writes mutual interests with contacts and follow-ups, and couples with what became of them. */
export async function loadPairs(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  const tables = { ...interestTables(tx), ...coupleTables(tx) }
  const matchmakerPosts = records.matchmakers.map(({ appointment }) => ids.appointment(appointment))
  for (const interest of records.interests) {
    tables.interests.add({
      id: ids.interest(interest.number),
      ...columnsOf(pairOf(ids, interest)),
      event_id: interest.event === null ? null : ids.event(interest.event),
      introduction_id: interest.introduction === null ? null : ids.introduction(interest.introduction),
      organisation_id: ids.organisation(interest.organisation),
      revealed_at: interest.revealedAt,
    })
    addReleases(tables, interest, ids)
    addFollowUps(tables, interest, { ids, matchmakerPosts })
  }
  for (const couple of records.couples) addCouple(tables, couple, ids)
  for (const table of Object.values(tables)) await table.flush()
}

function interestTables(tx: Tx) {
  return {
    interests: new TableLoad(tx, 'mutual_interests', {
      id: 'uuid',
      person_a: 'uuid',
      person_b: 'uuid',
      event_id: 'uuid',
      introduction_id: 'uuid',
      organisation_id: 'uuid',
      revealed_at: 'instant',
    }),
    releases: new TableLoad(tx, 'contact_releases', {
      id: 'uuid',
      interest_id: 'uuid',
      person_id: 'uuid',
      field: 'text',
      value_cipher: 'bytes',
      released_at: 'instant',
    }),
    followUps: new TableLoad(tx, 'follow_ups', {
      id: 'uuid',
      interest_id: 'uuid',
      stage: 'text',
      due_on: 'date',
      organisation_id: 'uuid',
      matchmaker_id: 'uuid',
      done_at: 'instant',
      done_by: 'uuid',
    }),
    answers: new TableLoad(tx, 'follow_up_answers', {
      follow_up_id: 'uuid',
      person_id: 'uuid',
      answer: 'text',
      answered_at: 'instant',
    }),
  }
}

function coupleTables(tx: Tx) {
  return {
    couples: new TableLoad(tx, 'couples', {
      id: 'uuid',
      person_a: 'uuid',
      person_b: 'uuid',
      organisation_id: 'uuid',
      interest_id: 'uuid',
      a_confirmed_at: 'instant',
      b_confirmed_at: 'instant',
      confirmed_at: 'instant',
      recorded_at: 'instant',
    }),
    open: new TableLoad(tx, 'open_couples', { person_id: 'uuid', couple_id: 'uuid' }),
    claims: new TableLoad(tx, 'couple_claims', {
      couple_id: 'uuid',
      organisation_id: 'uuid',
      claimed_at: 'instant',
    }),
    outcomes: new TableLoad(tx, 'pair_outcomes', {
      id: 'uuid',
      person_a: 'uuid',
      person_b: 'uuid',
      outcome: 'text',
      happened_on: 'date',
      told_by_person: 'uuid',
      organisation_id: 'uuid',
      recorded_at: 'instant',
    }),
  }
}

type InterestTables = ReturnType<typeof interestTables>

function columnsOf({ person_a, person_b }: { person_a: string; person_b: string }) {
  return { person_a, person_b }
}

function addReleases(tables: InterestTables, interest: DemoInterest, ids: MatchmakingIds): void {
  ;[interest.a, interest.b].forEach((person, side) => {
    if (!interest.released[side]) return
    tables.releases.add({
      id: randomUUID(),
      interest_id: ids.interest(interest.number),
      person_id: ids.person(person),
      field: 'wechat',
      value_cipher: sealText(ids.key(person), `gonghui_${100_000 + person}`),
      released_at: minutesAfter(interest.revealedAt, 60 * (2 + side * 7)),
    })
  })
}

function addFollowUps(
  tables: InterestTables,
  interest: DemoInterest,
  { ids, matchmakerPosts }: { ids: MatchmakingIds; matchmakerPosts: readonly string[] },
): void {
  for (const { stage, dueOn, matchmaker, doneAt, answers } of interest.followUps) {
    const id = randomUUID()
    tables.followUps.add({
      id,
      interest_id: ids.interest(interest.number),
      stage,
      due_on: dueOn,
      organisation_id: ids.organisation(interest.organisation),
      matchmaker_id: ids.matchmaker(matchmaker),
      done_at: doneAt,
      done_by: doneAt === null ? null : matchmakerPosts[matchmaker - 1]!,
    })
    ;[interest.a, interest.b].forEach((person, side) => {
      const answer = answers[side]!
      if (answer !== null)
        tables.answers.add({
          follow_up_id: id,
          person_id: ids.person(person),
          answer,
          answered_at: doneAt,
        })
    })
  }
}

function addCouple(tables: ReturnType<typeof coupleTables>, couple: DemoCouple, ids: MatchmakingIds): void {
  const id = randomUUID()
  const pair = pairOf(ids, couple)
  const [first, second] = pair.turned ? couple.confirmedAt.toReversed() : couple.confirmedAt
  const confirmed_at = first! > second! ? first! : second!
  tables.couples.add({
    id,
    ...columnsOf(pair),
    organisation_id: ids.organisation(couple.organisation),
    interest_id: ids.interest(couple.interest),
    a_confirmed_at: first!,
    b_confirmed_at: second!,
    confirmed_at,
    recorded_at: first! < second! ? first! : second!,
  })
  if (couple.endedOn === null)
    for (const person_id of [pair.person_a, pair.person_b]) tables.open.add({ person_id, couple_id: id })
  const claimers =
    couple.alsoClaimedBy === null ? [couple.organisation] : [couple.organisation, couple.alsoClaimedBy]
  for (const organisation of claimers)
    tables.claims.add({
      couple_id: id,
      organisation_id: ids.organisation(organisation),
      claimed_at: confirmed_at,
    })
  for (const { outcome, on } of couple.outcomes)
    tables.outcomes.add({
      id: newId(),
      ...columnsOf(pair),
      outcome,
      happened_on: on,
      told_by_person: pair.person_a,
      organisation_id: ids.organisation(couple.organisation),
      recorded_at: `${on}T13:00:00.000Z`,
    })
}

function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}
