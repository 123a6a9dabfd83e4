import { sql } from 'kysely'
import type { Scheme, SubjectKind } from '#contract/assessments-schemes.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { allSubjects } from '../../subjects.ts'

/** Schemes of organisations within scope, each in its newest version, and whom schemes can assess. */
export async function listSchemes(
  tx: Tx,
  actor: Actor,
): Promise<{ items: Scheme[]; subjects: SubjectKind[] }> {
  const { rows } = await sql<Omit<Scheme, 'writtenAt'> & { writtenAt: Date }>`
    select s.id, s.organisation_id as "organisationId", o.name as "organisationName", s.subject_kind as "subjectKind", s.name, v.version,
      v.written_at as "writtenAt", v.content,
      (select count(*)::int from assessment_periods p where p.tenant_id = s.tenant_id and p.scheme_id = s.id) as periods
    from assessment_schemes s
    cross join lateral (select * from assessment_scheme_versions v where v.tenant_id = s.tenant_id and v.scheme_id = s.id
      order by v.version desc limit 1) v
    cross join lateral (${lastName(tx, sql.ref('s.organisation_id'))}) o
    where s.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: 'assessments.manage' }, sql.ref('s.organisation_id'))}
    order by s.created_at desc, s.id limit 200`.execute(tx)
  return {
    items: rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() })),
    subjects: allSubjects().map(({ kind, title, counters, preset }) => ({
      kind,
      ...title,
      preset,
      counters: counters.map(({ name, title: said, unit }) => ({
        name,
        ...said,
        unitZh: unit.zh,
        unitEn: unit.en,
      })),
    })),
  }
}
