-- Bulletins 简报: words with figures in them. What was submitted keeps its values; what was released is never changed.

create table bulletins (
  tenant_id uuid not null,
  id uuid not null,
  -- By this it is found by everybody once it is released: random, so that it tells neither time nor number.
  public_id uuid not null,
  organisation_id uuid not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint bulletins_pkey primary key (tenant_id, id),
  constraint bulletins_public_key unique (tenant_id, public_id),
  constraint bulletins_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index bulletins_organisation_idx on bulletins (tenant_id, organisation_id);
select make_tenant_table('bulletins');
-- Whoever writes or submits locks the row; a row may only be locked by whoever may change something of it.
grant update (created_by) on bulletins to gonghui_app;

-- Each writing is a row of its own; the last one is the text.
create table bulletin_texts (
  tenant_id uuid not null,
  bulletin_id uuid not null,
  version integer not null,
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  -- Null: the day it is read or submitted.
  as_of date,
  written_by uuid,
  written_at timestamptz not null default now(),
  constraint bulletin_texts_pkey primary key (tenant_id, bulletin_id, version),
  constraint bulletin_texts_bulletin_fkey foreign key (tenant_id, bulletin_id) references bulletins (tenant_id, id)
);
select make_tenant_table('bulletin_texts');

-- What was submitted: words and values as they were. The second officer decides on the request of the same id.
create table bulletin_editions (
  tenant_id uuid not null,
  id uuid not null,
  bulletin_id uuid not null,
  version integer not null,
  content jsonb not null,
  -- The sealed report of its figures, where whoever submitted it may seal.
  seal_id uuid,
  fixed_by uuid,
  fixed_at timestamptz not null default now(),
  constraint bulletin_editions_pkey primary key (tenant_id, id),
  constraint bulletin_editions_text_fkey foreign key (tenant_id, bulletin_id, version) references bulletin_texts (tenant_id, bulletin_id, version)
);
create index bulletin_editions_bulletin_idx on bulletin_editions (tenant_id, bulletin_id, version);
select make_tenant_table('bulletin_editions');

create table bulletin_releases (
  tenant_id uuid not null,
  bulletin_id uuid not null,
  edition_id uuid not null,
  released_by uuid,
  released_at timestamptz not null default now(),
  constraint bulletin_releases_pkey primary key (tenant_id, bulletin_id),
  constraint bulletin_releases_bulletin_fkey foreign key (tenant_id, bulletin_id) references bulletins (tenant_id, id),
  constraint bulletin_releases_edition_fkey foreign key (tenant_id, edition_id) references bulletin_editions (tenant_id, id)
);
create index bulletin_releases_edition_idx on bulletin_releases (tenant_id, edition_id);
create index bulletin_releases_released_idx on bulletin_releases (tenant_id, released_at);
select make_tenant_table('bulletin_releases');

create table bulletin_withdrawals (
  tenant_id uuid not null,
  bulletin_id uuid not null,
  reason text not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz not null default now(),
  constraint bulletin_withdrawals_pkey primary key (tenant_id, bulletin_id),
  constraint bulletin_withdrawals_release_fkey foreign key (tenant_id, bulletin_id) references bulletin_releases (tenant_id, bulletin_id)
);
select make_tenant_table('bulletin_withdrawals');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000007201', '', 'approvals.steps.bulletin', '=', '[{"permission": "bulletins.release", "at": "organisation"}]', 'steps',
    '2000-01-01', null, 'Gonghui preset', 'bulletins', 'practice');

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, 'subtree', date '2000-01-01', null, 'Gonghui preset 7'
from (values
  ('city_officer', array['bulletins.write', 'bulletins.release']),
  ('federation_officer', array['bulletins.write', 'bulletins.release']),
  ('street_officer', array['bulletins.write'])
) as preset (post, permissions), unnest(permissions) as permission;
