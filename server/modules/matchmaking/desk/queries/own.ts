import { sql } from 'kysely'
import type { OwnFollowUp, OwnIntroduction, OwnMatchmaker } from '#contract/matchmaking-own-desk.ts'
import { lastName } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { shownCards } from '../../entry/shown-cards.ts'
import { rootPerson } from '../policy.ts'
import { openAnswer } from '../seals.ts'
import { openCaseOf } from './find-case.ts'

interface IntroductionRow {
  introductionId: string
  otherId: string
  state: OwnIntroduction['state']
  proposedAt: Date
  answerUntil: Date
  sealed: Buffer | null
}

/**
 * Introductions by a matchmaker that wait for me, and those that ended lately. My own answer is opened for me alone; the order and everything
 * else is the same whatever the other has said. One whom I may not see any more is not there.
 */
export async function listOwnIntroductions(tx: Tx, actor: Actor): Promise<{ items: OwnIntroduction[] }> {
  const personId = await rootPerson(tx, actor.personId)
  const told = await ruleFor<number>(tx, 'matchmaking.told_days', actor.today)
  const { rows } = await sql<IntroductionRow>`
    select i.id as "introductionId", case when i.person_a = ${personId} then i.person_b else i.person_a end as "otherId",
      case when e.outcome is not null then e.outcome when i.answer_until <= app_now() then 'none' else 'open' end as state,
      i.proposed_at as "proposedAt", i.answer_until as "answerUntil", a.sealed
    from introductions i
    left join introduction_endings e on e.tenant_id = i.tenant_id and e.introduction_id = i.id
    left join introduction_answers a on a.tenant_id = i.tenant_id and a.introduction_id = i.id and a.person_id = ${personId}
    where i.tenant_id = ${tx.tenantId} and ${personId}::uuid in (i.person_a, i.person_b) and i.source = 'matchmaker'
      and i.answer_until > app_now() - interval '1 day' * ${told.value}
    order by i.proposed_at desc, i.id`.execute(tx)
  const cards = await shownCards(
    tx,
    personId,
    rows.map((row) => row.otherId),
  )
  return {
    items: rows.flatMap((row) => {
      const shown = cards.get(row.otherId)
      if (row.state === 'open' && !shown?.card) return []
      return [
        {
          introductionId: row.introductionId,
          state: row.state,
          proposedAt: row.proposedAt.toISOString(),
          answerUntil: row.answerUntil.toISOString(),
          answer: row.state === 'open' ? ownAnswer(tx, row, personId) : null,
          nickname: shown?.nickname ?? null,
          card: row.state === 'none' ? null : (shown?.card ?? null),
        },
      ]
    }),
  }
}

function ownAnswer(tx: Tx, row: IntroductionRow, personId: string): 'yes' | 'no' | null {
  if (row.sealed === null) return null
  const said = openAnswer(tx, { introductionId: row.introductionId, personId, sealed: row.sealed })
  return said === 'waiting' ? null : said
}

/** Who looks after me, with name and organisation, and whether a wish of mine is open. */
export async function getOwnMatchmaker(tx: Tx, actor: Actor): Promise<OwnMatchmaker> {
  const personId = await rootPerson(tx, actor.personId)
  const ownCase = await openCaseOf(tx, personId)
  const { rows } = await sql<{ name: string; organisationName: string }>`
    select p.name, o.name as "organisationName" from matchmakers m
    join persons p on p.tenant_id = m.tenant_id and p.id = m.person_id
    cross join lateral (${lastName(tx, sql.ref('m.organisation_id'))}) o
    where m.tenant_id = ${tx.tenantId} and m.id = ${ownCase?.matchmakerId ?? null}`.execute(tx)
  const wish = await tx
    .selectFrom('matchmaker_wishes')
    .select('wished_at as wishedAt')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const agreement = await tx
    .selectFrom('meeting_agreements')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const [matchmaker] = rows
  return {
    matchmaker:
      matchmaker === undefined || ownCase === undefined ? null : { ...matchmaker, since: ownCase.openedOn },
    wishedAt: wish?.wishedAt.toISOString() ?? null,
    meetings: agreement !== undefined,
    can: { wish: wish === undefined, takeBack: wish !== undefined },
  }
}

/** How does it go? Questions about my pairs from the day they are due, for as long as the next one is not. */
export async function listOwnFollowUps(tx: Tx, actor: Actor): Promise<{ items: OwnFollowUp[] }> {
  const personId = await rootPerson(tx, actor.personId)
  const { rows } = await sql<Omit<OwnFollowUp, 'nickname'> & { otherId: string }>`
    select distinct on (f.interest_id) f.id as "followUpId", f.stage, f.due_on as "askedOn", a.answer,
      case when i.person_a = ${personId} then i.person_b else i.person_a end as "otherId"
    from follow_ups f
    join mutual_interests i on i.tenant_id = f.tenant_id and i.id = f.interest_id
    left join follow_up_answers a on a.tenant_id = f.tenant_id and a.follow_up_id = f.id and a.person_id = ${personId}
    where f.tenant_id = ${tx.tenantId} and ${personId}::uuid in (i.person_a, i.person_b)
      and f.due_on <= app_today() and f.due_on > app_today() - 90
    order by f.interest_id, f.due_on desc`.execute(tx)
  const cards = await shownCards(
    tx,
    personId,
    rows.map((row) => row.otherId),
  )
  return {
    items: rows
      .map(({ otherId, ...row }) => ({ ...row, nickname: cards.get(otherId)?.nickname ?? null }))
      .toSorted((one, other) => (one.askedOn < other.askedOn ? 1 : -1)),
  }
}
