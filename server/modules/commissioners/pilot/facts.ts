import { sql } from 'kysely'
import type { PilotGrade } from '#contract/commissioners-pilot.ts'
import { finalGradesOf } from '#server/modules/assessments/index.ts'
import { gatesOf, trainingRecords } from '#server/modules/training/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { PilotFacts } from './rules.ts'

/** The grade somebody holds, and since when. */
export interface HeldGrade {
  grade: PilotGrade
  grantedOn: string
  documentNo: string
}

/** What each of these persons (root records) holds; who has taken no step is not in the answer. */
export async function heldGrades(tx: Tx, personIds: readonly string[]): Promise<Map<string, HeldGrade>> {
  const { rows } = await sql<HeldGrade & { personId: string }>`
    select distinct on (s.person_id) s.person_id as "personId", s.grade, s.granted_on as "grantedOn", s.document_no as "documentNo"
    from commissioner_pilot_steps s where s.tenant_id = ${tx.tenantId} and s.person_id = any(${personIds}::uuid[])
    order by s.person_id, s.given_at desc, s.id desc`.execute(tx)
  return new Map(rows.map(({ personId, ...held }) => [personId, held]))
}

/** What is known of these persons on a day, from the platform's own records: class hours count since the last step. */
export async function factsOf(
  tx: Tx,
  personIds: readonly string[],
  { day, held }: { day: string; held: ReadonlyMap<string, HeldGrade> },
): Promise<Map<string, PilotFacts>> {
  const gates = await gatesOf(tx, personIds, Number(day.slice(0, 4)))
  const trained = await trainingRecords(
    tx,
    personIds.map((personId) => ({
      personId,
      from: held.get(personId)?.grantedOn ?? '0001-01-01',
      until: day,
    })),
  )
  const served = await daysServed(tx, personIds, day)
  const grades = await finalGradesOf(tx, personIds, 'commissioner')
  return new Map(
    personIds.map((personId, at) => [
      personId,
      {
        daysServed: served.get(personId) ?? 0,
        inductionOn: gates.get(personId)?.inductionOn ?? null,
        classHours: trained[at]!.reduce((sum, { value }) => sum + value, 0),
        grades: (grades.get(personId) ?? []).map(({ assessmentId, grade, endsBefore }) => ({
          assessmentId,
          grade,
          endsBefore,
        })),
      },
    ]),
  )
}

// Days with at least one full-time post: two posts at a time make no two days.
async function daysServed(tx: Tx, personIds: readonly string[], day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ personId: string; days: number }>`
    select held."personId", sum(upper(span) - lower(span))::int as days from (
      select coalesce(r.person_id, a.person_id) as "personId",
        range_agg(daterange(a.starts_on, least(coalesce(a.ends_before, ${day}::date), ${day}::date))) as spans
      from appointments a
      left join person_aliases r on r.tenant_id = a.tenant_id and r.alias_id = a.person_id and r.undone_at is null
      where a.tenant_id = ${tx.tenantId} and a.post = 'commissioner' and a.full_time and a.superseded_at is null and a.substitutes_id is null
        and a.starts_on < ${day}::date and coalesce(r.person_id, a.person_id) = any(${personIds}::uuid[])
      group by 1) held cross join lateral unnest(held.spans) span
    group by 1`.execute(tx)
  return new Map(rows.map(({ personId, days }) => [personId, days]))
}
