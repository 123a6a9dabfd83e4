-- Complaints: filed on the phone, answered by the level above whoever is complained about.

create table complaints (
  tenant_id uuid not null,
  id uuid not null,
  receipt_no text not null,
  subject text not null,
  about_organisation_id uuid not null,
  -- The post complained about, where it is one officer.
  about_appointment_id uuid,
  -- Where it lies now: the level above, one higher after each "not satisfied".
  handler_organisation_id uuid not null,
  -- Who filed it: open, or sealed where they wished to stay unknown to the office.
  filer_id uuid,
  sealed_filer bytea,
  filer_hash bytea not null,
  sealed_text bytea,
  filed_at timestamptz not null default now(),
  constraint complaints_pkey primary key (tenant_id, id),
  constraint complaints_receipt_key unique (tenant_id, receipt_no),
  constraint complaints_about_fkey foreign key (tenant_id, about_organisation_id) references organisations (tenant_id, id),
  constraint complaints_handler_fkey foreign key (tenant_id, handler_organisation_id) references organisations (tenant_id, id),
  constraint complaints_filer_fkey foreign key (tenant_id, filer_id) references persons (tenant_id, id),
  constraint complaints_subject_check check (subject in ('privacy', 'dues', 'service', 'conduct', 'election', 'other')),
  constraint complaints_handler_check check (handler_organisation_id <> about_organisation_id)
);
create index complaints_handler_idx on complaints (tenant_id, handler_organisation_id, filed_at);
create index complaints_filer_idx on complaints (tenant_id, filer_hash);
select make_tenant_table('complaints');
grant update (handler_organisation_id, filer_id, sealed_filer, sealed_text) on complaints to gonghui_app;

create table complaint_acts (
  tenant_id uuid not null,
  complaint_id uuid not null,
  number smallint not null,
  act text not null,
  handler_organisation_id uuid not null,
  due_on date,
  appointment_id uuid,
  filer_hash bytea not null,
  sealed_text bytea,
  task_id uuid,
  acted_at timestamptz not null default now(),
  constraint complaint_acts_pkey primary key (tenant_id, complaint_id, number),
  constraint complaint_acts_complaint_fkey foreign key (tenant_id, complaint_id) references complaints (tenant_id, id),
  constraint complaint_acts_act_check check (act in ('filed', 'answered', 'not_satisfied', 'satisfied', 'identity_revealed'))
);
create index complaint_acts_filer_idx on complaint_acts (tenant_id, filer_hash);
select make_tenant_table('complaint_acts');
grant update (sealed_text) on complaint_acts to gonghui_app;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000271', '', 'complaints.answer_days', '<=', '15', 'days', '2000-01-01', null, 'Gonghui preset',
    '个人信息保护法 第五十条；信访工作条例', 'practice');
