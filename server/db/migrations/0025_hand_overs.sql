-- Handing one appointment's work over to another, and reminders about terms and posts.

-- Everything an appointment has under way goes to a successor at once. `moved` holds counts by kind; facts keep their author.
create table hand_overs (
  tenant_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  document_no text,
  moved jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint hand_overs_pkey primary key (tenant_id, id),
  constraint hand_overs_apart_check check (from_id <> to_id)
);
create index hand_overs_from_idx on hand_overs (tenant_id, from_id);
create index hand_overs_to_idx on hand_overs (tenant_id, to_id);
select make_tenant_table('hand_overs');

create table hand_over_undoings (
  tenant_id uuid not null,
  hand_over_id uuid not null,
  undone_by uuid,
  recorded_at timestamptz not null default now(),
  constraint hand_over_undoings_pkey primary key (tenant_id, hand_over_id),
  constraint hand_over_undoings_hand_over_fkey foreign key (tenant_id, hand_over_id) references hand_overs (tenant_id, id)
);
select make_tenant_table('hand_over_undoings');

-- Delegations that a successor gives anew know the hand-over they come from: undoing it takes them back.
alter table delegations
  add column hand_over_id uuid,
  add constraint delegations_hand_over_fkey foreign key (tenant_id, hand_over_id) references hand_overs (tenant_id, id);

-- What has been said already: each appointment is named once for each number of days before its end, and once when its holder's membership is over.
create table appointment_reminders (
  tenant_id uuid not null,
  appointment_id uuid not null,
  kind text not null,
  concerns_on date not null,
  task_id uuid not null,
  recorded_at timestamptz not null default now(),
  constraint appointment_reminders_pkey primary key (tenant_id, appointment_id, kind, concerns_on),
  constraint appointment_reminders_task_fkey foreign key (tenant_id, task_id) references inbox_tasks (tenant_id, id)
);
select make_tenant_table('appointment_reminders');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000002501', '', 'access.hand_over_undo_hours', '<=', '72', 'hours', '2000-01-01', null, 'Gonghui preset', 'hand-over', 'practice'),
  ('00000000-0000-7000-8000-000000002502', '', 'appointments.reminder_days', '<=', '[90, 30]', 'days', '2000-01-01', null, 'Gonghui preset', 'B5', 'practice');
