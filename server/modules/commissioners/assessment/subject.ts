import { sql } from 'kysely'
import type { AssessmentSubject, SubjectPost } from '#server/platform/assessment-subject.ts'
import { commissionerCounters } from './counters.ts'
import { jiangbeiPreset } from './preset.ts'

/** Posts that are assessed: commissioners, and the chairs of unions, most of whom do it part-time (专+兼). */
const assessedPosts = ['commissioner', 'union_chair']

/** Commissioners 党工专员, from the register of appointments; who stands in for somebody is not assessed for it. */
export const commissionerSubject: AssessmentSubject = {
  kind: 'commissioner',
  title: { zh: '党工专员', en: 'Commissioners' },
  counters: commissionerCounters,
  preset: jiangbeiPreset,
  posts: async (tx, ask) => {
    const whose =
      'personIds' in ask
        ? sql`coalesce(r.person_id, a.person_id) = any(${ask.personIds}::uuid[])`
        : sql`exists (select from organisation_tree t where t.tenant_id = a.tenant_id and t.ancestor_id = ${ask.organisationId}
            and t.descendant_id = a.organisation_id and t.starts_on < ${ask.until}::date and (t.ends_before is null or t.ends_before > ${ask.from}::date))`
    const { rows } = await sql<SubjectPost>`
      select coalesce(r.person_id, a.person_id) as "personId", a.organisation_id as "organisationId", a.post, a.starts_on as "startsOn",
        a.ends_before as "endsBefore"
      from appointments a
      left join person_aliases r on r.tenant_id = a.tenant_id and r.alias_id = a.person_id and r.undone_at is null
      where a.tenant_id = ${tx.tenantId} and a.superseded_at is null and a.post = any(${assessedPosts}::text[]) and a.substitutes_id is null
        and a.starts_on < ${ask.until}::date and (a.ends_before is null or a.ends_before > ${ask.from}::date) and ${whose}
      order by a.starts_on, a.organisation_id`.execute(tx)
    return rows
  },
}
