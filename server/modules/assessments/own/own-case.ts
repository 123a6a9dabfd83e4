import { sql } from 'kysely'
import type { PeriodTerms } from '#contract/assessments-schemes.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** One’s own assessment, with until when one may appeal: null where there is nothing to appeal against, or one has. */
export interface OwnCase {
  id: string
  periodId: string
  personId: string
  state: string
  closed: boolean
  appealUntil: Date | null
}

/** One’s own assessments, the latest period first. */
export async function ownCases(tx: Tx, actor: Actor): Promise<OwnCase[]> {
  const { personId } = found(await personRecords(tx, actor.personId))
  const { rows } = await sql<
    Omit<OwnCase, 'appealUntil'> & { approvedAt: Date | null; appealed: boolean; terms: PeriodTerms }
  >`
    select a.id, a.period_id as "periodId", a.person_id as "personId", a.state, p.closed_at is not null as closed, p.terms,
      (select max(s.taken_at) from assessment_steps s where s.tenant_id = a.tenant_id and s.assessment_id = a.id and s.step = 'approved') as "approvedAt",
      exists (select from assessment_steps s where s.tenant_id = a.tenant_id and s.assessment_id = a.id and s.step = 'appealed') as appealed
    from assessments a join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id
    where a.tenant_id = ${tx.tenantId} and a.person_id = ${personId} order by p.starts_on desc, a.id limit 50`.execute(
    tx,
  )
  return rows.map(({ approvedAt, appealed, terms, ...row }) => ({
    ...row,
    appealUntil:
      row.state !== 'approved' || row.closed || appealed || approvedAt === null
        ? null
        : new Date(approvedAt.getTime() + terms.appealDays * 86_400_000),
  }))
}

/** One of them; another’s is "not there". */
export async function findOwnCase(tx: Tx, actor: Actor, assessmentId: string): Promise<OwnCase> {
  return found((await ownCases(tx, actor)).find(({ id }) => id === assessmentId))
}
