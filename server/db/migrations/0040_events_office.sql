-- The office of events: where a postponed event went, and who is asked to host one together.

alter table event_steps add column starts_at timestamptz, add column ends_at timestamptz,
  add constraint event_steps_moved_check check ((step = 'postponed') = (starts_at is not null and ends_at is not null) and starts_at < ends_at);
comment on column event_steps.starts_at is 'The new times of a postponed event.';

-- One edition of a series is held once; a cancelled one may be drafted anew.
create unique index events_edition_key on events (tenant_id, series_id, edition_no) where edition_no is not null and state <> 'cancelled';

-- Another union is asked to host an event together; accepted, it stands in event_hosts.
create table event_host_invitations (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null,
  invited_by uuid not null,
  invited_at timestamptz not null default now(),
  constraint event_host_invitations_pkey primary key (tenant_id, id),
  constraint event_host_invitations_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint event_host_invitations_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index event_host_invitations_event_idx on event_host_invitations (tenant_id, event_id);
create index event_host_invitations_organisation_idx on event_host_invitations (tenant_id, organisation_id);
select make_tenant_table('event_host_invitations');

create table event_host_answers (
  tenant_id uuid not null,
  invitation_id uuid not null,
  answer text not null,
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  constraint event_host_answers_pkey primary key (tenant_id, invitation_id),
  constraint event_host_answers_invitation_fkey foreign key (tenant_id, invitation_id) references event_host_invitations (tenant_id, id),
  constraint event_host_answers_answer_check check (answer in ('accepted', 'declined'))
);
select make_tenant_table('event_host_answers');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000401', '', 'events.draft_days_ahead', '=', '30', 'days', '2000-01-01', null, 'Gonghui preset', 'recurrence', 'practice'),
  ('00000000-0000-7000-8000-000000000402', '', 'events.review_days', '<=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'review', 'practice');
