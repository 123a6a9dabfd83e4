import { sql, type RawBuilder } from 'kysely'
import { ruleInside } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Of these persons, those who may not take part in matchmaking now, each with the code of the first reason (J1, J2, J8): no membership, no
 * service card in force, not employed, too young (by sex; an unknown sex or date of birth is no age), no consent to this purpose in its present
 * version, declaration of being single missing or lapsed, not attested by the union of today, excluded, in a couple or married. Asked anew at every step;
 * however many persons, one statement. Persons are root records; what stands under their other records counts as theirs.
 */
export async function refusals(
  tx: Tx,
  { personIds }: { personIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  // Each fact is asked once for all of them: a sub-select for each person would read whole tables as often as there are persons.
  const { rows } = await sql<{ personId: string; code: string }>`
    with ages as materialized (${leastAges(tx)}),
    records as materialized (
      select g.id as root, g.id as id from unnest(${personIds}::uuid[]) as g (id) union
      select a.person_id, a.alias_id from person_aliases a
        where a.tenant_id = ${tx.tenantId} and a.person_id = any(${personIds}::uuid[]) and a.undone_at is null),
    carded as (
      select r.root from records r join service_cards c on c.tenant_id = ${tx.tenantId} and c.person_id = r.id
      where c.superseded_at is null and c.starts_on <= app_today() and (c.ends_before is null or app_today() < c.ends_before)
      group by r.root having count(*) >= ${ruleInside(tx, 'matchmaking.service_cards')}),
    employed as (
      select r.root from records r join employments e on e.tenant_id = ${tx.tenantId} and e.person_id = r.id
      where e.superseded_at is null and e.starts_on <= app_today() and (e.ends_before is null or app_today() < e.ends_before)),
    consenting as (
      select r.root from records r join consents c on c.tenant_id = ${tx.tenantId} and c.person_id = r.id
      where c.purpose = 'matchmaking' and c.version = (
          select max(p.version) from processing_purposes p where p.code = 'matchmaking' and p.starts_on <= app_today())
        and not exists (select from consent_withdrawals w where w.tenant_id = c.tenant_id and w.consent_id = c.id)),
    declared as (
      select r.root from records r join single_declarations d on d.tenant_id = ${tx.tenantId} and d.person_id = r.id
      where d.signed_on <= app_today() and app_today() < d.holds_until),
    answered as (
      select distinct on (r.root, t.union_id) r.root, t.union_id, s.answer from records r
      join eligibility_attestations t on t.tenant_id = ${tx.tenantId} and t.person_id = r.id
      join attestation_answers s on s.tenant_id = t.tenant_id and s.attestation_id = t.id
      order by r.root, t.union_id, s.answered_at desc, t.id desc),
    excluded as (
      select r.root from records r join exclusions e on e.tenant_id = ${tx.tenantId} and e.person_id = r.id where e.ended_at is null),
    taken as (
      select r.root from records r join open_couples o on o.tenant_id = ${tx.tenantId} and o.person_id = r.id union all
      select o.root from (
        select r.root, o.* from records r join pair_outcomes o on o.tenant_id = ${tx.tenantId} and o.person_a = r.id union all
        select r.root, o.* from records r join pair_outcomes o on o.tenant_id = ${tx.tenantId} and o.person_b = r.id) o
      where o.outcome = 'married' and not exists (select from pair_outcomes l where l.tenant_id = o.tenant_id
        and l.person_a = o.person_a and l.person_b = o.person_b and l.outcome = 'ended' and l.recorded_at > o.recorded_at))
    select asked.id as "personId", case
      when m.person_id is null then 'matchmaking.not_member'
      when asked.id not in (select root from carded) then 'matchmaking.no_card'
      when asked.id not in (select root from employed) then 'matchmaking.not_employed'
      when p.sex is null or p.birth_date is null then 'matchmaking.age_unknown'
      when app_today() < (p.birth_date + make_interval(years => (case p.sex when 'male' then ages.male else ages.female end)::int))::date
        then 'matchmaking.too_young'
      when asked.id not in (select root from consenting) then 'matchmaking.no_consent'
      when asked.id not in (select root from declared) then 'matchmaking.no_declaration'
      when (asked.id, m.union_id) not in (select root, union_id from answered where answer = 'attested') then 'matchmaking.not_attested'
      when asked.id in (select root from excluded) then 'matchmaking.excluded'
      when asked.id in (select root from taken) then 'matchmaking.in_couple'
      end as code
    from ages, unnest(${personIds}::uuid[]) as asked (id)
    left join persons p on p.tenant_id = ${tx.tenantId} and p.id = asked.id
    left join member_index m on m.tenant_id = ${tx.tenantId} and m.person_id = asked.id and m.kind = 'member'`.execute(
    tx,
  )
  return new Map(rows.filter((row) => row.code !== null).map((row) => [row.personId, row.code]))
}

/** The least ages in years, by sex. */
function leastAges(tx: Tx): RawBuilder<unknown> {
  return sql`
    select greatest(${ruleInside(tx, 'matchmaking.marriage_age.male')}, youngest) as male,
      greatest(${ruleInside(tx, 'matchmaking.marriage_age.female')}, youngest) as female
    from ${ruleInside(tx, 'matchmaking.youngest')} as rule (youngest)`
}
