-- The candidate rules stood twice, as `ballots.barred.*` and as `candidacy.*`. Elections ask `candidacy.*` now, and declare in its words; elections planned
-- before keep what they stored.
delete from rules where key like 'ballots.barred.%';

update election_candidates set
  declared = array(select case word when 'owner_or_investor' then 'owner' when 'head_or_deputy' then 'head' when 'foreign_employee' then 'foreign_national'
    else word end from unnest(declared) with ordinality as said (word, at) order by at),
  blocked_by = (select coalesce(jsonb_agg(bar || jsonb_build_object('declaration', case bar ->> 'declaration' when 'owner_or_investor' then 'owner'
    when 'head_or_deputy' then 'head' when 'foreign_employee' then 'foreign_national' else bar ->> 'declaration' end) order by at), '[]')
    from jsonb_array_elements(blocked_by) with ordinality as barred (bar, at))
where declared && array['owner_or_investor', 'head_or_deputy', 'foreign_employee'];
