import { sql } from 'kysely'
import type { OwnDataPart } from '#server/platform/own-data.ts'
import { personRecords } from '#server/modules/people/index.ts'
import { found } from '#server/platform/errors.ts'

/** What assessments hold about somebody: periods, what they reported, approved grades. */
export const assessmentsOwnData: OwnDataPart = {
  name: 'assessments',
  title: { zh: '考核', en: 'Assessments' },
  rows: async (tx, actor) => {
    const { recordIds } = found(await personRecords(tx, actor.personId))
    const { rows } = await sql<{
      period: string
      grade: string | null
      score: number | null
      body: string | null
    }>`
      select p.name as period, r.grade, r.score, s.body from assessments a
      join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id
      left join lateral (select grade, score from assessment_results r where r.tenant_id = a.tenant_id and r.assessment_id = a.id
        and a.state in ('approved', 'appealed', 'final') order by no desc limit 1) r on true
      left join lateral (select body from assessment_self_reports s where s.tenant_id = a.tenant_id and s.assessment_id = a.id
        order by written_at desc limit 1) s on true
      where a.tenant_id = ${tx.tenantId} and a.person_id = any(${recordIds}::uuid[]) order by p.starts_on`.execute(
      tx,
    )
    return rows.flatMap(({ period, grade, score, body }) => [
      {
        what: { zh: `${period} 考核等次`, en: `Grade of ${period}` },
        said: grade === null ? '—' : `${grade} ${score === null ? '' : (score / 100).toFixed(2)}`.trim(),
      },
      ...(body === null
        ? []
        : [{ what: { zh: `${period} 自评报告`, en: `Own report of ${period}` }, said: body }]),
    ])
  },
}
