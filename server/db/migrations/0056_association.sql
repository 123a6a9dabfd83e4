-- The matchmakers' association 红娘协会: terms with their council, the yearly plan, meetings with attendance and cases on the screen.

create table association_terms (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  starts_on date not null,
  ends_before date not null,
  created_by uuid not null,
  constraint association_terms_pkey primary key (tenant_id, id),
  constraint association_terms_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint association_terms_dates_check check (starts_on < ends_before)
);
create index association_terms_organisation_idx on association_terms (tenant_id, organisation_id, starts_on);
select make_tenant_table('association_terms');

create table association_seats (
  tenant_id uuid not null,
  id uuid not null,
  term_id uuid not null,
  matchmaker_id uuid not null,
  role text not null,
  starts_on date not null,
  ends_before date,
  constraint association_seats_pkey primary key (tenant_id, id),
  constraint association_seats_term_fkey foreign key (tenant_id, term_id) references association_terms (tenant_id, id),
  constraint association_seats_matchmaker_fkey foreign key (tenant_id, matchmaker_id) references matchmakers (tenant_id, id),
  constraint association_seats_role_check check (role in ('president', 'vice_president', 'secretary', 'council', 'member'))
);
create unique index association_seats_open_key on association_seats (tenant_id, term_id, matchmaker_id) where ends_before is null;
create index association_seats_matchmaker_idx on association_seats (tenant_id, matchmaker_id);
select make_tenant_table('association_seats');
grant update (ends_before) on association_seats to gonghui_app;

create table association_plan_items (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  year smallint not null,
  title text not null,
  due_on date not null,
  done_on date,
  done_by uuid,
  constraint association_plan_items_pkey primary key (tenant_id, id),
  constraint association_plan_items_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint association_plan_items_done_check check ((done_on is null) = (done_by is null))
);
create index association_plan_items_organisation_idx on association_plan_items (tenant_id, organisation_id, year);
select make_tenant_table('association_plan_items');
grant update (done_on, done_by) on association_plan_items to gonghui_app;

-- 红娘信息沟通会 (exchange, monthly) and 研讨会 (seminar).
create table association_meetings (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  title text not null,
  held_on date not null,
  place text not null,
  agenda text not null,
  created_by uuid not null,
  constraint association_meetings_pkey primary key (tenant_id, id),
  constraint association_meetings_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint association_meetings_kind_check check (kind in ('exchange', 'seminar'))
);
create index association_meetings_organisation_idx on association_meetings (tenant_id, organisation_id, held_on);
select make_tenant_table('association_meetings');

create table association_attendances (
  tenant_id uuid not null,
  meeting_id uuid not null,
  matchmaker_id uuid not null,
  status text not null,
  constraint association_attendances_pkey primary key (tenant_id, meeting_id, matchmaker_id),
  constraint association_attendances_meeting_fkey foreign key (tenant_id, meeting_id) references association_meetings (tenant_id, id),
  constraint association_attendances_matchmaker_fkey foreign key (tenant_id, matchmaker_id) references matchmakers (tenant_id, id),
  constraint association_attendances_status_check check (status in ('present', 'excused', 'absent'))
);
create index association_attendances_matchmaker_idx on association_attendances (tenant_id, matchmaker_id);
select make_tenant_table('association_attendances');
grant update (status) on association_attendances to gonghui_app;

-- A person lets their card be shown at matchmakers' meetings, without nickname and picture; may be taken back at any time.
create table meeting_agreements (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  agreed_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint meeting_agreements_pkey primary key (tenant_id, id),
  constraint meeting_agreements_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create unique index meeting_agreements_open_key on meeting_agreements (tenant_id, person_id) where ended_at is null;
select make_tenant_table('meeting_agreements');
grant update (ended_at) on meeting_agreements to gonghui_app;

-- A case on a meeting's screen: a number is all it is called there.
create table meeting_cases (
  tenant_id uuid not null,
  meeting_id uuid not null,
  number smallint not null,
  case_id uuid not null,
  constraint meeting_cases_pkey primary key (tenant_id, meeting_id, number),
  constraint meeting_cases_case_key unique (tenant_id, meeting_id, case_id),
  constraint meeting_cases_meeting_fkey foreign key (tenant_id, meeting_id) references association_meetings (tenant_id, id),
  constraint meeting_cases_case_fkey foreign key (tenant_id, case_id) references matchmaker_cases (tenant_id, id)
);
create index meeting_cases_case_idx on meeting_cases (tenant_id, case_id);
select make_tenant_table('meeting_cases');

-- What came of a meeting: introductions proposed from its screen.
create table meeting_introductions (
  tenant_id uuid not null,
  meeting_id uuid not null,
  introduction_id uuid not null,
  constraint meeting_introductions_pkey primary key (tenant_id, introduction_id),
  constraint meeting_introductions_meeting_fkey foreign key (tenant_id, meeting_id) references association_meetings (tenant_id, id),
  constraint meeting_introductions_introduction_fkey foreign key (tenant_id, introduction_id) references introductions (tenant_id, id)
);
create index meeting_introductions_meeting_idx on meeting_introductions (tenant_id, meeting_id);
select make_tenant_table('meeting_introductions');
