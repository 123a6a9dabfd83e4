-- Events (engine): what is held, who may come, who came, who sat with whom. Facts keep the union, sex and age band of their time.

-- A yearly event with its editions, or a dated repetition.
create table event_series (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  name text not null,
  -- A repetition: every month on this weekday (1 Monday … 7 Sunday) of this week (1 … 4, -1 the last).
  repeat_week smallint,
  repeat_weekday smallint,
  starts_on date not null,
  ends_before date,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint event_series_pkey primary key (tenant_id, id),
  constraint event_series_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint event_series_kind_check check (kind in ('editions', 'recurrence')),
  constraint event_series_repeat_check check ((kind = 'recurrence') = (repeat_week is not null and repeat_weekday is not null)),
  constraint event_series_week_check check (repeat_week in (1, 2, 3, 4, -1) and repeat_weekday between 1 and 7)
);
create index event_series_organisation_idx on event_series (tenant_id, organisation_id);
select make_tenant_table('event_series');
grant update (name, ends_before) on event_series to gonghui_app;

-- `state` is the last step (event_steps) kept at hand; phases between published and closed follow from the times and the clock.
create table events (
  tenant_id uuid not null,
  id uuid not null,
  -- Which programme asks who may come and what follows: a kind some module declares.
  kind text not null,
  organisation_id uuid not null,
  host_kind text not null,
  series_id uuid,
  edition_no smallint,
  title text not null,
  summary text not null,
  venue text not null,
  address text not null,
  budget_line text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  registration_opens_at timestamptz not null,
  registration_closes_at timestamptz not null,
  -- Until then one may cancel without losing priority.
  cancel_until timestamptz not null,
  admission text not null,
  capacity integer not null,
  -- How long a freed place is kept for the one it was offered to; null: no waiting list.
  offer_minutes integer,
  -- How people meet: not at all planned, one to one in rounds, or at tables.
  seating text not null,
  rounds smallint not null,
  round_minutes smallint not null,
  -- A blind rotation first, then rounds scheduled from what it revealed.
  two_part boolean not null,
  state text not null default 'draft',
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint events_pkey primary key (tenant_id, id),
  constraint events_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint events_series_fkey foreign key (tenant_id, series_id) references event_series (tenant_id, id),
  constraint events_host_kind_check check (host_kind in ('federation', 'women_workers', 'industry', 'site')),
  constraint events_admission_check check (admission in ('first_come', 'lottery')),
  constraint events_seating_check check (seating in ('none', 'pairs', 'tables')),
  constraint events_state_check check (state in ('draft', 'review', 'published', 'closed', 'cancelled')),
  constraint events_capacity_check check (capacity > 0),
  constraint events_times_check check (starts_at < ends_at and registration_opens_at < registration_closes_at and registration_closes_at <= ends_at
    and cancel_until <= starts_at),
  constraint events_rounds_check check (rounds >= 0 and round_minutes >= 0 and (seating = 'none') = (rounds = 0)),
  constraint events_offer_check check (offer_minutes > 0)
);
create index events_organisation_idx on events (tenant_id, organisation_id, starts_at);
create index events_series_idx on events (tenant_id, series_id);
create index events_starts_idx on events (tenant_id, starts_at);
select make_tenant_table('events');
grant update on events to gonghui_app;

-- What was done to an event, by whom and when: submitted, returned, published, drawn, postponed, cancelled, closed.
create table event_steps (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  step text not null,
  reason text,
  -- The appointment that did it; null: the clock.
  taken_by uuid,
  taken_at timestamptz not null default now(),
  constraint event_steps_pkey primary key (tenant_id, id),
  constraint event_steps_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint event_steps_step_check check (step in ('submitted', 'returned', 'published', 'drawn', 'postponed', 'cancelled', 'closed'))
);
create index event_steps_event_idx on event_steps (tenant_id, event_id, taken_at);
select make_tenant_table('event_steps');

create table event_hosts (
  tenant_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null,
  constraint event_hosts_pkey primary key (tenant_id, event_id, organisation_id),
  constraint event_hosts_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint event_hosts_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index event_hosts_organisation_idx on event_hosts (tenant_id, organisation_id);
select make_tenant_table('event_hosts');
grant delete on event_hosts to gonghui_app;

create table event_sessions (
  tenant_id uuid not null,
  event_id uuid not null,
  no smallint not null,
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint event_sessions_pkey primary key (tenant_id, event_id, no),
  constraint event_sessions_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint event_sessions_times_check check (starts_at < ends_at)
);
select make_tenant_table('event_sessions');
grant update, delete on event_sessions to gonghui_app;

-- One row for each person and event. `state` is the last step (registration_steps) kept at hand.
create table registrations (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  -- Membership, sex and age band when they registered.
  union_id uuid not null,
  sex text not null,
  age_band text not null,
  first_timer boolean not null,
  state text not null,
  -- The place in the queue, given at once to whoever did not get a place; also the order of the lottery once it is drawn.
  waiting_no integer,
  -- What a person wears at the event, and all that others see.
  badge_no integer,
  offered_until timestamptz,
  registered_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  constraint registrations_pkey primary key (tenant_id, id),
  constraint registrations_event_person_key unique (tenant_id, event_id, person_id),
  constraint registrations_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint registrations_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint registrations_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id),
  constraint registrations_sex_check check (sex in ('male', 'female')),
  -- entered: in the lottery; expired: an offer nobody answered; lapsed: the event or its registration ended while they waited.
  constraint registrations_state_check check (state in ('entered', 'waiting', 'offered', 'admitted', 'cancelled', 'declined', 'expired', 'lapsed')),
  constraint registrations_offer_check check ((state = 'offered') = (offered_until is not null))
);
create unique index registrations_badge_key on registrations (tenant_id, event_id, badge_no) where badge_no is not null;
create unique index registrations_waiting_key on registrations (tenant_id, event_id, waiting_no) where waiting_no is not null;
create index registrations_person_idx on registrations (tenant_id, person_id);
create index registrations_union_idx on registrations (tenant_id, union_id);
create index registrations_offered_idx on registrations (tenant_id, offered_until) where state = 'offered';
select make_tenant_table('registrations');
grant update on registrations to gonghui_app;

create table registration_steps (
  tenant_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  step text not null,
  -- Why, as a code the browser speaks: a quota, a valid reason, the draw.
  reason text,
  -- The officer who did it for them; null: the person or the clock.
  taken_by uuid,
  taken_at timestamptz not null default now(),
  constraint registration_steps_pkey primary key (tenant_id, id),
  constraint registration_steps_registration_fkey foreign key (tenant_id, registration_id) references registrations (tenant_id, id),
  constraint registration_steps_step_check check (step in ('entered', 'waiting', 'offered', 'admitted', 'cancelled', 'declined', 'expired', 'lapsed', 'no_show',
    'excused'))
);
create index registration_steps_registration_idx on registration_steps (tenant_id, registration_id, taken_at);
select make_tenant_table('registration_steps');

-- One row for each person who came: the true head count, whatever the number of doors and scans.
create table check_ins (
  tenant_id uuid not null,
  registration_id uuid not null,
  event_id uuid not null,
  door text not null,
  method text not null,
  -- The appointment at the door; null: the person, by the poster.
  checked_in_by uuid,
  -- When the server had it; what the device claimed stands with its scan.
  checked_in_at timestamptz not null default now(),
  constraint check_ins_pkey primary key (tenant_id, registration_id),
  constraint check_ins_registration_fkey foreign key (tenant_id, registration_id) references registrations (tenant_id, id),
  constraint check_ins_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint check_ins_method_check check (method in ('card', 'badge', 'paper', 'list'))
);
create index check_ins_event_idx on check_ins (tenant_id, event_id, checked_in_at);
select make_tenant_table('check_ins');

-- Who sat where in which round. Two people met where they sat at one table in one released round.
create table seating_rounds (
  tenant_id uuid not null,
  event_id uuid not null,
  round_no smallint not null,
  part smallint not null,
  planned_at timestamptz not null default now(),
  planned_by uuid,
  -- When it was shown to everybody: from then on it has happened and is never planned anew.
  released_at timestamptz,
  constraint seating_rounds_pkey primary key (tenant_id, event_id, round_no),
  constraint seating_rounds_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint seating_rounds_part_check check (part in (1, 2))
);
select make_tenant_table('seating_rounds');
grant update, delete on seating_rounds to gonghui_app;

create table seatings (
  tenant_id uuid not null,
  event_id uuid not null,
  round_no smallint not null,
  registration_id uuid not null,
  -- Null: sits this round out.
  table_no integer,
  seat smallint,
  constraint seatings_pkey primary key (tenant_id, event_id, round_no, registration_id),
  constraint seatings_round_fkey foreign key (tenant_id, event_id, round_no) references seating_rounds (tenant_id, event_id, round_no),
  constraint seatings_registration_fkey foreign key (tenant_id, registration_id) references registrations (tenant_id, id)
);
create index seatings_registration_idx on seatings (tenant_id, registration_id);
select make_tenant_table('seatings');
grant delete on seatings to gonghui_app;

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 4'
from (values
  ('city_officer', 'subtree', array['events.read', 'events.write', 'events.publish', 'events.run', 'matchmaking.manage', 'matchmaking.safety', 'matchmaking.key_choices']),
  ('federation_officer', 'subtree', array['events.read', 'events.write', 'events.publish', 'events.run', 'matchmaking.manage', 'matchmaking.safety', 'matchmaking.key_choices']),
  ('street_officer', 'subtree', array['events.read', 'events.write', 'events.publish', 'events.run', 'matchmaking.key_choices']),
  ('union_chair', 'subtree', array['events.read', 'events.write', 'events.run']),
  ('union_vice_chair', 'subtree', array['events.read', 'events.write', 'events.run']),
  ('union_officer', 'unit', array['events.read', 'events.write', 'events.run']),
  -- The unit alone says whether somebody is its member and works there: no higher level, and no other unit.
  ('union_chair', 'unit', array['matchmaking.attest']),
  ('union_vice_chair', 'unit', array['matchmaking.attest']),
  ('union_officer', 'unit', array['matchmaking.attest']),
  ('matchmaker', 'subtree', array['events.run', 'matchmaking.desk', 'matchmaking.key_choices'])
) as preset (post, reach, permissions), unnest(permissions) as permission;
