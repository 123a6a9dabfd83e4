import { sql, type RawBuilder } from 'kysely'
import type { DeskIntroduction } from '#contract/matchmaking-desk.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { namesOf } from './names.ts'

interface Row {
  id: string
  personA: string
  personB: string
  state: DeskIntroduction['state']
  proposedAt: Date
  answerUntil: Date
  endedAt: Date | null
  caseId: string | null
}

/** Introductions of a matchmaker that fit, the newest first: whether they have ended, never who answered or what. */
export async function introductionsOf(
  tx: Tx,
  matchmakerId: string,
  condition: RawBuilder<unknown>,
): Promise<DeskIntroduction[]> {
  // One whose time is over is over, also before the clock has ended it: no one learns from the delay.
  const { rows } = await sql<Row>`
    select i.id, i.person_a as "personA", i.person_b as "personB", i.proposed_at as "proposedAt", i.answer_until as "answerUntil",
      case when e.outcome is not null then e.outcome when i.answer_until <= app_now() then 'none' else 'open' end as state,
      coalesce(e.ended_at, case when i.answer_until <= app_now() then i.answer_until end) as "endedAt", c.id as "caseId"
    from introductions i
    left join introduction_endings e on e.tenant_id = i.tenant_id and e.introduction_id = i.id
    left join lateral (select c.id from matchmaker_cases c where c.tenant_id = i.tenant_id and c.person_id in (i.person_a, i.person_b)
      and c.matchmaker_id = i.matchmaker_id and c.ended_on is null order by c.id limit 1) c on true
    where i.tenant_id = ${tx.tenantId} and i.matchmaker_id = ${matchmakerId} and ${condition}
    order by i.proposed_at desc, i.id limit 200`.execute(tx)
  const names = await namesOf(
    tx,
    rows.flatMap((row) => [row.personA, row.personB]),
  )
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    proposedAt: row.proposedAt.toISOString(),
    answerUntil: row.answerUntil.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    names: [names(row.personA), names(row.personB)],
    caseId: row.caseId,
  }))
}
