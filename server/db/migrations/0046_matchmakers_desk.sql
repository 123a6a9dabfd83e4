-- The matchmakers' desk: notes, wishes for a matchmaker, how introductions ended, and its rules.

-- One pair is introduced once: whatever became of it, the pair never comes back, so that a second proposal cannot tell what the first one was.
create unique index introductions_pair_key on introductions (tenant_id, person_a, person_b);
-- Whoever answers or ends one locks it first: a row lock asks for the right to change some column.
grant update (answer_until) on introductions to gonghui_app;

-- An introduction has ended for both sides at one moment: `none` at the end of its time, whoever said what.
create table introduction_endings (
  tenant_id uuid not null,
  introduction_id uuid not null,
  outcome text not null,
  ended_at timestamptz not null default now(),
  constraint introduction_endings_pkey primary key (tenant_id, introduction_id),
  constraint introduction_endings_introduction_fkey foreign key (tenant_id, introduction_id) references introductions (tenant_id, id),
  constraint introduction_endings_outcome_check check (outcome in ('mutual', 'none'))
);
select make_tenant_table('introduction_endings');

-- What a matchmaker notes of a person, for the desk alone; sealed under that person's key and gone with it.
create table desk_notes (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  text_cipher bytea not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  constraint desk_notes_pkey primary key (tenant_id, id),
  constraint desk_notes_case_fkey foreign key (tenant_id, case_id) references matchmaker_cases (tenant_id, id),
  constraint desk_notes_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index desk_notes_case_idx on desk_notes (tenant_id, case_id, written_at);
create index desk_notes_person_idx on desk_notes (tenant_id, person_id);
select make_tenant_table('desk_notes');
grant delete on desk_notes to gonghui_app;

-- Somebody wishes for a matchmaker, or for another one: no reason is asked. The federation assigns one, or a matchmaker takes the case.
create table matchmaker_wishes (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  -- Who looked after them until then and does not come back by itself.
  former_matchmaker_id uuid,
  wished_at timestamptz not null default now(),
  ended_at timestamptz,
  outcome text,
  constraint matchmaker_wishes_pkey primary key (tenant_id, id),
  constraint matchmaker_wishes_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint matchmaker_wishes_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint matchmaker_wishes_former_fkey foreign key (tenant_id, former_matchmaker_id) references matchmakers (tenant_id, id),
  constraint matchmaker_wishes_end_check check ((ended_at is null) = (outcome is null)),
  constraint matchmaker_wishes_outcome_check check (outcome in ('assigned', 'taken', 'withdrawn'))
);
create unique index matchmaker_wishes_open_key on matchmaker_wishes (tenant_id, person_id) where ended_at is null;
create index matchmaker_wishes_organisation_idx on matchmaker_wishes (tenant_id, organisation_id);
create index matchmaker_wishes_former_idx on matchmaker_wishes (tenant_id, former_matchmaker_id);
select make_tenant_table('matchmaker_wishes');
grant update (ended_at, outcome) on matchmaker_wishes to gonghui_app;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000461', '', 'matchmaking.follow_ups', '=', '{"3_days": "3 days", "3_weeks": "21 days", "3_months": "3 months"}', 'interval',
    '2000-01-01', null, '闵行区总工会 婚恋服务回访制度', '三天三周三个月', 'practice'),
  ('00000000-0000-7000-8000-000000000462', '', 'matchmaking.answer_days', '=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'introductions', 'practice'),
  ('00000000-0000-7000-8000-000000000463', '', 'matchmaking.pool_openings_a_day', '<=', '30', 'profiles', '2000-01-01', null, 'Gonghui preset', 'pool', 'practice'),
  ('00000000-0000-7000-8000-000000000464', '', 'matchmaking.quiet_case_days', '>=', '30', 'days', '2000-01-01', null, 'Gonghui preset', 'cases', 'practice'),
  ('00000000-0000-7000-8000-000000000465', '', 'matchmaking.told_days', '<=', '14', 'days', '2000-01-01', null, 'Gonghui preset', 'introductions', 'practice'),
  ('00000000-0000-7000-8000-000000000466', '', 'matchmaking.follow_up_grace_days', '>=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'follow-ups', 'practice');
