import { sql } from 'kysely'
import { sealAnswer } from '#server/modules/matchmaking/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoMatchmaking } from '../../shapes-events.ts'
import { TableLoad } from '../table-load.ts'
import { pairOf, type MatchmakingIds } from './ids.ts'

const CASELOAD = 40

/** Writes matchmakers, their cases, and the introductions they made. */
export async function loadDesk(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  for (const matchmaker of records.matchmakers)
    await sql`
      insert into matchmakers (tenant_id, id, person_id, organisation_id, registered_on, registered_by, agreement_signed_on, agreement_no, trained_on, training,
        district_codes, caseload_limit, recorded_at)
      values (${tx.tenantId}, ${ids.matchmaker(matchmaker.number)}::uuid, ${ids.person(matchmaker.person)}::uuid,
        ${ids.organisation(matchmaker.organisation)}::uuid, ${matchmaker.registeredOn}::date, ${ids.appointment(matchmaker.registeredBy)}::uuid,
        ${matchmaker.registeredOn}::date, ${`津红娘〔保〕${matchmaker.number}号`}, ${matchmaker.registeredOn}::date, '红娘上岗培训班',
        ${matchmaker.districtCodes}::text[], ${CASELOAD}, ${morningOf(matchmaker.registeredOn)}::timestamptz)`.execute(
      tx,
    )
  const cases = new TableLoad(tx, 'matchmaker_cases', {
    id: 'uuid',
    matchmaker_id: 'uuid',
    person_id: 'uuid',
    opened_on: 'date',
    ended_on: 'date',
    end_reason: 'text',
    recorded_at: 'instant',
    ended_at: 'instant',
  })
  for (const row of records.cases)
    cases.add({
      id: newId(),
      matchmaker_id: ids.matchmaker(row.matchmaker),
      person_id: ids.person(row.person),
      opened_on: row.openedOn,
      ended_on: row.endedOn,
      end_reason: row.endReason,
      recorded_at: morningOf(row.openedOn),
      ended_at: row.endedOn === null ? null : morningOf(row.endedOn),
    })
  await cases.flush()
  await loadIntroductions(tx, records, ids)
}

async function loadIntroductions(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  const table = new TableLoad(tx, 'introductions', {
    id: 'uuid',
    person_a: 'uuid',
    person_b: 'uuid',
    source: 'text',
    matchmaker_id: 'uuid',
    organisation_id: 'uuid',
    proposed_at: 'instant',
    answer_until: 'instant',
  })
  const answers = new TableLoad(tx, 'introduction_answers', {
    introduction_id: 'uuid',
    person_id: 'uuid',
    sealed: 'bytes',
  })
  const endings = new TableLoad(tx, 'introduction_endings', {
    introduction_id: 'uuid',
    outcome: 'text',
    ended_at: 'instant',
  })
  for (const row of records.introductions) {
    const { person_a, person_b } = pairOf(ids, row)
    const id = ids.introduction(row.number)
    table.add({
      id,
      person_a,
      person_b,
      source: 'matchmaker',
      matchmaker_id: ids.matchmaker(row.matchmaker),
      organisation_id: ids.organisation(row.organisation),
      proposed_at: row.proposedAt,
      answer_until: row.answerUntil,
    })
    ;[row.a, row.b].forEach((person, side) => {
      const person_id = ids.person(person)
      const answer = answerWords.get(row.answers[side]!)!
      answers.add({
        introduction_id: id,
        person_id,
        sealed: sealAnswer(tx, { introductionId: id, personId: person_id, answer }),
      })
    })
    const outcome = row.answers.every((each) => each === true) ? 'mutual' : 'none'
    if (row.endedAt !== null) endings.add({ introduction_id: id, outcome, ended_at: row.endedAt })
  }
  await table.flush()
  await answers.flush()
  await endings.flush()
}

const answerWords = new Map<boolean | null, 'waiting' | 'yes' | 'no'>([
  [null, 'waiting'],
  [true, 'yes'],
  [false, 'no'],
])

/** What the demo tells of a day was known from its morning on. */
function morningOf(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString()
}
