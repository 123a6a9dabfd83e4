import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { attended } from './attendance.ts'

/** What of a person's training others depend on, such as "no stipend before induction". */
export interface TrainingGates {
  /** The day on which induction was completed; null: not yet. */
  inductionOn: string | null
  /** Class hours of the year asked for. */
  classHours: number
}

/** The gates of these persons (root records), with class hours of a year; each of them is in the answer. */
export async function gatesOf(
  tx: Tx,
  personIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, TrainingGates>> {
  const { rows } = await sql<TrainingGates & { personId: string }>`
    select p.id as "personId",
      (select min(t.completed_on) from training_certificates t join training_courses c on c.tenant_id = t.tenant_id and c.id = t.course_id
        where t.tenant_id = ${tx.tenantId} and c.kind = 'induction' and (t.person_id = p.id or t.person_id in (select a.alias_id from person_aliases a
          where a.tenant_id = ${tx.tenantId} and a.person_id = p.id and a.undone_at is null))) as "inductionOn",
      coalesce(h.hours, 0)::int as "classHours"
    from unnest(${personIds}::uuid[]) as p (id)
    left join (select x.person_id, sum(x.class_hours) as hours from (${attended(tx)}) x where extract(year from x.day) = ${year}
      and x.person_id = any(${personIds}::uuid[]) group by x.person_id) h on h.person_id = p.id`.execute(tx)
  return new Map(rows.map(({ personId, ...gates }) => [personId, gates]))
}
