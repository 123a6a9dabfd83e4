-- Plumbing: tables without personal data that stand outside row security, and the function that makes every tenant table alike.

create table tenants (
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  division_code text not null,
  -- Raised by whatever changes appointments, grants or the tree: actors cached in memory are thrown away when it differs.
  access_version bigint not null default 0,
  -- The last day whose dated changes have been carried into the current views (member_index and the like).
  turned_on date not null,
  created_at timestamptz not null default now(),
  constraint tenants_pkey primary key (id),
  constraint tenants_code_key unique (code),
  constraint tenants_kind_check check (kind in ('real', 'demo', 'test'))
);

create table login_directory (
  login_hash bytea not null,
  tenant_id uuid not null,
  account_id uuid not null,
  constraint login_directory_pkey primary key (login_hash)
);
create index login_directory_account_idx on login_directory (tenant_id, account_id);

create table sessions (
  id uuid not null,
  token_hash bytea not null,
  tenant_id uuid not null,
  account_id uuid not null,
  appointment_id uuid,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint sessions_pkey primary key (id),
  constraint sessions_token_hash_key unique (token_hash)
);
create index sessions_account_idx on sessions (tenant_id, account_id);

create table limits (
  key_hash bytea not null,
  failures integer not null,
  window_started_at timestamptz not null,
  blocked_until timestamptz,
  constraint limits_pkey primary key (key_hash)
);

create table jobs (
  id uuid not null,
  tenant_id uuid,
  kind text not null,
  payload jsonb not null,
  state text not null default 'waiting',
  progress_done bigint not null default 0,
  progress_total bigint,
  progress_step text,
  result jsonb,
  error_code text,
  attempts integer not null default 0,
  max_attempts integer not null,
  run_after timestamptz not null default now(),
  -- Whoever holds the lease works under this fence; a write under an older fence is refused.
  fence bigint not null default 0,
  leased_until timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint jobs_pkey primary key (id),
  constraint jobs_state_check check (state in ('waiting', 'running', 'done', 'failed'))
);
create index jobs_due_idx on jobs (run_after, id) where state in ('waiting', 'running');

grant select, update (access_version, turned_on) on tenants to gonghui_app;
grant select, insert, update, delete on login_directory, sessions, limits, jobs to gonghui_app;

-- Makes a table a tenant table: row security on and forced, one policy of one approved text, and read and insert for the app role.
create function make_tenant_table(table_name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy tenant_isolation on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
    'with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', table_name);
  execute format('grant select, insert on %I to gonghui_app', table_name);
end $$;
revoke execute on function make_tenant_table(text) from public;
