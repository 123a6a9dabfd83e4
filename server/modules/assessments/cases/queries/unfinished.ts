import { sql } from 'kysely'
import type { PeriodTerms } from '#contract/assessments-schemes.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What keeps a period from being closed: assessments without an approved result or with an appeal that waits, and the last day of appeal. */
export async function unfinished(
  tx: Tx,
  period: { id: string; terms: PeriodTerms },
): Promise<{ waiting: number; appealsUntil: Date | null }> {
  const { rows } = await sql<{ waiting: number; appealsUntil: Date | null }>`
    select count(*) filter (where a.state in ('open', 'reviewed', 'appealed'))::int as waiting,
      max(s.taken_at) filter (where a.state = 'approved' and not exists (select from assessment_steps x where x.tenant_id = a.tenant_id
        and x.assessment_id = a.id and x.step = 'appealed')) + ${period.terms.appealDays} * interval '1 day' as "appealsUntil"
    from assessments a
    left join assessment_steps s on s.tenant_id = a.tenant_id and s.assessment_id = a.id and s.step = 'approved'
    where a.tenant_id = ${tx.tenantId} and a.period_id = ${period.id}`.execute(tx)
  return rows[0]!
}
