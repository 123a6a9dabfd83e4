/** What must hold of every history of matchmaking, as statements that find what breaks it: each must find nothing. `$1`: the tenant. */
export const matchmakingChecks: Readonly<Record<string, string>> = {
  'somebody came who was not admitted': `
    select c.registration_id from check_ins c join registrations r on r.tenant_id = c.tenant_id and r.id = c.registration_id
    where c.tenant_id = $1 and (r.state <> 'admitted' or r.event_id <> c.event_id)`,
  'more people have a place than there are places': `
    select e.id from events e join registrations r on r.tenant_id = e.tenant_id and r.event_id = e.id and r.state in ('admitted', 'offered')
    where e.tenant_id = $1 group by e.id, e.capacity having count(*) > e.capacity`,
  'somebody registered outside the time of registration': `
    select r.id from registrations r join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
    where r.tenant_id = $1 and (r.registered_at < e.registration_opens_at or r.registered_at > e.registration_closes_at)`,
  'somebody checked in days before or after the event': `
    select c.registration_id from check_ins c join events e on e.tenant_id = c.tenant_id and e.id = c.event_id
    where c.tenant_id = $1 and (c.checked_in_at < e.starts_at - interval '3 hours' or c.checked_in_at > e.ends_at)`,
  'an event was on a working morning only': `
    select id from events where tenant_id = $1 and extract(isodow from starts_at at time zone 'Asia/Shanghai') < 6
      and extract(hour from ends_at at time zone 'Asia/Shanghai') <= 13`,
  'somebody was younger than the marriage age': `
    select r.id from registrations r join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id
    join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
    where r.tenant_id = $1 and e.starts_at::date < p.birth_date + make_interval(years => case p.sex when 'male' then 22 else 20 end)`,
  'sex or union of a registration is not that of the person at the time': `
    select r.id from registrations r join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id
    where r.tenant_id = $1 and (p.sex <> r.sex or not exists (select from memberships m where m.tenant_id = r.tenant_id and m.person_id = r.person_id
      and m.union_id = r.union_id and m.superseded_at is null and m.starts_on <= r.registered_at::date
      and (m.ends_before is null or r.registered_at::date < m.ends_before)))`,
  'somebody registered without card, consent or attestation': `
    select r.id from registrations r where r.tenant_id = $1 and not (
      exists (select from service_cards c where c.tenant_id = r.tenant_id and c.person_id = r.person_id and c.starts_on <= r.registered_at::date)
      and exists (select from consents c where c.tenant_id = r.tenant_id and c.person_id = r.person_id and c.purpose = 'matchmaking'
        and c.given_at < r.registered_at)
      and exists (select from eligibility_attestations t join attestation_answers a on a.tenant_id = t.tenant_id and a.attestation_id = t.id
        where t.tenant_id = r.tenant_id and t.person_id = r.person_id and a.answer = 'attested' and a.answered_at < r.registered_at))`,
  'somebody came to an event of the last hundred days without a declaration in force': `
    select c.registration_id from check_ins c join registrations r on r.tenant_id = c.tenant_id and r.id = c.registration_id
    join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
    where c.tenant_id = $1 and e.starts_at > app_now() - interval '100 days' and not exists (select from single_declarations d
      where d.tenant_id = r.tenant_id and d.person_id = r.person_id and d.signed_on <= (e.starts_at at time zone 'Asia/Shanghai')::date
      and (e.starts_at at time zone 'Asia/Shanghai')::date < d.holds_until)`,
  'first timer is said of somebody who came before, or not of a new one': `
    select r.id from registrations r join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
    where r.tenant_id = $1 and r.first_timer = exists (select from check_ins c join registrations o on o.tenant_id = c.tenant_id and o.id = c.registration_id
      join events x on x.tenant_id = o.tenant_id and x.id = o.event_id
      where c.tenant_id = r.tenant_id and o.person_id = r.person_id and x.starts_at < e.starts_at)`,
  'somebody who did not come has a seat or a sheet': `
    select s.registration_id from (select registration_id from seatings where tenant_id = $1 union select registration_id from choice_sheets where tenant_id = $1) s
    where not exists (select from check_ins c where c.tenant_id = $1 and c.registration_id = s.registration_id)`,
  'two sat together twice': `
    select a.person_id from seatings s join seatings o on o.tenant_id = s.tenant_id and o.event_id = s.event_id and o.round_no = s.round_no
      and o.table_no = s.table_no and o.registration_id <> s.registration_id
    join registrations a on a.tenant_id = s.tenant_id and a.id = s.registration_id
    join registrations b on b.tenant_id = o.tenant_id and b.id = o.registration_id
    where s.tenant_id = $1 and a.person_id < b.person_id group by a.person_id, b.person_id having count(*) > 1`,
  'sitting out is not shared evenly': `
    select s.event_id from (select event_id, registration_id, count(*) filter (where table_no is null) as out from seatings where tenant_id = $1
      group by event_id, registration_id) s join registrations r on r.tenant_id = $1 and r.id = s.registration_id
    group by s.event_id, r.sex having max(out) - min(out) > 1`,
  'a pair of an event did not come to it, or did not meet': `
    select m.id from mutual_interests m where m.tenant_id = $1 and m.event_id is not null and not exists (
      select from seatings s join seatings o on o.tenant_id = s.tenant_id and o.event_id = s.event_id and o.round_no = s.round_no and o.table_no = s.table_no
      join registrations a on a.tenant_id = s.tenant_id and a.id = s.registration_id
      join registrations b on b.tenant_id = o.tenant_id and b.id = o.registration_id
      where s.tenant_id = m.tenant_id and s.event_id = m.event_id and a.person_id = m.person_a and b.person_id = m.person_b)`,
  'a closing counts other pairs than there are, or more sheets than people': `
    select c.event_id from choice_closings c where c.tenant_id = $1 and (
      c.pairs <> (select count(*) from mutual_interests m where m.tenant_id = c.tenant_id and m.event_id = c.event_id)
      or c.sheets > (select count(*) from check_ins i where i.tenant_id = c.tenant_id and i.event_id = c.event_id))`,
  'sheets that are kept are not as many as the closing counts': `
    select c.event_id from choice_closings c join choice_keys k on k.tenant_id = c.tenant_id and k.event_id = c.event_id where c.tenant_id = $1
      and c.sheets <> (select count(*) from choice_sheets s where s.tenant_id = c.tenant_id and s.event_id = c.event_id)`,
  'a sheet is kept without its key, or a key longer than the rule says': `
    select s.event_id from choice_sheets s where s.tenant_id = $1 and not exists (select from choice_keys k where k.tenant_id = s.tenant_id and k.event_id = s.event_id)
    union select k.event_id from choice_keys k join choice_closings c on c.tenant_id = k.tenant_id and c.event_id = k.event_id
    where k.tenant_id = $1 and c.closed_at < app_now() - interval '100 days'`,
  'a mutual interest is of two of one sex in this demo, or older than the event': `
    select m.id from mutual_interests m join persons a on a.tenant_id = m.tenant_id and a.id = m.person_a
    join persons b on b.tenant_id = m.tenant_id and b.id = m.person_b left join events e on e.tenant_id = m.tenant_id and e.id = m.event_id
    where m.tenant_id = $1 and (a.sex = b.sex or m.revealed_at < e.starts_at)`,
  'an introduction that is mutual was revealed before it was proposed, or names others': `
    select m.id from mutual_interests m join introductions i on i.tenant_id = m.tenant_id and i.id = m.introduction_id
    where m.tenant_id = $1 and (m.person_a <> i.person_a or m.person_b <> i.person_b or m.revealed_at < i.proposed_at or m.revealed_at > i.answer_until)`,
  'two who were introduced had met before at an event': `
    select i.id from introductions i join registrations a on a.tenant_id = i.tenant_id and a.person_id = i.person_a
    join registrations b on b.tenant_id = i.tenant_id and b.person_id = i.person_b and b.event_id = a.event_id
    join seatings s on s.tenant_id = a.tenant_id and s.registration_id = a.id
    join seatings o on o.tenant_id = b.tenant_id and o.registration_id = b.id and o.round_no = s.round_no and o.table_no = s.table_no
    where i.tenant_id = $1`,
  'the places kept are not those the registrations hold': `
    select p.event_id from event_places p where p.tenant_id = $1 and p.taken <> (select count(*) from registrations r
      where r.tenant_id = p.tenant_id and r.event_id = p.event_id and r.state in ('admitted', 'offered'))
    union select c.event_id from event_place_counts c where c.tenant_id = $1 and c.dimension = 'sex' and c.taken <> (select count(*) from registrations r
      where r.tenant_id = c.tenant_id and r.event_id = c.event_id and r.sex = c.value and r.state in ('admitted', 'offered'))`,
  'an introduction does not say for both sides whether it ended, or ended otherwise than it says': `
    select i.id from introductions i left join introduction_endings e on e.tenant_id = i.tenant_id and e.introduction_id = i.id
    where i.tenant_id = $1 and (2 <> (select count(*) from introduction_answers a where a.tenant_id = i.tenant_id and a.introduction_id = i.id
        and a.person_id in (i.person_a, i.person_b))
      or (e.outcome = 'mutual') <> exists (select from mutual_interests m where m.tenant_id = i.tenant_id and m.introduction_id = i.id))`,
  'a couple comes from no mutual interest, or was confirmed before it': `
    select c.id from couples c left join mutual_interests m on m.tenant_id = c.tenant_id and m.id = c.interest_id and m.person_a = c.person_a
      and m.person_b = c.person_b and m.revealed_at < least(c.a_confirmed_at, c.b_confirmed_at) where c.tenant_id = $1 and m.id is null`,
  'an open couple does not have two rows, or an ended one has some': `
    select c.id from couples c where c.tenant_id = $1 and c.confirmed_at is not null
      and (select count(*) from open_couples o where o.tenant_id = c.tenant_id and o.couple_id = c.id)
        <> case when exists (select from pair_outcomes p where p.tenant_id = c.tenant_id and p.person_a = c.person_a and p.person_b = c.person_b
          and p.outcome = 'ended') then 0 else 2 end`,
  'somebody was in two couples at one time': `
    with spans as (
      select c.id, p.person_id, c.confirmed_at::date as from_day, coalesce((select max(o.happened_on) from pair_outcomes o where o.tenant_id = c.tenant_id
        and o.person_a = c.person_a and o.person_b = c.person_b and o.outcome = 'ended'), 'infinity') as to_day
      from couples c, unnest(array[c.person_a, c.person_b]) as p (person_id) where c.tenant_id = $1 and c.confirmed_at is not null)
    select a.person_id from spans a join spans b on a.person_id = b.person_id and a.id < b.id and a.from_day < b.to_day and b.from_day < a.to_day`,
  'somebody came to an event while one of a couple': `
    select r.id from registrations r join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
    join couples c on c.tenant_id = r.tenant_id and r.person_id in (c.person_a, c.person_b) and c.confirmed_at < e.starts_at
    where r.tenant_id = $1 and not exists (select from pair_outcomes o where o.tenant_id = c.tenant_id and o.person_a = c.person_a
      and o.person_b = c.person_b and o.outcome = 'ended' and o.happened_on < e.starts_at::date)`,
  'a couple has not given each other a contact': `
    select c.id from couples c where c.tenant_id = $1 and 2 > (select count(distinct r.person_id) from contact_releases r
      where r.tenant_id = c.tenant_id and r.interest_id = c.interest_id and r.released_at < least(c.a_confirmed_at, c.b_confirmed_at))`,
  'the ledger of a pair is out of order, or in the future': `
    select a.id from pair_outcomes a join pair_outcomes b on b.tenant_id = a.tenant_id and b.person_a = a.person_a and b.person_b = a.person_b
      and array_position(array['contact', 'dating', 'couple', 'married', 'ended'], a.outcome)
        < array_position(array['contact', 'dating', 'couple', 'married', 'ended'], b.outcome) and a.happened_on > b.happened_on
    where a.tenant_id = $1 union select id from pair_outcomes where tenant_id = $1 and happened_on > app_today()`,
  'not every mutual interest has its three follow-ups': `
    select m.id from mutual_interests m where m.tenant_id = $1 and 3 <> (select count(*) from follow_ups f where f.tenant_id = m.tenant_id and f.interest_id = m.id
      and f.due_on = case f.stage when '3_days' then (m.revealed_at at time zone 'Asia/Shanghai')::date + 3
        when '3_weeks' then (m.revealed_at at time zone 'Asia/Shanghai')::date + 21
        else ((m.revealed_at at time zone 'Asia/Shanghai')::date + interval '3 months')::date end)`,
  'somebody who may not be shown has a profile': `
    select p.id from dating_profiles p where p.tenant_id = $1 and not exists (select from profile_hidings h where h.tenant_id = p.tenant_id
        and h.profile_id = p.id and h.ended_at is null)
      and (exists (select from open_couples o where o.tenant_id = p.tenant_id and o.person_id = p.person_id)
        or p.last_active_on <= app_today() - 365)`,
  'a profile is kept longer than the rule says': `
    select id from dating_profiles where tenant_id = $1 and last_active_on <= app_today() - 730`,
  'a case is open without a profile, or over the limit of its matchmaker': `
    select c.id from matchmaker_cases c where c.tenant_id = $1 and c.ended_on is null
      and not exists (select from dating_profiles p where p.tenant_id = c.tenant_id and p.person_id = c.person_id)
    union select m.id from matchmakers m join matchmaker_cases c on c.tenant_id = m.tenant_id and c.matchmaker_id = m.id and c.ended_on is null
    where m.tenant_id = $1 group by m.id, m.caseload_limit having count(*) > m.caseload_limit`,
  'something happened in the future': `
    select id from mutual_interests where tenant_id = $1 and revealed_at > app_now() union select id from couples where tenant_id = $1 and confirmed_at > app_now()
    union select id from follow_ups where tenant_id = $1 and done_at > app_now() union select id from events where tenant_id = $1 and state = 'closed' and ends_at > app_now()`,
}
