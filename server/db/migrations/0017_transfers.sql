-- Transfers of membership as a handshake of two unions: asked for, released by the union of today, accepted by the union to come. Until
-- it is accepted the person stays, and is counted, where they are.

create table transfers (
  tenant_id uuid not null,
  id uuid not null,
  -- What two unions settle at once may concern many members; each of them still has a transfer of their own.
  handshake_id uuid not null,
  person_id uuid not null,
  from_union_id uuid not null,
  to_union_id uuid not null,
  asked_by text not null,
  -- The roster that named the person as a member of the union to come.
  import_id uuid,
  reason text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint transfers_pkey primary key (tenant_id, id),
  constraint transfers_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint transfers_from_union_fkey foreign key (tenant_id, from_union_id) references organisations (tenant_id, id),
  constraint transfers_to_union_fkey foreign key (tenant_id, to_union_id) references organisations (tenant_id, id),
  constraint transfers_unions_check check (from_union_id <> to_union_id),
  constraint transfers_asked_by_check check (asked_by in ('person', 'union_of_today', 'union_to_come'))
);
create index transfers_person_idx on transfers (tenant_id, person_id);
create index transfers_from_union_idx on transfers (tenant_id, from_union_id, id);
create index transfers_to_union_idx on transfers (tenant_id, to_union_id, id);
create index transfers_handshake_idx on transfers (tenant_id, handshake_id);
create index transfers_import_idx on transfers (tenant_id, import_id) where import_id is not null;
select make_tenant_table('transfers');
-- A reason may name the person: erasure empties it.
grant update (reason) on transfers to gonghui_app;

-- What has happened to a transfer, each step once, with its author. `due_on`: until when the next step is waited for.
create table transfer_steps (
  tenant_id uuid not null,
  transfer_id uuid not null,
  person_id uuid not null,
  step text not null,
  by_side text not null,
  reason text,
  due_on date,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  constraint transfer_steps_pkey primary key (tenant_id, transfer_id, step),
  constraint transfer_steps_transfer_fkey foreign key (tenant_id, transfer_id) references transfers (tenant_id, id),
  constraint transfer_steps_step_check check (step in ('requested', 'released', 'accepted', 'refused', 'withdrawn', 'expired', 'overtaken')),
  constraint transfer_steps_by_side_check check (by_side in ('person', 'union_of_today', 'union_to_come', 'system'))
);
-- The last guard behind the lock of the person: a transfer ends once.
create unique index transfer_steps_end_key on transfer_steps (tenant_id, transfer_id)
  where step in ('accepted', 'refused', 'withdrawn', 'expired', 'overtaken');
create index transfer_steps_person_idx on transfer_steps (tenant_id, person_id);
select make_tenant_table('transfer_steps');
grant update (reason) on transfer_steps to gonghui_app;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000001701', '', 'people.transfer_answer_days', '<=', '15', 'days', '2000-01-01', null, 'Gonghui preset', 'C2', 'practice'),
  ('00000000-0000-7000-8000-000000001702', '', 'people.transfer_reminder_days', '<=', '3', 'days', '2000-01-01', null, 'Gonghui preset', 'C2', 'practice');
