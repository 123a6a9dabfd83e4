-- One's own data: corrections asked for, erasures asked for, and cards that were checked.

-- What a person asks to have corrected, sealed under their own key: it goes when the key goes.
create table corrections (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  sealed bytea not null,
  evidence_ids uuid[] not null default '{}',
  constraint corrections_pkey primary key (tenant_id, id),
  constraint corrections_approval_fkey foreign key (tenant_id, id) references approvals (tenant_id, id),
  constraint corrections_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index corrections_person_idx on corrections (tenant_id, person_id);
select make_tenant_table('corrections');
grant update (sealed, evidence_ids), delete on corrections to gonghui_app;

create table erasure_requests (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  sealed_reason bytea,
  constraint erasure_requests_pkey primary key (tenant_id, id),
  constraint erasure_requests_approval_fkey foreign key (tenant_id, id) references approvals (tenant_id, id),
  constraint erasure_requests_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index erasure_requests_person_idx on erasure_requests (tenant_id, person_id);
select make_tenant_table('erasure_requests');
grant update (sealed_reason) on erasure_requests to gonghui_app;

-- An approved erasure is done on this day; until then the person may change their mind.
create table erasure_dates (
  tenant_id uuid not null,
  request_id uuid not null,
  execute_on date not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  constraint erasure_dates_pkey primary key (tenant_id, request_id),
  constraint erasure_dates_request_fkey foreign key (tenant_id, request_id) references erasure_requests (tenant_id, id)
);
create index erasure_dates_day_idx on erasure_dates (tenant_id, execute_on);
select make_tenant_table('erasure_dates');

create table erasure_cancellations (
  tenant_id uuid not null,
  request_id uuid not null,
  cancelled_at timestamptz not null default now(),
  constraint erasure_cancellations_pkey primary key (tenant_id, request_id),
  constraint erasure_cancellations_date_fkey foreign key (tenant_id, request_id) references erasure_dates (tenant_id, request_id)
);
select make_tenant_table('erasure_cancellations');

-- A shown card was checked: its holder's name and union were shown to whoever checked.
create table card_checks (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  appointment_id uuid not null,
  checked_at timestamptz not null default now(),
  constraint card_checks_pkey primary key (tenant_id, id),
  constraint card_checks_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index card_checks_person_idx on card_checks (tenant_id, person_id, checked_at);
select make_tenant_table('card_checks');

-- Who stood in a list that left the house: so that each of them can be told.
create table member_export_rows (
  tenant_id uuid not null,
  export_id uuid not null,
  person_id uuid not null,
  constraint member_export_rows_pkey primary key (tenant_id, export_id, person_id),
  constraint member_export_rows_export_fkey foreign key (tenant_id, export_id) references member_exports (tenant_id, id)
);
create index member_export_rows_person_idx on member_export_rows (tenant_id, person_id);
select make_tenant_table('member_export_rows');

-- A reveal says what for, from a list, besides the reason in words.
alter table reveals add column purpose text not null default 'other';
-- Which columns a list carried in full; none: masked.
alter table member_exports add column full_fields text[] not null default '{}';
alter table member_exports add column approval_id uuid;
create unique index member_exports_approval_key on member_exports (tenant_id, approval_id) where approval_id is not null;

-- A list with full numbers that somebody asks to take away: filter and purpose; taken once, when a second officer has agreed.
create table full_export_requests (
  tenant_id uuid not null,
  id uuid not null,
  filter jsonb not null,
  fields text[] not null,
  purpose text not null,
  constraint full_export_requests_pkey primary key (tenant_id, id),
  constraint full_export_requests_approval_fkey foreign key (tenant_id, id) references approvals (tenant_id, id)
);
select make_tenant_table('full_export_requests');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000265', '', 'privacy.erasure_cooling_days', '>=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'K6', 'practice'),
  ('00000000-0000-7000-8000-000000000266', '', 'privacy.reason_characters', '>=', '4', 'characters', '2000-01-01', null, 'Gonghui preset', 'K6', 'practice'),
  ('00000000-0000-7000-8000-000000000267', '', 'privacy.full_export_days', '<=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'K11', 'practice');
