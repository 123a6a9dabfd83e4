-- Accounts, appointments and grants; the audit log; the inbox.

create table accounts (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  password_hash text not null,
  totp_cipher bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  created_at timestamptz not null default now(),
  constraint accounts_pkey primary key (tenant_id, id),
  constraint accounts_person_key unique (tenant_id, person_id),
  constraint accounts_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
select make_tenant_table('accounts');
grant update on accounts to gonghui_app;

-- An account is closed: a row with author and time.
create table account_closures (
  tenant_id uuid not null,
  account_id uuid not null,
  closed_by uuid,
  closed_at timestamptz not null default now(),
  constraint account_closures_pkey primary key (tenant_id, account_id),
  constraint account_closures_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
select make_tenant_table('account_closures');
grant delete on account_closures to gonghui_app;

-- A person holds a post, dated: a legal fact. Powers follow from it by post_grants.
create table appointments (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  post text not null,
  organisation_id uuid not null,
  full_time boolean not null,
  basis text not null,
  document_no text,
  starts_on date not null,
  ends_before date,
  end_reason text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  -- Versions of one appointment share this id: a session works as the appointment, whatever its newest version says.
  appointment_id uuid not null,
  import_id uuid,
  constraint appointments_pkey primary key (tenant_id, id),
  constraint appointments_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint appointments_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint appointments_post_fkey foreign key (post) references posts (code),
  constraint appointments_basis_check check (basis in ('election', 'document', 'register')),
  constraint appointments_dates_check check (ends_before is null or ends_before > starts_on)
);
create index appointments_person_idx on appointments (tenant_id, person_id);
create index appointments_organisation_idx on appointments (tenant_id, organisation_id, post);
create unique index appointments_version_key on appointments (tenant_id, appointment_id) where superseded_at is null;
select make_tenant_table('appointments');
grant update (superseded_at) on appointments to gonghui_app;

-- A recorded delegation: one permission, one scope, dated, to one appointment.
create table grants (
  tenant_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  permission text not null,
  reach text not null,
  organisation_id uuid not null,
  document_no text,
  starts_on date not null,
  ends_before date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  constraint grants_pkey primary key (tenant_id, id),
  constraint grants_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint grants_reach_check check (reach in ('unit', 'subtree')),
  constraint grants_dates_check check (ends_before is null or ends_before > starts_on)
);
create index grants_appointment_idx on grants (tenant_id, appointment_id);
select make_tenant_table('grants');
grant update (superseded_at) on grants to gonghui_app;

-- Append-only log in several hash chains per tenant, so that no row is hot.
create table audit_heads (
  tenant_id uuid not null,
  chain smallint not null,
  seq bigint not null,
  hash bytea not null,
  constraint audit_heads_pkey primary key (tenant_id, chain)
);
select make_tenant_table('audit_heads');
revoke insert on audit_heads from gonghui_app;

create table audit_entries (
  tenant_id uuid not null,
  chain smallint not null,
  seq bigint not null,
  id uuid not null,
  recorded_at timestamptz not null,
  action text not null,
  appointment_id uuid,
  account_id uuid,
  organisation_id uuid,
  subject_kind text not null,
  subject_id uuid,
  params jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  constraint audit_entries_pkey primary key (tenant_id, chain, seq)
);
create index audit_entries_time_idx on audit_entries (tenant_id, recorded_at, id);
create index audit_entries_subject_idx on audit_entries (tenant_id, subject_id, recorded_at) where subject_id is not null;
create index audit_entries_organisation_idx on audit_entries (tenant_id, organisation_id, recorded_at);
select make_tenant_table('audit_entries');
revoke insert on audit_entries from gonghui_app;

-- The one canonical form whose hash is chained; verify computes the same.
create function audit_digest(prev_hash bytea, entry audit_entries) returns bytea language sql immutable as $$
  select sha256(prev_hash || convert_to(jsonb_build_object(
    'tenant', entry.tenant_id, 'chain', entry.chain, 'seq', entry.seq, 'id', entry.id,
    'at', to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'action', entry.action,
    'appointment', entry.appointment_id, 'account', entry.account_id, 'organisation', entry.organisation_id,
    'subjectKind', entry.subject_kind, 'subject', entry.subject_id, 'params', entry.params)::text, 'UTF8'))
$$;

-- Appends one entry to whichever chain of the tenant is free. Runs as its owner: the app role can append but not write otherwise.
create function append_audit(entry audit_entries) returns void language plpgsql security definer set search_path = public as $$
declare head audit_heads;
begin
  -- A definer function would step around the policy: the tenant of the transaction is asked here too.
  if entry.tenant_id is distinct from nullif(current_setting('app.tenant', true), '')::uuid then
    raise exception 'audit entry of another tenant' using errcode = 'insufficient_privilege';
  end if;
  select * into head from audit_heads where tenant_id = entry.tenant_id order by random() limit 1 for update skip locked;
  if not found then
    insert into audit_heads (tenant_id, chain, seq, hash)
      select entry.tenant_id, n, 0, sha256(convert_to(entry.tenant_id::text || ':' || n, 'UTF8')) from generate_series(0, 31) n
      on conflict do nothing;
    select * into head from audit_heads where tenant_id = entry.tenant_id order by random() limit 1 for update;
  end if;
  entry.chain := head.chain;
  entry.seq := head.seq + 1;
  entry.prev_hash := head.hash;
  entry.hash := audit_digest(head.hash, entry);
  insert into audit_entries values (entry.*);
  update audit_heads set seq = entry.seq, hash = entry.hash where tenant_id = entry.tenant_id and chain = entry.chain;
end $$;
revoke execute on function append_audit(audit_entries) from public;
grant execute on function append_audit(audit_entries) to gonghui_app;

-- What waits for whom: a task for the officers of an organisation who hold a permission. Parameters are ids and counts, nothing personal.
create table inbox_tasks (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  organisation_id uuid not null,
  permission text not null,
  subject_id uuid,
  params jsonb not null,
  due_on date,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint inbox_tasks_pkey primary key (tenant_id, id),
  constraint inbox_tasks_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index inbox_tasks_organisation_idx on inbox_tasks (tenant_id, organisation_id, created_at);
create index inbox_tasks_subject_idx on inbox_tasks (tenant_id, subject_id) where subject_id is not null;
select make_tenant_table('inbox_tasks');

create table inbox_task_endings (
  tenant_id uuid not null,
  task_id uuid not null,
  outcome text not null,
  ended_by uuid,
  ended_at timestamptz not null default now(),
  constraint inbox_task_endings_pkey primary key (tenant_id, task_id),
  constraint inbox_task_endings_task_fkey foreign key (tenant_id, task_id) references inbox_tasks (tenant_id, id),
  constraint inbox_task_endings_outcome_check check (outcome in ('done', 'dismissed', 'overtaken'))
);
select make_tenant_table('inbox_task_endings');
