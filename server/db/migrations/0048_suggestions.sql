-- Weekly suggestions: what was learnt of persons, and how evenly they were shown. A suggestion itself is an introduction.

-- What a tenant's own closed events taught, once a month: levels of persons only.
create table suggestion_models (
  tenant_id uuid not null,
  id uuid not null,
  trained_at timestamptz not null default now(),
  events integer not null,
  -- What one person said of another after they met, counted once for each.
  meetings integer not null,
  persons integer not null,
  rule_version uuid not null,
  constraint suggestion_models_pkey primary key (tenant_id, id)
);
create index suggestion_models_trained_idx on suggestion_models (tenant_id, trained_at);
select make_tenant_table('suggestion_models');

-- How easily somebody says yes and is said yes to, in five levels, sealed under their own key.
create table suggestion_levels (
  tenant_id uuid not null,
  person_id uuid not null,
  model_id uuid not null,
  sealed bytea not null,
  constraint suggestion_levels_pkey primary key (tenant_id, person_id),
  constraint suggestion_levels_model_fkey foreign key (tenant_id, model_id) references suggestion_models (tenant_id, id),
  constraint suggestion_levels_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index suggestion_levels_model_idx on suggestion_levels (tenant_id, model_id);
select make_tenant_table('suggestion_levels');
grant update, delete on suggestion_levels to gonghui_app;

-- The lists of one week were made, and how evenly people were shown: among those with at least as many possible partners as a list has places.
create table suggestion_weeks (
  tenant_id uuid not null,
  week_on date not null,
  made_at timestamptz not null default now(),
  model_id uuid,
  most smallint not null,
  rule_version uuid not null,
  pairs integer not null,
  men integer not null,
  women integer not null,
  men_with_partners integer not null,
  women_with_partners integer not null,
  men_never_shown integer not null,
  women_never_shown integer not null,
  men_gini numeric(6, 4) not null,
  women_gini numeric(6, 4) not null,
  -- How often the least and the most shown of each side were.
  men_least smallint not null,
  men_most smallint not null,
  women_least smallint not null,
  women_most smallint not null,
  constraint suggestion_weeks_pkey primary key (tenant_id, week_on),
  constraint suggestion_weeks_model_fkey foreign key (tenant_id, model_id) references suggestion_models (tenant_id, id),
  constraint suggestion_weeks_monday_check check (extract(isodow from week_on) = 1)
);
create index suggestion_weeks_model_idx on suggestion_weeks (tenant_id, model_id);
select make_tenant_table('suggestion_weeks');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000480', '', 'matchmaking.suggestions_weekly', '<=', '3', 'persons', '2000-01-01', null, 'Gonghui preset', 'suggestions', 'practice'),
  ('00000000-0000-7000-8000-000000000481', '', 'matchmaking.model_events', '>=', '5', 'events', '2000-01-01', null, 'Gonghui preset', 'suggestions', 'practice'),
  ('00000000-0000-7000-8000-000000000482', '', 'matchmaking.model_meetings', '>=', '500', 'meetings', '2000-01-01', null, 'Gonghui preset', 'suggestions', 'practice'),
  ('00000000-0000-7000-8000-000000000483', '', 'matchmaking.shown_before_weeks', '=', '8', 'weeks', '2000-01-01', null, 'Gonghui preset', 'suggestions', 'practice');
