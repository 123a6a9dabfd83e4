-- A statistical code a union was given (901): one per union, unchanged over years and renames. Where none was written down, the code of the
-- register holds. A code that was written down wrongly is superseded, never edited.
create table union_stat_codes (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  code text not null,
  document_no text,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  constraint union_stat_codes_pkey primary key (tenant_id, id),
  constraint union_stat_codes_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index union_stat_codes_organisation_idx on union_stat_codes (tenant_id, organisation_id, recorded_at);
create unique index union_stat_codes_union_key on union_stat_codes (tenant_id, organisation_id) where superseded_at is null;
create unique index union_stat_codes_code_key on union_stat_codes (tenant_id, code) where superseded_at is null;
select make_tenant_table('union_stat_codes');
grant update (superseded_at) on union_stat_codes to gonghui_app;

-- An annual return: the lines of the basic unions of a scope at the end of a statistical year, beside the sealed report of the same moment.
create table annual_returns (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  year smallint not null,
  starts_on date not null,
  ends_on date not null,
  -- The rule that says when the year ends.
  rule_id uuid not null,
  report_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  constraint annual_returns_pkey primary key (tenant_id, id),
  constraint annual_returns_report_key unique (tenant_id, report_id),
  constraint annual_returns_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint annual_returns_report_fkey foreign key (tenant_id, report_id) references sealed_reports (tenant_id, id)
);
create index annual_returns_organisation_idx on annual_returns (tenant_id, organisation_id, year);
select make_tenant_table('annual_returns');

create table annual_return_lines (
  tenant_id uuid not null,
  return_id uuid not null,
  union_id uuid not null,
  stat_code text not null,
  name text not null,
  division_code text,
  union_type text,
  employers integer not null,
  -- Of the employers it covers, as last reported; null where none has.
  workers integer,
  women_workers integer,
  migrant_workers integer,
  members integer not null,
  -- What the logic check found.
  findings text[] not null,
  constraint annual_return_lines_pkey primary key (tenant_id, return_id, union_id),
  constraint annual_return_lines_return_fkey foreign key (tenant_id, return_id) references annual_returns (tenant_id, id),
  constraint annual_return_lines_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id)
);
create index annual_return_lines_union_idx on annual_return_lines (tenant_id, union_id);
create index annual_return_lines_code_idx on annual_return_lines (tenant_id, return_id, stat_code);
select make_tenant_table('annual_return_lines');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000008201', '', 'returns.year_ends', '=', '"09-30"', 'month and day', '2000-01-01', null,
    '国统制(2019)107号', 'NBJC', 'practice');
