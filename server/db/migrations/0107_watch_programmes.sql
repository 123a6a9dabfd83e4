-- Commissioners, training and honours join the kept figures: their tables are watched (decision 030). A trigger's statement is planned once for a
-- session and not for each write: it took longer to plan than to run.

-- Makes a table a source of measures: the columns that count, and a select over `changed` of tenant, organisation and day (null: none) on which a row
-- begins or ends to count. What was watched before is watched anew.
create or replace function watch_figures(table_name text, columns text, touched text) returns void language plpgsql as $make$
declare
  operation text;
  changed text;
  note text;
begin
  foreach operation in array array['insert', 'delete', 'update'] loop
    changed := case operation
      when 'insert' then 'select %1$s from newly'
      when 'delete' then 'select %1$s from formerly'
      else '(select %1$s from newly except select %1$s from formerly) union all (select %1$s from formerly except select %1$s from newly)' end;
    note := format('with changed as materialized (' || changed || ') insert into figure_marks (tenant_id, source, organisation_id, due_on)
      select distinct t.tenant_id, %2$L, t.organisation_id, due.due_on from (%3$s) t (tenant_id, organisation_id, day)
      cross join lateral (values (''-infinity''::date), (t.day)) due (due_on) where due.due_on = ''-infinity'' or due.due_on > app_today()',
      columns, table_name, touched);
    -- Many rows have a plan of their own: one made for few would take them one by one, one made for many would read whole tables for a single row.
    execute format($function$
      create or replace function %1$I() returns trigger language plpgsql as $body$
      begin
        if figures_are_restored() then return null; end if;
        if (select count(*) from (select from %2$I limit 100) few) < 100 then %3$s;
        else execute %4$L;
        end if;
        return null;
      end $body$ $function$,
      'note_' || table_name || '_' || operation, case operation when 'delete' then 'formerly' else 'newly' end, note, note);
    execute format('drop trigger if exists figures_%1$s on %2$I', operation, table_name);
    execute format('create trigger figures_%1$s after %1$s on %2$I %3$s for each statement execute function %4$I()', operation, table_name,
      case operation when 'insert' then 'referencing new table as newly' when 'delete' then 'referencing old table as formerly'
        else 'referencing old table as formerly new table as newly' end,
      'note_' || table_name || '_' || operation);
  end loop;
end $make$;

do $$
declare
  watched record;
begin
  for watched in
    select c.relname, string_to_array(encode(g.tgargs, 'escape'), '\000') as told from pg_trigger g join pg_class c on c.oid = g.tgrelid
    where g.tgname = 'figures_update' and g.tgfoid = 'note_figure_marks'::regproc
  loop
    perform watch_figures(watched.relname, watched.told[1], watched.told[2]);
  end loop;
end $$;
drop function note_figure_marks();

-- What each figure was made by, a fingerprint of its select and of the rules it reads: a figure that is made otherwise since is made anew.
alter table figure_states add column measures jsonb not null default '{}';
grant update (measures) on figure_states to gonghui_app;

-- Joined records are one person: whoever counts that person's posts and trainings is marked too, not only the unions.
select
  watch_figures('person_aliases', 'tenant_id, alias_id, person_id, undone_at',
    'select * from (' || figure_unions('select tenant_id, alias_id from changed union select tenant_id, person_id from changed') || ') u' || $$
    union all select p.tenant_id, p.organisation_id, null from changed c
      join appointments p on p.tenant_id = c.tenant_id and p.person_id in (c.alias_id, c.person_id) and p.post = 'commissioner'
    union all select e.tenant_id, e.organisation_id, null from changed c
      join registrations r on r.tenant_id = c.tenant_id and r.person_id in (c.alias_id, c.person_id)
      join training_sessions s on s.tenant_id = r.tenant_id and s.event_id = r.event_id
      join events e on e.tenant_id = s.tenant_id and e.id = s.event_id$$),
  watch_figures('affiliations', 'tenant_id, id, child_id, parent_id, kind, starts_on, ends_before, superseded_at',
    $$select tenant_id, child_id, unnest(array[starts_on, ends_before]) from changed where kind = 'party'$$),
  watch_figures('appointments', 'tenant_id, id, person_id, post, organisation_id, full_time, substitutes_id, starts_on, ends_before, superseded_at',
    $$select tenant_id, organisation_id, unnest(array[starts_on, ends_before]) from changed where post = 'commissioner'$$),
  watch_figures('talents', 'tenant_id, id, organisation_id, entered_on, ended_on',
    'select tenant_id, organisation_id, unnest(array[entered_on, ended_on]) from changed'),
  watch_figures('training_sessions', 'tenant_id, event_id',
    'select e.tenant_id, e.organisation_id, null::date from changed s join events e on e.tenant_id = s.tenant_id and e.id = s.event_id'),
  watch_figures('training_courses', 'tenant_id, id', $$
    select e.tenant_id, e.organisation_id, null::date from changed c join training_sessions s on s.tenant_id = c.tenant_id and s.course_id = c.id
      join events e on e.tenant_id = s.tenant_id and e.id = s.event_id$$),
  watch_figures('honours', 'tenant_id, id, organisation_id, title, granted_on', 'select tenant_id, organisation_id, granted_on from changed'),
  watch_figures('honour_revocations', 'tenant_id, honour_id', $$
    select h.tenant_id, h.organisation_id, null::date from changed r join honours h on h.tenant_id = r.tenant_id and h.id = r.honour_id$$);
