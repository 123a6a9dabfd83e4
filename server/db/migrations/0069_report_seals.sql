-- What a measure was at a sealing: name, unit, sentences, counting, and the select of its rows. Named by the hash of its text.
create table sealed_definitions (
  tenant_id uuid not null,
  fingerprint bytea not null,
  measure text not null,
  body text not null,
  kept_at timestamptz not null default now(),
  constraint sealed_definitions_pkey primary key (tenant_id, fingerprint),
  constraint sealed_definitions_fingerprint_check check (length(fingerprint) = 32)
);
select make_tenant_table('sealed_definitions');

-- A report that was sealed. Nothing of it is ever changed: a correction is a new version beside it.
create table sealed_reports (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  title text not null,
  -- The version it takes the place of.
  corrects_id uuid,
  version smallint not null,
  -- All figures are as known at this moment: earlier than any transaction that was still open when it was sealed.
  known_at timestamptz not null,
  sealed_at timestamptz not null default now(),
  sealed_by uuid not null,
  constraint sealed_reports_pkey primary key (tenant_id, id),
  constraint sealed_reports_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint sealed_reports_corrects_fkey foreign key (tenant_id, corrects_id) references sealed_reports (tenant_id, id),
  constraint sealed_reports_corrects_key unique (tenant_id, corrects_id),
  constraint sealed_reports_version_check check ((version = 1) = (corrects_id is null)),
  constraint sealed_reports_title_check check (length(title) between 1 and 120)
);
create index sealed_reports_organisation_idx on sealed_reports (tenant_id, organisation_id, sealed_at);
create index sealed_reports_time_idx on sealed_reports (tenant_id, sealed_at, id);
select make_tenant_table('sealed_reports');

-- The rows behind a sealed figure as arrays of equal length in the order of their ids: where each counted, how much, on which day, as which thing.
-- Ids only: what the rows were called is looked up for whoever may see it, and gone when the law erased it.
create table sealed_rows (
  tenant_id uuid not null,
  report_id uuid not null,
  number smallint not null,
  row_ids uuid[] not null,
  organisation_ids uuid[] not null,
  amounts bigint[] not null,
  days date[] not null,
  counted_as uuid[] not null,
  constraint sealed_rows_pkey primary key (tenant_id, report_id, number),
  constraint sealed_rows_report_fkey foreign key (tenant_id, report_id) references sealed_reports (tenant_id, id)
);
select make_tenant_table('sealed_rows');

-- One figure of a sealed report: its question, what it came to, and the hash of all that.
create table sealed_figures (
  tenant_id uuid not null,
  report_id uuid not null,
  number smallint not null,
  measure text not null,
  definition bytea not null,
  organisation_id uuid not null,
  -- What the organisation was called on the day.
  organisation_name text not null,
  as_of date not null,
  from_day date,
  to_day date,
  broken_down_by text,
  total bigint not null,
  -- JSON text of the parts: key, label, value.
  groups text,
  row_count integer not null,
  rows_hash bytea not null,
  hash bytea not null,
  constraint sealed_figures_pkey primary key (tenant_id, report_id, number),
  constraint sealed_figures_report_fkey foreign key (tenant_id, report_id) references sealed_reports (tenant_id, id),
  constraint sealed_figures_rows_fkey foreign key (tenant_id, report_id, number) references sealed_rows (tenant_id, report_id, number),
  constraint sealed_figures_definition_fkey foreign key (tenant_id, definition) references sealed_definitions (tenant_id, fingerprint),
  constraint sealed_figures_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index sealed_figures_definition_idx on sealed_figures (tenant_id, definition);
create index sealed_figures_organisation_idx on sealed_figures (tenant_id, organisation_id);
select make_tenant_table('sealed_figures');

-- The chain of a tenant's seals: each names the hash before it. The audit log has each hash too, and goes outside with its anchors.
create table report_seals (
  tenant_id uuid not null,
  number integer not null,
  report_id uuid not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint report_seals_pkey primary key (tenant_id, number),
  constraint report_seals_report_key unique (tenant_id, report_id),
  constraint report_seals_report_fkey foreign key (tenant_id, report_id) references sealed_reports (tenant_id, id)
);
select make_tenant_table('report_seals');

-- The newest seal: locked to append the next.
create table report_seal_heads (
  tenant_id uuid not null,
  number integer not null,
  hash bytea not null,
  constraint report_seal_heads_pkey primary key (tenant_id)
);
select make_tenant_table('report_seal_heads');
grant update (number, hash) on report_seal_heads to gonghui_app;

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, 'reports.seal', 'subtree', date '2000-01-01', null, 'Gonghui preset 5'
from (values ('city_officer'), ('federation_officer'), ('street_officer'), ('union_chair'), ('union_vice_chair')) as preset (post);
