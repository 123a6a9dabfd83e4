-- A superior's own workbook, to be filled year after year. Small: it is a form.
create table report_templates (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  file_name text not null,
  workbook bytea not null,
  -- JSON text: of each sheet its size, its texts and which cells hold formulas.
  survey text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  constraint report_templates_pkey primary key (tenant_id, id),
  constraint report_templates_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint report_templates_name_check check (length(name) between 1 and 80),
  constraint report_templates_workbook_check check (length(workbook) <= 4194304)
);
create index report_templates_organisation_idx on report_templates (tenant_id, organisation_id, uploaded_at);
select make_tenant_table('report_templates');

-- Which measure of which organisation goes into which cell; the newest of a template is used.
create table report_template_mappings (
  tenant_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  -- JSON text: sheet, target, measure, organisation.
  cells text not null,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint report_template_mappings_pkey primary key (tenant_id, id),
  constraint report_template_mappings_template_fkey foreign key (tenant_id, template_id) references report_templates (tenant_id, id)
);
create index report_template_mappings_template_idx on report_template_mappings (tenant_id, template_id, id);
select make_tenant_table('report_template_mappings');

-- A template that was filled: the sealed report whose figures stand in its cells.
create table report_template_fillings (
  tenant_id uuid not null,
  report_id uuid not null,
  template_id uuid not null,
  -- JSON text: sheet, cell, and the number of the figure that stands there.
  cells text not null,
  filled_at timestamptz not null default now(),
  constraint report_template_fillings_pkey primary key (tenant_id, report_id),
  constraint report_template_fillings_report_fkey foreign key (tenant_id, report_id) references sealed_reports (tenant_id, id),
  constraint report_template_fillings_template_fkey foreign key (tenant_id, template_id) references report_templates (tenant_id, id)
);
create index report_template_fillings_template_idx on report_template_fillings (tenant_id, template_id, filled_at);
select make_tenant_table('report_template_fillings');
