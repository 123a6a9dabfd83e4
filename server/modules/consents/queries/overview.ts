import { sql } from 'kysely'
import type { PrivacyOverview } from '#contract/consents.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { shownCount } from '../rules.ts'
import { noticeInForce, standardNotice } from './notice.ts'
import { purposesToday } from './purposes.ts'

/** The notice with its history, and how many agree to each purpose; counts of small groups are not told (they would point at persons). */
export async function getPrivacyOverview(tx: Tx, actor: Actor): Promise<PrivacyOverview> {
  const { value: smallest } = await ruleFor<number>(tx, 'measures.smallest_count', actor.today)
  const notice = await noticeInForce(tx)
  const { rows: read } = await sql<{ persons: number }>`
    select count(*)::int as persons from notice_acknowledgements where tenant_id = ${tx.tenantId} and version = ${notice.version}`.execute(
    tx,
  )
  const counts = await countsByPurpose(tx)
  return {
    notice,
    standard: await standardNotice(tx),
    history: await historyOf(tx),
    acknowledged: shownCount(read[0]!.persons, smallest),
    purposes: (await purposesToday(tx)).map((purpose) => {
      const { given, withdrawn } = counts.get(purpose.code) ?? { given: 0, withdrawn: 0 }
      return { ...purpose, given: shownCount(given, smallest), withdrawn: shownCount(withdrawn, smallest) }
    }),
    smallestGroup: smallest,
  }
}

async function historyOf(tx: Tx): Promise<PrivacyOverview['history']> {
  const { rows } = await sql<{ version: number; publishedAt: Date; post: string }>`
    select n.version, n.published_at as "publishedAt", a.post from privacy_notices n
    join appointments a on a.tenant_id = n.tenant_id and a.appointment_id = n.published_by and a.superseded_at is null
    where n.tenant_id = ${tx.tenantId} order by n.version desc`.execute(tx)
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }))
}

/** Persons by what they last said to a purpose. */
async function countsByPurpose(tx: Tx): Promise<Map<string, { given: number; withdrawn: number }>> {
  const { rows } = await sql<{ purpose: string; given: number; withdrawn: number }>`
    with last as (
      select distinct on (c.person_id, c.purpose) c.purpose, w.consent_id is not null as withdrawn from consents c
      left join consent_withdrawals w on w.tenant_id = c.tenant_id and w.consent_id = c.id
      where c.tenant_id = ${tx.tenantId} order by c.person_id, c.purpose, c.given_at desc, c.id desc)
    select purpose, count(*) filter (where not withdrawn)::int as given, count(*) filter (where withdrawn)::int as withdrawn
    from last group by purpose`.execute(tx)
  return new Map(rows.map(({ purpose, ...counts }) => [purpose, counts]))
}
