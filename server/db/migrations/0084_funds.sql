-- Money by double entry, in whole fen. A debit is positive. Postings are only ever added; the database itself keeps the balances, so that no
-- program can write one. Of a budget: budget = available + committed + paid, none of them below zero.

-- Near relatives as somebody declared them: nobody makes, checks or pays money for one of them. The word only, nothing of the relative's data.
create table declared_relatives (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  relative_id uuid not null,
  relation text not null,
  declared_at timestamptz not null default app_now(),
  recorded_by uuid,
  ended_at timestamptz,
  constraint declared_relatives_pkey primary key (tenant_id, id),
  constraint declared_relatives_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint declared_relatives_relative_fkey foreign key (tenant_id, relative_id) references persons (tenant_id, id),
  constraint declared_relatives_self_check check (person_id <> relative_id),
  constraint declared_relatives_relation_check check (relation in ('spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'))
);
create unique index declared_relatives_open_key on declared_relatives (tenant_id, person_id, relative_id) where ended_at is null;
create index declared_relatives_relative_idx on declared_relatives (tenant_id, relative_id);
select make_tenant_table('declared_relatives');
grant update (ended_at) on declared_relatives to gonghui_app;

-- Where money comes from, and which payer that is.
create table fund_sources (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  payer text not null,
  created_by uuid,
  created_at timestamptz not null default app_now(),
  constraint fund_sources_pkey primary key (tenant_id, id),
  constraint fund_sources_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint fund_sources_name_check check (length(name) between 1 and 80),
  constraint fund_sources_payer_check check (payer in ('two_new_committee', 'district_federation', 'street_town', 'district_finance', 'superior_union'))
);
create unique index fund_sources_name_key on fund_sources (tenant_id, organisation_id, name);
select make_tenant_table('fund_sources');

-- What money is there for. A budget has its money from a source, or from the budget it is allocated from.
create table budgets (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  source_id uuid not null,
  parent_id uuid,
  name text not null,
  purpose text not null,
  year smallint not null,
  created_by uuid,
  created_at timestamptz not null default app_now(),
  constraint budgets_pkey primary key (tenant_id, id),
  constraint budgets_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint budgets_source_fkey foreign key (tenant_id, source_id) references fund_sources (tenant_id, id),
  constraint budgets_parent_fkey foreign key (tenant_id, parent_id) references budgets (tenant_id, id),
  constraint budgets_name_check check (length(name) between 1 and 80),
  constraint budgets_purpose_check check (purpose in ('stipend', 'award', 'direct_point', 'training', 'union_funds'))
);
create index budgets_organisation_idx on budgets (tenant_id, organisation_id, year);
create index budgets_source_idx on budgets (tenant_id, source_id);
create index budgets_parent_idx on budgets (tenant_id, parent_id);
select make_tenant_table('budgets');
-- Whoever commits or pays locks the row; a row may only be locked by whoever may change something of it.
grant update (created_by) on budgets to gonghui_app;

-- Money that came into a budget, from its source or from the budget above, and what was taken back as a mistake.
create table budget_movements (
  tenant_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  from_budget_id uuid,
  amount_fen bigint not null,
  document_no text not null,
  reverses_id uuid,
  reason text not null default '',
  moved_by uuid,
  moved_at timestamptz not null default app_now(),
  constraint budget_movements_pkey primary key (tenant_id, id),
  constraint budget_movements_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint budget_movements_from_fkey foreign key (tenant_id, from_budget_id) references budgets (tenant_id, id),
  constraint budget_movements_reverses_fkey foreign key (tenant_id, reverses_id) references budget_movements (tenant_id, id),
  constraint budget_movements_reverses_key unique (tenant_id, reverses_id),
  constraint budget_movements_amount_check check (amount_fen > 0 and amount_fen <= 10000000000000)
);
create index budget_movements_budget_idx on budget_movements (tenant_id, budget_id, moved_at);
create index budget_movements_from_idx on budget_movements (tenant_id, from_budget_id);
select make_tenant_table('budget_movements');

-- One account for each source, three for each budget. Debits are positive: a source gives, so that its balance is never above zero.
create table ledger_accounts (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  source_id uuid,
  budget_id uuid,
  balance_fen bigint not null default 0,
  constraint ledger_accounts_pkey primary key (tenant_id, id),
  constraint ledger_accounts_source_fkey foreign key (tenant_id, source_id) references fund_sources (tenant_id, id),
  constraint ledger_accounts_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint ledger_accounts_owner_check check (case when kind = 'granted' then source_id is not null and budget_id is null
    else kind in ('available', 'committed', 'paid') and budget_id is not null and source_id is null end),
  constraint ledger_accounts_balance_check check (case when kind = 'granted' then balance_fen <= 0 else balance_fen >= 0 end)
);
create unique index ledger_accounts_source_key on ledger_accounts (tenant_id, source_id) where source_id is not null;
create unique index ledger_accounts_budget_key on ledger_accounts (tenant_id, budget_id, kind) where budget_id is not null;
select make_tenant_table('ledger_accounts');
-- An account begins with nothing, and only postings move it.
revoke insert on ledger_accounts from gonghui_app;
grant insert (tenant_id, id, kind, source_id, budget_id) on ledger_accounts to gonghui_app;

-- One thing that happened to money. The same thing (kind and subject) happens once.
create table ledger_entries (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  recorded_by uuid,
  recorded_at timestamptz not null default app_now(),
  constraint ledger_entries_pkey primary key (tenant_id, id),
  constraint ledger_entries_once_key unique (tenant_id, subject_id, kind),
  constraint ledger_entries_kind_check check (kind in ('grant', 'allocate', 'reverse', 'commit', 'release', 'pay', 'return', 'reissue'))
);
select make_tenant_table('ledger_entries');

create table ledger_postings (
  tenant_id uuid not null,
  entry_id uuid not null,
  ledger_account_id uuid not null,
  amount_fen bigint not null,
  constraint ledger_postings_pkey primary key (tenant_id, entry_id, ledger_account_id),
  constraint ledger_postings_entry_fkey foreign key (tenant_id, entry_id) references ledger_entries (tenant_id, id),
  constraint ledger_postings_account_fkey foreign key (tenant_id, ledger_account_id) references ledger_accounts (tenant_id, id),
  constraint ledger_postings_amount_check check (amount_fen <> 0)
);
create index ledger_postings_account_idx on ledger_postings (tenant_id, ledger_account_id);
select make_tenant_table('ledger_postings');

-- Postings come whole: each entry of the statement adds up to zero, and the balances follow in the same statement. Accounts are locked in the order
-- of their ids, so that two entries never wait for each other in a circle.
create function keep_balances() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from posted where tenant_id is distinct from nullif(current_setting('app.tenant', true), '')::uuid) then
    raise exception 'postings of another tenant' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from posted group by tenant_id, entry_id having sum(amount_fen) <> 0) then
    raise exception 'an entry does not add up to zero' using errcode = 'check_violation', constraint = 'ledger_postings_zero_check';
  end if;
  perform from ledger_accounts a where (a.tenant_id, a.id) in (select tenant_id, ledger_account_id from posted) order by a.id for no key update;
  update ledger_accounts a set balance_fen = a.balance_fen + p.amount_fen
    from (select tenant_id, ledger_account_id, sum(amount_fen) as amount_fen from posted group by tenant_id, ledger_account_id) p
    where a.tenant_id = p.tenant_id and a.id = p.ledger_account_id;
  return null;
end $$;
revoke execute on function keep_balances() from public;
create trigger ledger_postings_balances after insert on ledger_postings referencing new table as posted
  for each statement execute function keep_balances();

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, 'subtree', date '2000-01-01', null, 'Gonghui preset 8'
from (values
  ('city_officer', array['funds.read', 'funds.write', 'funds.check']),
  ('federation_officer', array['funds.read', 'funds.write', 'funds.check']),
  ('street_officer', array['funds.read']),
  ('audit_committee_member', array['funds.read']),
  ('finance_clerk', array['funds.read', 'funds.pay'])
) as preset (post, permissions), unnest(permissions) as permission;
