import { sql } from 'kysely'
import type { HeadCount } from '#contract/events-door.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

interface Counted {
  sex: 'male' | 'female'
  door: string | null
  persons: number
}

/** How many are expected and how many came: distinct persons, by the one row each has, however many doors and readings there were. */
export async function headCount(tx: Tx, eventId: string): Promise<HeadCount> {
  const { rows } = await sql<Counted>`
    select r.sex, c.door, count(*)::int as persons
    from registrations r
    left join check_ins c on c.tenant_id = r.tenant_id and c.registration_id = r.id
    where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} and (r.state = 'admitted' or c.registration_id is not null)
    group by r.sex, c.door order by c.door`.execute(tx)
  const sum = (some: readonly Counted[]) => some.reduce((total, row) => total + row.persons, 0)
  const came = rows.filter((row) => row.door !== null)
  const doors = [...new Set(came.map((row) => row.door!))]
  return {
    expected: sum(rows),
    present: sum(came),
    bySex: (['male', 'female'] as const).map((sex) => ({
      sex,
      expected: sum(rows.filter((row) => row.sex === sex)),
      present: sum(came.filter((row) => row.sex === sex)),
    })),
    byDoor: doors.map((door) => ({ door, present: sum(came.filter((row) => row.door === door)) })),
  }
}
