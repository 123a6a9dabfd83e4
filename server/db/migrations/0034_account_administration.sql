-- What the security administrator needs to see of an account: which counters of failed sign-ins are its own, why it was closed, and when it
-- was opened again.

alter table limits add column tenant_id uuid, add column account_id uuid;
create index limits_account_idx on limits (tenant_id, account_id) where account_id is not null;

alter table account_closures add column reason text;

create table account_reopenings (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  reason text not null,
  closed_at timestamptz not null,
  closed_by uuid,
  closing_reason text,
  reopened_by uuid,
  reopened_at timestamptz not null default now(),
  constraint account_reopenings_pkey primary key (tenant_id, id),
  constraint account_reopenings_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index account_reopenings_account_idx on account_reopenings (tenant_id, account_id);
select make_tenant_table('account_reopenings');
grant update (reason, closing_reason) on account_reopenings to gonghui_app;
