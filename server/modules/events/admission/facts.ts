import { sql } from 'kysely'
import { ruleFor, ruleInside } from '#server/modules/rules/index.ts'
import { together, type Tx } from '#server/platform/db/transaction.ts'
import { ageBandOf, type Facts } from './rules.ts'

/** A person who wants to register: the record that stands for them, and their facts of today; null where the file lacks one of them. */
export interface Applicant {
  personId: string
  facts: Facts | null
}

interface Row {
  askedId: string
  personId: string
  sex: 'male' | 'female' | null
  years: number | null
  unionId: string | null
  firstTimer: boolean
  stayedAway: boolean
}

/**
 * The facts of persons as admission needs them, by the id asked for: one statement for all. A first-timer has never been checked in at an
 * event. Whoever stayed away or cancelled too late within the months of rule `events.absence_months`, and was not excused, has lost their
 * turn. Age bands begin where rule `events.age_bands` says.
 */
export async function applicantsOf(
  tx: Tx,
  personIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, Applicant>> {
  const [bounds, rows] = await together(tx, [
    () => ruleFor<number[]>(tx, 'events.age_bands', day),
    () => rowsOf(tx, personIds),
  ])
  return new Map(
    rows.map((row) => [row.askedId, { personId: row.personId, facts: factsOf(row, bounds.value) }]),
  )
}

async function rowsOf(tx: Tx, personIds: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with asked as (
      select a.id as asked_id, coalesce(alias.person_id, a.id) as id from unnest(${personIds}::uuid[]) as a (id)
      left join person_aliases alias on alias.tenant_id = ${tx.tenantId} and alias.alias_id = a.id and alias.undone_at is null)
    select asked.asked_id as "askedId", p.id as "personId", p.sex, m.union_id as "unionId",
      extract(year from age(app_today(), p.birth_date))::int as years,
      not exists (select from registrations r join check_ins c on c.tenant_id = r.tenant_id and c.registration_id = r.id
        where r.tenant_id = ${tx.tenantId} and r.person_id = p.id) as "firstTimer",
      exists (select from registrations r join registration_steps s on s.tenant_id = r.tenant_id and s.registration_id = r.id
        where r.tenant_id = ${tx.tenantId} and r.person_id = p.id and (s.step = 'no_show' or (s.step = 'cancelled' and s.reason = 'late'))
          and s.taken_at > app_now() - ${ruleInside(tx, 'events.absence_months')} * interval '1 month'
          and not exists (select from registration_steps x where x.tenant_id = r.tenant_id and x.registration_id = r.id and x.step = 'excused'
            and x.taken_at >= s.taken_at)) as "stayedAway"
    from asked
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = asked.id
    left join member_index m on m.tenant_id = p.tenant_id and m.person_id = p.id`.execute(tx)
  return rows
}

function factsOf(row: Row, bounds: readonly number[]): Facts | null {
  const { sex, years, unionId, firstTimer } = row
  if (sex === null || years === null || unionId === null) return null
  return { sex, unionId, ageBand: ageBandOf(years, bounds), firstTimer, turn: row.stayedAway ? 2 : 1 }
}

/** The record that stands for a person, whichever of theirs is named. */
export async function rootOf(tx: Tx, personId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select coalesce((select a.person_id from person_aliases a where a.tenant_id = ${tx.tenantId} and a.alias_id = ${personId}
      and a.undone_at is null), ${personId}::uuid) as id`.execute(tx)
  return rows[0]!.id
}
