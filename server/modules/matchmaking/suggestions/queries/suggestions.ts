import { sql } from 'kysely'
import type { operations, Suggestion } from '#contract/matchmaking-suggestions.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { rootPerson } from '../../desk/policy.ts'
import { profilesOf } from '../../desk/queries/profiles.ts'
import { openAnswer } from '../../desk/seals.ts'
import { shownCards } from '../../entry/shown-cards.ts'

interface Row {
  introductionId: string
  otherId: string
  answerUntil: Date
  sealed: Buffer
}

/**
 * Whom I am suggested this week: what the weekly lists hold, however often one asks. Gone at once when either does not want suggestions any
 * more; the same whatever the other has answered.
 */
export async function listSuggestions(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['listSuggestions']>> {
  const personId = await rootPerson(tx, actor.personId)
  const { rows: own } = await sql<{ weekOn: string; on: boolean }>`
    select date_trunc('week', app_today()::timestamp)::date::text as "weekOn",
      exists (select from dating_profiles d where d.tenant_id = ${tx.tenantId} and d.person_id = ${personId} and d.wants_suggestions) as on`.execute(
    tx,
  )
  const { weekOn, on } = own[0]!
  if (!on) return { on, weekOn, items: [] }
  const rows = await ofThisWeek(tx, personId, weekOn)
  const otherIds = rows.map((row) => row.otherId)
  const cards = await shownCards(tx, personId, otherIds)
  const mine = (await profilesOf(tx, [personId])).get(personId)
  const items = rows.flatMap((row): Suggestion[] => {
    const shown = cards.get(row.otherId)
    if (!shown?.card || shown.nickname === null) return []
    const said = openAnswer(tx, { introductionId: row.introductionId, personId, sealed: row.sealed })
    return [
      {
        introductionId: row.introductionId,
        nickname: shown.nickname,
        card: shown.card,
        answer: said === 'waiting' ? null : said,
        answerUntil: row.answerUntil.toISOString(),
        why: {
          sameDistrict: mine?.card.districtCode === shown.card.districtCode,
          hobbies: shown.card.hobbies.filter((hobby) => mine?.card.hobbies.includes(hobby)),
        },
      },
    ]
  })
  return { on, weekOn, items }
}

async function ofThisWeek(tx: Tx, personId: string, weekOn: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select i.id as "introductionId", case when i.person_a = ${personId} then i.person_b else i.person_a end as "otherId",
      i.answer_until as "answerUntil", a.sealed
    from (
      select * from introductions where tenant_id = ${tx.tenantId} and person_a = ${personId}
      union all select * from introductions where tenant_id = ${tx.tenantId} and person_b = ${personId}) i
    join introduction_answers a on a.tenant_id = i.tenant_id and a.introduction_id = i.id and a.person_id = ${personId}
    join dating_profiles other on other.tenant_id = i.tenant_id and other.wants_suggestions
      and other.person_id = case when i.person_a = ${personId} then i.person_b else i.person_a end
    where i.source = 'suggestion' and i.proposed_at >= ${weekOn}::timestamp at time zone 'Asia/Shanghai' and app_now() < i.answer_until
    order by i.id`.execute(tx)
  return rows
}
