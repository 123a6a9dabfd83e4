import { sql } from 'kysely'
import { rulesToday } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Of these persons, those who may not take part in matchmaking now, each with the code of the first reason (J1, J2, J8): no membership, no
 * service card in force, not employed, too young (by sex; an unknown sex or date of birth is no age), no consent to this purpose in its present
 * version, declaration of being single missing or lapsed, not attested by the union of today, excluded, in a couple or married. Asked anew at every step;
 * however many persons, two statements. Persons are root records; what stands under their other records counts as theirs.
 */
export async function refusals(
  tx: Tx,
  { personIds }: { personIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const { male, female, cards } = await thresholds(tx)
  const { rows } = await sql<{ personId: string; code: string }>`
    with asked as (
      select g.id, array[g.id] || coalesce((select array_agg(a.alias_id) from person_aliases a
        where a.tenant_id = ${tx.tenantId} and a.person_id = g.id and a.undone_at is null), '{}') as ids
      from unnest(${personIds}::uuid[]) as g (id)),
    agreed as (
      select max(p.version) as version from processing_purposes p where p.code = 'matchmaking' and p.starts_on <= app_today())
    select asked.id as "personId", case
      when m.person_id is null then 'matchmaking.not_member'
      when (select count(*) from service_cards c where c.tenant_id = ${tx.tenantId} and c.person_id = any(asked.ids)
        and c.superseded_at is null and c.starts_on <= app_today() and (c.ends_before is null or app_today() < c.ends_before)) < ${cards}::int
        then 'matchmaking.no_card'
      when not exists (select from employments e where e.tenant_id = ${tx.tenantId} and e.person_id = any(asked.ids)
        and e.superseded_at is null and e.starts_on <= app_today() and (e.ends_before is null or app_today() < e.ends_before))
        then 'matchmaking.not_employed'
      when p.sex is null or p.birth_date is null then 'matchmaking.age_unknown'
      when app_today() < (p.birth_date + make_interval(years => case p.sex when 'male' then ${male}::int else ${female}::int end))::date
        then 'matchmaking.too_young'
      when not exists (select from consents c, agreed where c.tenant_id = ${tx.tenantId} and c.person_id = any(asked.ids)
        and c.purpose = 'matchmaking' and c.version = agreed.version
        and not exists (select from consent_withdrawals w where w.tenant_id = c.tenant_id and w.consent_id = c.id)) then 'matchmaking.no_consent'
      when not exists (select from single_declarations d where d.tenant_id = ${tx.tenantId} and d.person_id = any(asked.ids)
        and d.signed_on <= app_today() and app_today() < d.holds_until) then 'matchmaking.no_declaration'
      when 'attested' is distinct from (select s.answer from eligibility_attestations t
        join attestation_answers s on s.tenant_id = t.tenant_id and s.attestation_id = t.id
        where t.tenant_id = ${tx.tenantId} and t.person_id = any(asked.ids) and t.union_id = m.union_id
        order by s.answered_at desc, t.id desc limit 1) then 'matchmaking.not_attested'
      when exists (select from exclusions e where e.tenant_id = ${tx.tenantId} and e.person_id = any(asked.ids) and e.ended_at is null)
        then 'matchmaking.excluded'
      when exists (select from open_couples o where o.tenant_id = ${tx.tenantId} and o.person_id = any(asked.ids)) then 'matchmaking.in_couple'
      when exists (select from (
          select * from pair_outcomes o where o.tenant_id = ${tx.tenantId} and o.person_a = any(asked.ids) union all
          select * from pair_outcomes o where o.tenant_id = ${tx.tenantId} and o.person_b = any(asked.ids)) o
        where o.outcome = 'married' and not exists (select from pair_outcomes l where l.tenant_id = o.tenant_id
          and l.person_a = o.person_a and l.person_b = o.person_b and l.outcome = 'ended' and l.recorded_at > o.recorded_at))
        then 'matchmaking.in_couple'
      end as code
    from asked
    left join persons p on p.tenant_id = ${tx.tenantId} and p.id = asked.id
    left join member_index m on m.tenant_id = ${tx.tenantId} and m.person_id = asked.id and m.kind = 'member'`.execute(
    tx,
  )
  return new Map(rows.filter((row) => row.code !== null).map((row) => [row.personId, row.code]))
}

/** The least ages in years, by sex, and the least number of cards in force. */
async function thresholds(tx: Tx): Promise<{ male: number; female: number; cards: number }> {
  const rules = await rulesToday(tx, [
    'matchmaking.marriage_age.male',
    'matchmaking.marriage_age.female',
    'matchmaking.youngest',
    'matchmaking.service_cards',
  ])
  const youngest = rules['matchmaking.youngest'].value
  return {
    male: Math.max(rules['matchmaking.marriage_age.male'].value, youngest),
    female: Math.max(rules['matchmaking.marriage_age.female'].value, youngest),
    cards: rules['matchmaking.service_cards'].value,
  }
}
