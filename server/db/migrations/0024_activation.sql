-- How people get their log-in: by a one-time code, by a printed activation slip, by an invitation.

-- One printing of slips: for the members of an organisation, or for chosen ones.
create table slip_runs (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  person_ids uuid[] not null,
  expires_on date not null,
  ordered_by uuid,
  ordered_at timestamptz not null default now(),
  constraint slip_runs_pkey primary key (tenant_id, id),
  constraint slip_runs_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index slip_runs_organisation_idx on slip_runs (tenant_id, organisation_id, ordered_at);
select make_tenant_table('slip_runs');

-- A slip for one person. Its code follows from the key and the slip's id: the database holds only a keyed hash of it.
create table activation_slips (
  tenant_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  union_id uuid not null,
  expires_on date not null,
  printed_at timestamptz not null default now(),
  constraint activation_slips_pkey primary key (tenant_id, id),
  constraint activation_slips_run_fkey foreign key (tenant_id, run_id) references slip_runs (tenant_id, id),
  constraint activation_slips_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint activation_slips_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id)
);
create unique index activation_slips_run_person_key on activation_slips (tenant_id, run_id, person_id);
create index activation_slips_person_idx on activation_slips (tenant_id, person_id);
select make_tenant_table('activation_slips');

create table activation_slip_endings (
  tenant_id uuid not null,
  slip_id uuid not null,
  outcome text not null,
  ended_by uuid,
  ended_at timestamptz not null default now(),
  constraint activation_slip_endings_pkey primary key (tenant_id, slip_id),
  constraint activation_slip_endings_slip_fkey foreign key (tenant_id, slip_id) references activation_slips (tenant_id, id),
  constraint activation_slip_endings_outcome_check check (outcome in ('used', 'revoked', 'replaced', 'spoilt'))
);
select make_tenant_table('activation_slip_endings');

-- The holder of an appointment is invited to open an account.
create table invitations (
  tenant_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  channel text not null,
  expires_at timestamptz not null,
  invited_by uuid,
  invited_at timestamptz not null default now(),
  constraint invitations_pkey primary key (tenant_id, id),
  constraint invitations_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint invitations_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint invitations_channel_check check (channel in ('sms', 'mail', 'print'))
);
create index invitations_person_idx on invitations (tenant_id, person_id, invited_at);
select make_tenant_table('invitations');

create table invitation_endings (
  tenant_id uuid not null,
  invitation_id uuid not null,
  outcome text not null,
  ended_by uuid,
  ended_at timestamptz not null default now(),
  constraint invitation_endings_pkey primary key (tenant_id, invitation_id),
  constraint invitation_endings_invitation_fkey foreign key (tenant_id, invitation_id) references invitations (tenant_id, id),
  constraint invitation_endings_outcome_check check (outcome in ('accepted', 'revoked', 'replaced'))
);
select make_tenant_table('invitation_endings');

-- By what a stranger's secret finds its tenant: keyed hashes of slips, of invitations, and of the tickets that a proved code or slip gives.
create table activation_secrets (
  secret_hash bytea not null,
  kind text not null,
  tenant_id uuid not null,
  person_id uuid not null,
  -- The slip or invitation it is, or by which the ticket was given; null for a ticket given by a code.
  source text not null,
  source_id uuid,
  tries integer not null default 0,
  expires_at timestamptz not null,
  constraint activation_secrets_pkey primary key (secret_hash),
  constraint activation_secrets_kind_check check (kind in ('slip', 'invitation', 'ticket')),
  constraint activation_secrets_source_check check (source in ('code', 'slip', 'invitation'))
);
create index activation_secrets_person_idx on activation_secrets (tenant_id, person_id);
create index activation_secrets_expiry_idx on activation_secrets (expires_at);
grant select, insert, update, delete on activation_secrets to gonghui_app;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000002401', '', 'activation.slip_days', '=', '30', 'days', '2000-01-01', null, 'Gonghui preset', 'activation', 'practice'),
  ('00000000-0000-7000-8000-000000002402', '', 'activation.invitation_days', '=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'activation', 'practice');
