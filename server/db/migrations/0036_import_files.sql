-- Uploaded sheets are not kept for ever: a row here says that the file of an import was removed, when and why.

create table import_file_removals (
  tenant_id uuid not null,
  import_id uuid not null,
  reason text not null,
  removed_at timestamptz not null default now(),
  constraint import_file_removals_pkey primary key (tenant_id, import_id),
  constraint import_file_removals_import_fkey foreign key (tenant_id, import_id) references imports (tenant_id, id),
  constraint import_file_removals_reason_check check (reason in ('retention', 'erasure'))
);
select make_tenant_table('import_file_removals');

-- Imports that share a content share its file.
create index imports_file_idx on imports (tenant_id, file_sha256);

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000361', '', 'retention.import_files', '=', '180', 'days', '2000-01-01', null, 'Gonghui preset', '个人信息保护法 第十九条', 'practice');
