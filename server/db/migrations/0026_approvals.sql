-- Approvals: something asked, decided step by step by whoever holds a permission over an organisation. What stands now is the last act.

create table approvals (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  organisation_id uuid not null,
  -- What is asked for (an export, a request); ids only.
  subject_id uuid,
  -- Whom it is about, where it is about one person.
  person_id uuid,
  asked_by uuid not null,
  asked_by_appointment uuid,
  params jsonb not null,
  due_on date,
  asked_at timestamptz not null default now(),
  rule_version uuid not null,
  constraint approvals_pkey primary key (tenant_id, id),
  constraint approvals_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint approvals_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint approvals_asked_by_fkey foreign key (tenant_id, asked_by) references persons (tenant_id, id)
);
create index approvals_asked_idx on approvals (tenant_id, asked_by, asked_at);
create index approvals_organisation_idx on approvals (tenant_id, organisation_id, asked_at);
select make_tenant_table('approvals');
-- Whoever decides locks the row; a row may only be locked by whoever may change something of it.
grant update (due_on) on approvals to gonghui_app;

-- Who must sign, in this order: fixed when it is asked, from the rule of that day.
create table approval_steps (
  tenant_id uuid not null,
  approval_id uuid not null,
  step smallint not null,
  permission text not null,
  organisation_id uuid not null,
  constraint approval_steps_pkey primary key (tenant_id, approval_id, step),
  constraint approval_steps_approval_fkey foreign key (tenant_id, approval_id) references approvals (tenant_id, id),
  constraint approval_steps_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index approval_steps_organisation_idx on approval_steps (tenant_id, organisation_id);
select make_tenant_table('approval_steps');

-- What happened to it, one row each: the number is the guard against two officers deciding at once.
create table approval_acts (
  tenant_id uuid not null,
  approval_id uuid not null,
  number smallint not null,
  act text not null,
  -- The step that is waiting after this act; null when it is over.
  waits_for smallint,
  person_id uuid not null,
  appointment_id uuid,
  -- Whom the approval is about: the free text goes when they are erased.
  about_person_id uuid,
  reason text not null default '',
  task_id uuid,
  acted_at timestamptz not null default now(),
  constraint approval_acts_pkey primary key (tenant_id, approval_id, number),
  constraint approval_acts_approval_fkey foreign key (tenant_id, approval_id) references approvals (tenant_id, id),
  constraint approval_acts_act_check check (act in ('submitted', 'returned', 'withdrawn', 'approved', 'refused'))
);
create index approval_acts_about_idx on approval_acts (tenant_id, about_person_id) where about_person_id is not null;
select make_tenant_table('approval_acts');
grant update (reason) on approval_acts to gonghui_app;

-- Who signs what: a list of steps, each a permission, at the organisation itself or at the top of its tree. More steps countersign.
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000261', '', 'approvals.steps.correction', '=', '[{"permission": "people.write", "at": "organisation"}]', 'steps',
    '2000-01-01', null, 'Gonghui preset', '个人信息保护法 第四十六条', 'practice'),
  ('00000000-0000-7000-8000-000000000262', '', 'approvals.steps.erasure', '=', '[{"permission": "privacy.manage", "at": "organisation"}]', 'steps',
    '2000-01-01', null, 'Gonghui preset', '个人信息保护法 第四十七条', 'practice'),
  ('00000000-0000-7000-8000-000000000263', '', 'approvals.steps.full_export', '=', '[{"permission": "privacy.manage", "at": "organisation"}]', 'steps',
    '2000-01-01', null, 'Gonghui preset', 'K11', 'practice'),
  ('00000000-0000-7000-8000-000000000264', '', 'approvals.answer_days', '<=', '15', 'days', '2000-01-01', null, 'Gonghui preset',
    '个人信息保护法 第五十条', 'practice');
