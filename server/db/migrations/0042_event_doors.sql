-- The door: where people are let in, which devices read codes there, and every reading that was taken.

create table event_doors (
  tenant_id uuid not null,
  event_id uuid not null,
  name text not null,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  constraint event_doors_pkey primary key (tenant_id, event_id, name),
  constraint event_doors_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id)
);
select make_tenant_table('event_doors');

-- A phone with the scanning page open at one door. Its own numbering orders what it sends after a while without a network.
create table scan_devices (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  door text not null,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  constraint scan_devices_pkey primary key (tenant_id, id),
  constraint scan_devices_door_fkey foreign key (tenant_id, event_id, door) references event_doors (tenant_id, event_id, name)
);
create index scan_devices_door_idx on scan_devices (tenant_id, event_id, door);
select make_tenant_table('scan_devices');

-- One row for each reading, whatever came of it. Its order is that of receipt, then of the device's numbers; the time a device claims is a claim.
create table check_in_scans (
  tenant_id uuid not null,
  -- Made by the device: the same reading sent again is the same row and gets the same answer.
  nonce uuid not null,
  event_id uuid not null,
  door text not null,
  -- Null: keyed in at a screen.
  device_id uuid,
  device_seq integer not null,
  method text not null,
  claimed_at timestamptz,
  received_at timestamptz not null default now(),
  received_by uuid not null,
  -- Null: nobody of this event.
  registration_id uuid,
  outcome text not null,
  -- Why somebody may not take part, as a code.
  reason text,
  -- The rule that said when doors are open.
  rule_version uuid not null,
  constraint check_in_scans_pkey primary key (tenant_id, nonce),
  constraint check_in_scans_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint check_in_scans_device_fkey foreign key (tenant_id, device_id) references scan_devices (tenant_id, id),
  constraint check_in_scans_registration_fkey foreign key (tenant_id, registration_id) references registrations (tenant_id, id),
  constraint check_in_scans_method_check check (method in ('card', 'pass', 'badge', 'paper', 'list')),
  constraint check_in_scans_outcome_check check (outcome in ('checked_in', 'already', 'waiting', 'no_place', 'cancelled', 'not_admitted', 'not_registered',
    'not_eligible', 'unreadable', 'expired', 'too_early', 'over'))
);
create index check_in_scans_event_idx on check_in_scans (tenant_id, event_id, received_at, device_seq);
create index check_in_scans_device_idx on check_in_scans (tenant_id, device_id);
create index check_in_scans_registration_idx on check_in_scans (tenant_id, registration_id);
select make_tenant_table('check_in_scans');

-- A paper list of the door that was printed: it names people, so it is kept who printed it and what for.
create table door_list_prints (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  purpose text not null,
  persons integer not null,
  printed_by uuid not null,
  printed_at timestamptz not null default now(),
  constraint door_list_prints_pkey primary key (tenant_id, id),
  constraint door_list_prints_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id)
);
create index door_list_prints_event_idx on door_list_prints (tenant_id, event_id);
select make_tenant_table('door_list_prints');

-- The pass of the event page is read where a service card's code, which changes every half minute, cannot be proved for want of a network.
alter table check_ins drop constraint check_ins_method_check,
  add constraint check_ins_method_check check (method in ('card', 'pass', 'badge', 'paper', 'list'));

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000004201', '', 'events.doors_open_before', '<=', '180', 'minutes', '2000-01-01', null, 'Gonghui preset 4',
    '签到开始时间', 'practice'),
  ('00000000-0000-7000-8000-000000004202', '', 'events.pairs_shown_from', '>=', '5', 'pairs', '2000-01-01', null, 'Gonghui preset 4',
    '大屏公布对数的下限', 'practice');

-- A check-in that was entered by mistake, such as a mistyped badge number: the row goes, and who took it back and why stays.
create table check_in_corrections (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  registration_id uuid not null,
  door text not null,
  checked_in_at timestamptz not null,
  reason text not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null default now(),
  constraint check_in_corrections_pkey primary key (tenant_id, id),
  constraint check_in_corrections_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint check_in_corrections_registration_fkey foreign key (tenant_id, registration_id) references registrations (tenant_id, id)
);
create index check_in_corrections_event_idx on check_in_corrections (tenant_id, event_id);
create index check_in_corrections_registration_idx on check_in_corrections (tenant_id, registration_id);
select make_tenant_table('check_in_corrections');
grant delete on check_ins to gonghui_app;
