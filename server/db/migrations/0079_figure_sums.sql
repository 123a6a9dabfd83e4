-- Kept figures: what a home page shows, summed for each organisation with everything it leads. Whoever changes a source of a measure only appends a
-- mark, in the same transaction; a reader corrects the sums for the marked organisations, and a job carries the marks into them (decision 030).

-- Whose own figures may have changed, from a day on.
create table figure_marks (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  source text not null,
  organisation_id uuid not null,
  -- '-infinity': at once; or the day on which a dated row begins or ends to count.
  due_on date not null,
  constraint figure_marks_pkey primary key (tenant_id, id)
);
create index figure_marks_due_idx on figure_marks (tenant_id, due_on, source, organisation_id);
select make_tenant_table('figure_marks');
grant delete on figure_marks to gonghui_app;

-- The year the sums were made for; without a row there are none.
create table figure_states (
  tenant_id uuid not null,
  year integer not null,
  folded_at timestamptz not null default now(),
  constraint figure_states_pkey primary key (tenant_id)
);
select make_tenant_table('figure_states');
grant update (year, folded_at) on figure_states to gonghui_app;

-- What an organisation's own rows came to when they were last counted. Breakdown '' is the whole, 'day' the days of last year.
create table figure_cells (
  tenant_id uuid not null,
  organisation_id uuid not null,
  measure text not null,
  breakdown text not null,
  key text not null,
  value bigint not null,
  rows bigint not null,
  constraint figure_cells_pkey primary key (tenant_id, organisation_id, measure, breakdown, key)
);
select make_tenant_table('figure_cells');
grant delete on figure_cells to gonghui_app;

-- The same for an organisation with everything it leads.
create table figure_sums (
  tenant_id uuid not null,
  organisation_id uuid not null,
  breakdown text not null,
  measure text not null,
  key text not null,
  value bigint not null,
  rows bigint not null,
  constraint figure_sums_pkey primary key (tenant_id, organisation_id, breakdown, measure, key)
) with (fillfactor = 80);
select make_tenant_table('figure_sums');
grant update (value, rows), delete on figure_sums to gonghui_app;

-- Who led whom at each year's end and, for this year, on the day the sums were made.
create table figure_tree (
  tenant_id uuid not null,
  descendant_id uuid not null,
  year integer not null,
  ancestor_id uuid not null,
  constraint figure_tree_pkey primary key (tenant_id, descendant_id, year, ancestor_id)
);
select make_tenant_table('figure_tree');
grant delete on figure_tree to gonghui_app;

-- A restore brings the marks along: it says so, and none are added for what it brings.
create function figures_are_restored() returns boolean language sql stable as $$ select coalesce(current_setting('gonghui.restoring', true) = 'on', false) $$;

-- Runs the statement of the source over `changed`: the rows that came or went, reduced to the columns that count.
create function note_figure_marks() returns trigger language plpgsql as $$
declare
  changed text := case tg_op
    when 'INSERT' then 'select %1$s from newly'
    when 'DELETE' then 'select %1$s from formerly'
    else '(select %1$s from newly except select %1$s from formerly) union all (select %1$s from formerly except select %1$s from newly)' end;
begin
  if figures_are_restored() then return null; end if;
  execute format('with changed as materialized (' || changed || ') insert into figure_marks (tenant_id, source, organisation_id, due_on)
    select distinct t.tenant_id, %2$L, t.organisation_id, due.due_on from (%3$s) t (tenant_id, organisation_id, day)
    cross join lateral (values (''-infinity''::date), (t.day)) due (due_on) where due.due_on = ''-infinity'' or due.due_on > app_today()',
    tg_argv[0], tg_table_name, tg_argv[1]);
  return null;
end $$;

-- Makes a table a source of measures: the columns that count, and a select over `changed` of tenant, organisation and day (null: none) on which a row
-- begins or ends to count.
create function watch_figures(table_name text, columns text, touched text) returns void language plpgsql as $$
begin
  execute format('create trigger figures_insert after insert on %I referencing new table as newly for each statement execute function note_figure_marks(%L, %L)',
    table_name, columns, touched);
  execute format('create trigger figures_delete after delete on %I referencing old table as formerly for each statement execute function note_figure_marks(%L, %L)',
    table_name, columns, touched);
  execute format('create trigger figures_update after update on %I referencing old table as formerly new table as newly for each statement execute function note_figure_marks(%L, %L)',
    table_name, columns, touched);
end $$;
revoke execute on function watch_figures(text, text, text) from public;

-- A person counts once, at the first of all memberships under all records: so all unions of the person are marked, for every day one begins or ends.
create function figure_unions(person text) returns text language sql immutable as $$
  select 'with person (tenant_id, id) as (' || person || '),
    root as (select distinct p.tenant_id, coalesce(a.person_id, p.id) as id from person p
      left join person_aliases a on a.tenant_id = p.tenant_id and a.alias_id = p.id and a.undone_at is null),
    record as (select tenant_id, id as root_id, id from root
      union select a.tenant_id, r.id, a.alias_id from root r join person_aliases a on a.tenant_id = r.tenant_id and a.person_id = r.id and a.undone_at is null),
    membership as (select r.root_id, m.* from record r join memberships m on m.tenant_id = r.tenant_id and m.person_id = r.id),
    turn as (select distinct m.root_id, d.day from membership m cross join lateral (values (m.starts_on), (m.ends_before)) d (day) where d.day > app_today())
    select m.tenant_id, m.union_id, t.day from membership m left join turn t on t.root_id = m.root_id'
$$;
revoke execute on function figure_unions(text) from public;

select
  watch_figures('organisation_tree', 'tenant_id, ancestor_id, descendant_id, starts_on, ends_before',
    'select tenant_id, descendant_id, unnest(array[starts_on, ends_before]) from changed'),
  watch_figures('organisations', 'tenant_id, id, kind, two_new_type', 'select tenant_id, id, null::date from changed'),
  watch_figures('organisation_profiles', 'tenant_id, organisation_id, starts_on, ends_before, superseded_at',
    'select tenant_id, organisation_id, unnest(array[starts_on, ends_before]) from changed'),
  watch_figures('organisation_endings', 'tenant_id, organisation_id, ended_on, superseded_at', 'select tenant_id, organisation_id, ended_on from changed'),
  watch_figures('headcounts', 'tenant_id, organisation_id, as_of, workers, superseded_at', 'select tenant_id, organisation_id, as_of from changed'),
  watch_figures('memberships', 'tenant_id, id, person_id, union_id, starts_on, ends_before, superseded_at',
    'select tenant_id, union_id, null::date from changed union all select * from (' || figure_unions('select tenant_id, person_id from changed') || ') u'),
  watch_figures('person_aliases', 'tenant_id, alias_id, person_id, undone_at',
    figure_unions('select tenant_id, alias_id from changed union select tenant_id, person_id from changed'));

-- The occasion of a pair is named after the host of its event: whoever counts the pair is marked too.
select
  watch_figures('events', 'tenant_id, id, organisation_id, host_kind, starts_at, state = ''closed''', $$
    select tenant_id, organisation_id, (starts_at at time zone 'Asia/Shanghai')::date from changed
    union all select m.tenant_id, m.organisation_id, null from changed e join mutual_interests m on m.tenant_id = e.tenant_id and m.event_id = e.id
    union all select c.tenant_id, c.organisation_id, null from changed e join mutual_interests m on m.tenant_id = e.tenant_id and m.event_id = e.id
      join couples c on c.tenant_id = m.tenant_id and c.interest_id = m.id
    union all select o.tenant_id, o.organisation_id, null from changed e join mutual_interests m on m.tenant_id = e.tenant_id and m.event_id = e.id
      join couples c on c.tenant_id = m.tenant_id and c.interest_id = m.id
      join pair_outcomes o on o.tenant_id = c.tenant_id and o.person_a = c.person_a and o.person_b = c.person_b$$),
  watch_figures('event_steps', 'tenant_id, event_id, step', $$
    select e.tenant_id, e.organisation_id, (e.starts_at at time zone 'Asia/Shanghai')::date from changed s
    join events e on e.tenant_id = s.tenant_id and e.id = s.event_id where s.step = 'closed'$$),
  watch_figures('check_ins', 'tenant_id, registration_id, event_id', $$
    select e.tenant_id, e.organisation_id, (e.starts_at at time zone 'Asia/Shanghai')::date from changed c
    join events e on e.tenant_id = c.tenant_id and e.id = c.event_id$$),
  watch_figures('choice_closings', 'tenant_id, event_id, sheets', $$
    select e.tenant_id, e.organisation_id, (e.starts_at at time zone 'Asia/Shanghai')::date from changed s
    join events e on e.tenant_id = s.tenant_id and e.id = s.event_id$$),
  watch_figures('mutual_interests', 'tenant_id, id, organisation_id, event_id, person_a, person_b, revealed_at', $$
    select tenant_id, organisation_id, (revealed_at at time zone 'Asia/Shanghai')::date from changed
    union all select c.tenant_id, c.organisation_id, null from changed m join couples c on c.tenant_id = m.tenant_id and c.interest_id = m.id
    union all select o.tenant_id, o.organisation_id, null from changed m join couples c on c.tenant_id = m.tenant_id and c.interest_id = m.id
      join pair_outcomes o on o.tenant_id = c.tenant_id and o.person_a = c.person_a and o.person_b = c.person_b$$),
  watch_figures('couples', 'tenant_id, person_a, person_b, organisation_id, interest_id, confirmed_at', $$
    select tenant_id, organisation_id, (confirmed_at at time zone 'Asia/Shanghai')::date from changed
    union all select o.tenant_id, o.organisation_id, null from changed c
      join pair_outcomes o on o.tenant_id = c.tenant_id and o.person_a = c.person_a and o.person_b = c.person_b$$),
  watch_figures('pair_outcomes', 'tenant_id, id, person_a, person_b, outcome, happened_on, organisation_id', $$
    select tenant_id, organisation_id, happened_on from changed
    union all select o.tenant_id, o.organisation_id, d.happened_on from changed c
      join pair_outcomes o on o.tenant_id = c.tenant_id and o.person_a = c.person_a and o.person_b = c.person_b
      join pair_outcomes d on d.tenant_id = c.tenant_id and d.person_a = c.person_a and d.person_b = c.person_b$$),
  watch_figures('matchmakers', 'tenant_id, id, organisation_id, registered_on, ended_on', $$
    select tenant_id, organisation_id, unnest(array[registered_on, ended_on]) from changed
    union all select m.tenant_id, m.organisation_id, unnest(array[c.opened_on, c.ended_on]) from changed m
      join matchmaker_cases c on c.tenant_id = m.tenant_id and c.matchmaker_id = m.id$$),
  watch_figures('matchmaker_cases', 'tenant_id, id, matchmaker_id, opened_on, ended_on', $$
    select m.tenant_id, m.organisation_id, unnest(array[c.opened_on, c.ended_on]) from changed c
    join matchmakers m on m.tenant_id = c.tenant_id and m.id = c.matchmaker_id$$);

-- Sign-up changes registrations all the time, and hardly ever what is counted by: only that is marked.
create function note_figure_registration() returns trigger language plpgsql as $$
begin
  if figures_are_restored() then return null; end if;
  insert into figure_marks (tenant_id, source, organisation_id, due_on)
  select e.tenant_id, 'registrations', e.organisation_id, due.due_on from events e
  cross join lateral (values ('-infinity'::date), ((e.starts_at at time zone 'Asia/Shanghai')::date)) due (due_on)
  where e.tenant_id = new.tenant_id and e.id = new.event_id and (due.due_on = '-infinity' or due.due_on > app_today());
  return null;
end $$;
create trigger figures_update after update of person_id, sex on registrations for each row
  when (old.person_id is distinct from new.person_id or old.sex is distinct from new.sex) execute function note_figure_registration();
