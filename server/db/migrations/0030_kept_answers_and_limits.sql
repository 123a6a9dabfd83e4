-- The answer of a write that named itself by an Idempotency-Key: written in the transaction of its effect, so both are there or neither.
-- The key belongs to one account and one operation; answers are sealed, for they may hold personal data, and go after seven days.

create table kept_answers (
  tenant_id uuid not null,
  account_id uuid not null,
  operation text not null,
  -- SHA-256 of the key: a client may have put anything into it.
  key_hash bytea not null,
  -- SHA-256 of method, address, appointment in use and content: the same key for something else is refused.
  fingerprint bytea not null,
  -- Null until the effect is done; nobody sees such a row, for it is not committed yet.
  status smallint,
  answer bytea,
  created_at timestamptz not null default now(),
  constraint kept_answers_pkey primary key (tenant_id, account_id, operation, key_hash)
);
create index kept_answers_age_idx on kept_answers (tenant_id, created_at);
select make_tenant_table('kept_answers');
grant update (fingerprint, status, answer, created_at), delete on kept_answers to gonghui_app;

-- How many requests an account or an address may still send: what is left in each bucket, by keyed hash. All server processes take
-- from the same row. Not logged: after a crash of the database everybody begins with a full bucket.
create unlogged table rate_buckets (
  key_hash bytea not null,
  tokens double precision not null,
  refilled_at timestamptz not null,
  constraint rate_buckets_pkey primary key (key_hash)
);
create index rate_buckets_age_idx on rate_buckets (refilled_at);
grant select, insert, update, delete on rate_buckets to gonghui_app;
