import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { EntitledPost } from './month-rules.ts'

/** One person's month as the records have it. */
export interface MonthFacts {
  personId: string
  /** Where they count: the post held longest. */
  organisationId: string
  appointmentId: string | null
  isEntitled: boolean
  posts: number
  days: number
  monthDays: number
  coversFirst: boolean
  coversLast: boolean
  /** What was claimed for the month before, in fen, with how many claims. */
  beforeFen: number
  claims: number
}

/** A month of an organisation and all below it, as known at a moment (null: now). */
export interface MonthAsked {
  organisationId: string
  month: string
  knownAt: string | null
}

/**
 * Everybody who held one of these posts on a day of the month, or has a claim for it, and counts below the organisation: with one statement. Days are
 * counted once, however many posts cover them; a person counts where the earliest entitled post is, so that two scopes never pay the same month.
 */
export async function monthFacts(
  tx: Tx,
  { organisationId, month, knownAt }: MonthAsked,
  entitled: readonly EntitledPost[],
): Promise<MonthFacts[]> {
  const { rows } = await sql<MonthFacts>`
    with month as (select ${`${month}-01`}::date as first, (${`${month}-01`}::date + interval '1 month')::date as next),
    held as (
      select coalesce(al.person_id, a.person_id) as person_id, a.appointment_id, a.organisation_id, a.starts_on,
        daterange(greatest(a.starts_on, month.first), least(coalesce(a.ends_before, month.next), month.next)) as days,
        exists (select from json_to_recordset(${JSON.stringify(entitled)}::json) as e (post text, "fullTime" boolean)
          where e.post = a.post and e."fullTime" = a.full_time) as entitled
      from month join appointments a on a.starts_on < month.next and (a.ends_before is null or a.ends_before > month.first)
      left join person_aliases al on al.tenant_id = a.tenant_id and al.alias_id = a.person_id and al.undone_at is null
      where a.tenant_id = ${tx.tenantId} and a.post = any(${entitled.map(({ post }) => post)}::text[]) and a.substitutes_id is null
        and a.recorded_at <= coalesce(${knownAt}::timestamptz, 'infinity')
        and (a.superseded_at is null or a.superseded_at > coalesce(${knownAt}::timestamptz, 'infinity'))),
    people as (
      select person_id, bool_or(entitled) as entitled, count(distinct appointment_id) filter (where entitled)::int as posts,
        (array_agg(organisation_id order by entitled desc, starts_on, appointment_id))[1] as organisation_id,
        (array_agg(appointment_id order by entitled desc, starts_on, appointment_id))[1] as appointment_id,
        range_agg(days) filter (where entitled) as days
      from held group by person_id),
    claimed as (
      select coalesce(al.person_id, c.person_id) as person_id, sum(c.gross_fen)::bigint as fen, count(*)::int as claims,
        (array_agg(c.organisation_id order by c.number, c.id))[1] as organisation_id
      from claims c left join person_aliases al on al.tenant_id = c.tenant_id and al.alias_id = c.person_id and al.undone_at is null
      where c.tenant_id = ${tx.tenantId} and c.reason = 'stipend' and c.period = ${month} group by 1)
    select person_id as "personId", coalesce(p.organisation_id, c.organisation_id) as "organisationId", p.appointment_id as "appointmentId",
      coalesce(p.entitled, false) as "isEntitled", coalesce(p.posts, 0) as posts,
      coalesce((select sum(upper(d) - lower(d)) from unnest(p.days) d), 0)::int as days, (month.next - month.first) as "monthDays",
      coalesce(p.days @> month.first, false) as "coversFirst", coalesce(p.days @> (month.next - 1), false) as "coversLast",
      coalesce(c.fen, 0)::bigint as "beforeFen", coalesce(c.claims, 0) as claims
    from people p full join claimed c using (person_id) cross join month
    where exists (select from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.ancestor_id = ${organisationId}
      and t.descendant_id = coalesce(p.organisation_id, c.organisation_id) and t.starts_on < month.next and (t.ends_before is null or t.ends_before > month.first))
    order by "organisationId", person_id`.execute(tx)
  return rows
}
