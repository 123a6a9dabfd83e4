-- Seating: what a plan rests on, and who goes home early.
alter table seating_rounds
  -- The prime number of tables whose places rotate; null for rounds of one to one.
  add column table_count integer,
  -- How many sit out because there is nobody left whom they may meet; beyond those for whom there is no partner at all.
  add column unseated integer not null default 0,
  -- The rule that said how many sit at a table; null for rounds of one to one.
  add column rule_version uuid,
  add constraint seating_rounds_unseated_check check (unseated >= 0),
  add constraint seating_rounds_table_count_check check (table_count > 1);

-- Somebody went home before the end: coming rounds are planned without them. Another row when they go again.
create table seating_leavings (
  tenant_id uuid not null,
  registration_id uuid not null,
  left_at timestamptz not null,
  event_id uuid not null,
  -- The appointment that noted it; null: the person.
  noted_by uuid,
  returned_at timestamptz,
  constraint seating_leavings_pkey primary key (tenant_id, registration_id, left_at),
  constraint seating_leavings_registration_fkey foreign key (tenant_id, registration_id) references registrations (tenant_id, id),
  constraint seating_leavings_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id)
);
create unique index seating_leavings_open_key on seating_leavings (tenant_id, registration_id) where returned_at is null;
create index seating_leavings_event_idx on seating_leavings (tenant_id, event_id);
select make_tenant_table('seating_leavings');
grant update (returned_at) on seating_leavings to gonghui_app;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000430', '', 'events.table_seats', '<=', '10', 'persons', '2000-01-01', null, 'Gonghui preset', 'seating', 'practice');
