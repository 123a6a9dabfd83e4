-- Training 培训: the yearly plan with its courses; sessions are events of the kind `training`; certificates of who has completed a course.

create table training_plans (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  year smallint not null,
  budget_fen bigint not null,
  -- Who pays for it.
  funder text not null,
  document_no text,
  created_by uuid not null,
  created_at timestamptz not null default app_now(),
  constraint training_plans_pkey primary key (tenant_id, id),
  constraint training_plans_year_key unique (tenant_id, organisation_id, year),
  constraint training_plans_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint training_plans_budget_check check (budget_fen >= 0),
  constraint training_plans_funder_check check (funder in ('district_finance', 'federation', 'two_new_committee', 'street_town'))
);
select make_tenant_table('training_plans');
-- Whoever numbers a certificate locks the plan; a row may only be locked by whoever may change something of it.
grant update (document_no) on training_plans to gonghui_app;

-- 初任培训, 集中轮训, 专题培训. Class hours 学时 are what completes the course, in one session or in several.
create table training_courses (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  title text not null,
  class_hours smallint not null,
  budget_fen bigint not null,
  planned_month smallint not null,
  created_by uuid not null,
  created_at timestamptz not null default app_now(),
  constraint training_courses_pkey primary key (tenant_id, id),
  constraint training_courses_plan_fkey foreign key (tenant_id, plan_id) references training_plans (tenant_id, id),
  constraint training_courses_title_key unique (tenant_id, plan_id, title),
  constraint training_courses_kind_check check (kind in ('induction', 'rotation', 'topic')),
  constraint training_courses_hours_check check (class_hours between 1 and 400),
  constraint training_courses_budget_check check (budget_fen >= 0),
  constraint training_courses_month_check check (planned_month between 1 and 12)
);
select make_tenant_table('training_courses');

-- What only an event of the kind `training` has. Attendance is its check-ins.
create table training_sessions (
  tenant_id uuid not null,
  event_id uuid not null,
  course_id uuid not null,
  class_hours smallint not null,
  constraint training_sessions_pkey primary key (tenant_id, event_id),
  constraint training_sessions_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint training_sessions_course_fkey foreign key (tenant_id, course_id) references training_courses (tenant_id, id),
  constraint training_sessions_hours_check check (class_hours between 1 and 100)
);
create index training_sessions_course_idx on training_sessions (tenant_id, course_id);
select make_tenant_table('training_sessions');
grant update (course_id, class_hours) on training_sessions to gonghui_app;

-- `code` is what the printed certificate's address holds: random, so that nobody guesses another.
create table training_certificates (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  number text not null,
  code uuid not null default gen_random_uuid(),
  class_hours smallint not null,
  completed_on date not null,
  issued_at timestamptz not null default app_now(),
  constraint training_certificates_pkey primary key (tenant_id, id),
  constraint training_certificates_course_person_key unique (tenant_id, course_id, person_id),
  constraint training_certificates_code_key unique (tenant_id, code),
  constraint training_certificates_course_fkey foreign key (tenant_id, course_id) references training_courses (tenant_id, id),
  constraint training_certificates_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index training_certificates_person_idx on training_certificates (tenant_id, person_id);
select make_tenant_table('training_certificates');

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 95'
from (values
  ('city_officer', 'subtree', array['training.read', 'training.write']),
  ('federation_officer', 'subtree', array['training.read', 'training.write']),
  ('street_officer', 'subtree', array['training.read', 'training.write'])
) as preset (post, reach, permissions), unnest(permissions) as permission;
