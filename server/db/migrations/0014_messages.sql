-- Text messages and mails on their way out, and one-time codes. Content is sealed under the key of the person it goes to and erased
-- when it has been delivered.

create table messages (
  tenant_id uuid not null,
  id uuid not null,
  channel text not null,
  -- What it is for, as `<module>.<what>`: the gateway's template follows from it.
  purpose text not null,
  person_id uuid not null,
  content_cipher bytea,
  job_id uuid not null,
  created_at timestamptz not null default now(),
  constraint messages_pkey primary key (tenant_id, id),
  constraint messages_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint messages_channel_check check (channel in ('sms', 'mail'))
);
create index messages_created_idx on messages (tenant_id, created_at);
create index messages_content_idx on messages (tenant_id, created_at) where content_cipher is not null;
select make_tenant_table('messages');
grant update (content_cipher) on messages to gonghui_app;

-- What became of a message: handed over, kept in the outbox of a demo, or given up.
create table message_endings (
  tenant_id uuid not null,
  message_id uuid not null,
  outcome text not null,
  ended_at timestamptz not null default now(),
  constraint message_endings_pkey primary key (tenant_id, message_id),
  constraint message_endings_message_fkey foreign key (tenant_id, message_id) references messages (tenant_id, id),
  constraint message_endings_outcome_check check (outcome in ('delivered', 'kept_in_outbox', 'undeliverable'))
);
select make_tenant_table('message_endings');

-- A one-time code asked for, by somebody who has not signed in: for a person of a tenant, or for nobody (a stranger must not learn the
-- difference). The code itself is kept as a keyed hash, made after the request has been answered.
create table one_time_codes (
  id uuid not null,
  purpose text not null,
  tenant_id uuid,
  person_id uuid,
  code_hash bytea,
  tries integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint one_time_codes_pkey primary key (id),
  constraint one_time_codes_person_check check ((tenant_id is null) = (person_id is null))
);
create index one_time_codes_expiry_idx on one_time_codes (expires_at);
grant select, insert, update, delete on one_time_codes to gonghui_app;

-- How often something was done on a day (Asia/Shanghai), by keyed hash of what is capped: a number, an address, an organisation.
create table daily_counts (
  key_hash bytea not null,
  day date not null,
  used integer not null,
  constraint daily_counts_pkey primary key (key_hash, day)
);
grant select, insert, update, delete on daily_counts to gonghui_app;
