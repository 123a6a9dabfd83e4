-- A figure as known at a moment needs to know since when each fact was known.

-- What an organisation's types were before somebody set them anew.
create table organisation_type_changes (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  union_type_before text,
  two_new_type_before text,
  changed_at timestamptz not null default now(),
  constraint organisation_type_changes_pkey primary key (tenant_id, id),
  constraint organisation_type_changes_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index organisation_type_changes_organisation_idx on organisation_type_changes (tenant_id, organisation_id, changed_at);
select make_tenant_table('organisation_type_changes');

alter table matchmakers add column recorded_at timestamptz not null default now(), add column ended_at timestamptz;
alter table matchmaker_cases add column recorded_at timestamptz not null default now(), add column ended_at timestamptz;
grant update (ended_at) on matchmaker_cases to gonghui_app;

-- Entries made before count as known from the beginning of the day they stand for, in all tenants.
alter table matchmakers no force row level security;
alter table matchmaker_cases no force row level security;
update matchmakers set recorded_at = least(now(), registered_on::timestamp at time zone 'Asia/Shanghai'),
  ended_at = case when ended_on is not null then least(now(), ended_on::timestamp at time zone 'Asia/Shanghai') end;
update matchmaker_cases set recorded_at = least(now(), opened_on::timestamp at time zone 'Asia/Shanghai'),
  ended_at = case when ended_on is not null then least(now(), ended_on::timestamp at time zone 'Asia/Shanghai') end;
alter table matchmakers force row level security;
alter table matchmaker_cases force row level security;
