-- Differentiated allocation of union funds by class of union 差异化拨付, and benefits to members under the ceilings of the region (D7, D8).

-- A sum of a budget shared among unions by class and workers; a second officer decides on it, and a third hand pays it.
create table allocations (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  budget_id uuid not null,
  year smallint not null,
  total_fen bigint not null,
  document_no text not null,
  -- Counts those of the document that were refused.
  number smallint not null,
  -- The version of the weights it was shared by.
  rule_id uuid not null,
  allocated_by uuid,
  allocated_by_person uuid not null,
  allocated_at timestamptz not null default app_now(),
  constraint allocations_pkey primary key (tenant_id, id),
  constraint allocations_document_key unique (tenant_id, organisation_id, year, document_no, number),
  constraint allocations_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint allocations_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint allocations_rule_fkey foreign key (rule_id) references rules (id),
  constraint allocations_total_check check (total_fen > 0),
  constraint allocations_document_check check (length(document_no) between 2 and 60)
);
create index allocations_budget_idx on allocations (tenant_id, budget_id);
select make_tenant_table('allocations');
-- Whoever decides or records spending locks the row; a row may only be locked by whoever may change something of it.
grant update (allocated_by) on allocations to gonghui_app;

create table allocation_decisions (
  tenant_id uuid not null,
  allocation_id uuid not null,
  outcome text not null,
  reason text not null default '',
  decided_by uuid,
  decided_by_person uuid not null,
  decided_at timestamptz not null default app_now(),
  constraint allocation_decisions_pkey primary key (tenant_id, allocation_id),
  constraint allocation_decisions_allocation_fkey foreign key (tenant_id, allocation_id) references allocations (tenant_id, id),
  constraint allocation_decisions_outcome_check check (outcome in ('approved', 'refused'))
);
select make_tenant_table('allocation_decisions');

-- The unions have their money: one voucher for all of them.
create table allocation_payments (
  tenant_id uuid not null,
  allocation_id uuid not null,
  voucher_no text not null,
  paid_on date not null,
  paid_by uuid,
  paid_by_person uuid not null,
  paid_at timestamptz not null default app_now(),
  constraint allocation_payments_pkey primary key (tenant_id, allocation_id),
  constraint allocation_payments_allocation_fkey foreign key (tenant_id, allocation_id) references allocations (tenant_id, id),
  constraint allocation_payments_voucher_check check (length(voucher_no) between 2 and 60)
);
select make_tenant_table('allocation_payments');

-- What a union gets, with the class and the workers it was weighed by. The shares add up to the total: the trigger below says so.
create table allocation_shares (
  tenant_id uuid not null,
  id uuid not null,
  allocation_id uuid not null,
  union_id uuid not null,
  class text not null,
  workers integer not null,
  weight bigint not null,
  amount_fen bigint not null,
  constraint allocation_shares_pkey primary key (tenant_id, id),
  constraint allocation_shares_once_key unique (tenant_id, allocation_id, union_id),
  constraint allocation_shares_allocation_fkey foreign key (tenant_id, allocation_id) references allocations (tenant_id, id),
  constraint allocation_shares_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id),
  constraint allocation_shares_sums_check check (workers > 0 and weight > 0 and amount_fen >= 0)
);
create index allocation_shares_union_idx on allocation_shares (tenant_id, union_id);
select make_tenant_table('allocation_shares');

create function allocation_shares_add_up() returns trigger language plpgsql as $$
begin
  if exists (select from shared s join allocations g on g.tenant_id = s.tenant_id and g.id = s.allocation_id
      group by g.tenant_id, g.id, g.total_fen
      having g.total_fen <> (select sum(a.amount_fen) from allocation_shares a where a.tenant_id = g.tenant_id and a.allocation_id = g.id)) then
    raise exception 'shares do not add up to the allocation' using errcode = 'check_violation', constraint = 'allocation_shares_total_check';
  end if;
  return null;
end $$;
create trigger allocation_shares_total after insert on allocation_shares referencing new table as shared
  for each statement execute function allocation_shares_add_up();

-- What a union spent of its share, and how much of it directly on workers 直接用于职工. A voucher is booked once; one that was taken back may be booked
-- anew with the next number.
create table allocation_spending (
  tenant_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  voucher_no text not null,
  number smallint not null,
  purpose text not null,
  amount_fen bigint not null,
  on_workers_fen bigint not null,
  spent_on date not null,
  recorded_by uuid,
  recorded_by_person uuid not null,
  recorded_at timestamptz not null default app_now(),
  constraint allocation_spending_pkey primary key (tenant_id, id),
  constraint allocation_spending_once_key unique (tenant_id, share_id, voucher_no, number),
  constraint allocation_spending_share_fkey foreign key (tenant_id, share_id) references allocation_shares (tenant_id, id),
  constraint allocation_spending_purpose_check check (length(purpose) between 2 and 80),
  constraint allocation_spending_sums_check check (amount_fen > 0 and on_workers_fen between 0 and amount_fen)
);
select make_tenant_table('allocation_spending');

create table allocation_spending_reversals (
  tenant_id uuid not null,
  spending_id uuid not null,
  reason text not null,
  reversed_by uuid,
  reversed_by_person uuid not null,
  reversed_at timestamptz not null default app_now(),
  constraint allocation_spending_reversals_pkey primary key (tenant_id, spending_id),
  constraint allocation_spending_reversals_spending_fkey foreign key (tenant_id, spending_id) references allocation_spending (tenant_id, id),
  constraint allocation_spending_reversals_reason_check check (length(reason) between 4 and 300)
);
select make_tenant_table('allocation_spending_reversals');

-- A benefit to a member 职工福利. Above a ceiling it waits for a second person; a refused one does not count.
create table benefits (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  category text not null,
  occasion text,
  -- What the ceilings of an event are counted by: the occasion, what was named, or else the day.
  event text not null,
  given_on date not null,
  amount_fen bigint not null,
  note text not null default '',
  -- Where it is paid by the platform: the budget it comes from. Without one it is given in goods, or paid elsewhere.
  budget_id uuid,
  -- By key: the version of each rule it was judged by.
  rules jsonb not null,
  recorded_by uuid,
  recorded_by_person uuid not null,
  recorded_at timestamptz not null default app_now(),
  constraint benefits_pkey primary key (tenant_id, id),
  constraint benefits_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint benefits_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint benefits_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint benefits_amount_check check (amount_fen > 0),
  constraint benefits_other_check check (category <> 'other' or length(note) >= 4)
);
create index benefits_person_idx on benefits (tenant_id, person_id, category, given_on);
create index benefits_organisation_idx on benefits (tenant_id, organisation_id, id);
create index benefits_budget_idx on benefits (tenant_id, budget_id);
select make_tenant_table('benefits');
-- Free text is emptied when the person is erased.
grant update (note, event) on benefits to gonghui_app;

-- Why a benefit above a ceiling is asked for, and what it passes.
create table benefit_overrides (
  tenant_id uuid not null,
  benefit_id uuid not null,
  reason text not null,
  excess_fen bigint not null,
  -- Every ceiling that is passed, with what is reached.
  excesses jsonb not null,
  constraint benefit_overrides_pkey primary key (tenant_id, benefit_id),
  constraint benefit_overrides_benefit_fkey foreign key (tenant_id, benefit_id) references benefits (tenant_id, id),
  constraint benefit_overrides_reason_check check (length(reason) between 4 and 300),
  constraint benefit_overrides_excess_check check (excess_fen > 0)
);
select make_tenant_table('benefit_overrides');

create table benefit_decisions (
  tenant_id uuid not null,
  benefit_id uuid not null,
  outcome text not null,
  reason text not null,
  decided_by uuid,
  decided_by_person uuid not null,
  decided_at timestamptz not null default app_now(),
  constraint benefit_decisions_pkey primary key (tenant_id, benefit_id),
  constraint benefit_decisions_override_fkey foreign key (tenant_id, benefit_id) references benefit_overrides (tenant_id, benefit_id),
  constraint benefit_decisions_outcome_check check (outcome in ('allowed', 'refused')),
  constraint benefit_decisions_reason_check check (length(reason) between 4 and 300)
);
select make_tenant_table('benefit_decisions');

-- What is due of a benefit that the platform pays: from then on it goes the way of every payment list.
create table benefit_claims (
  tenant_id uuid not null,
  benefit_id uuid not null,
  claim_id uuid not null,
  constraint benefit_claims_pkey primary key (tenant_id, benefit_id),
  constraint benefit_claims_benefit_fkey foreign key (tenant_id, benefit_id) references benefits (tenant_id, id),
  constraint benefit_claims_claim_fkey foreign key (tenant_id, claim_id) references claims (tenant_id, id)
);
create unique index benefit_claims_claim_key on benefit_claims (tenant_id, claim_id);
select make_tenant_table('benefit_claims');
alter table claims drop constraint claims_reason_check;
alter table claims add constraint claims_reason_check check (reason in ('stipend', 'award', 'benefit'));

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000012701', '', 'allocations.classes', '=',
    '[{"class": "two_new_small", "weight": 150, "isTwoNew": true, "mostWorkers": 24}, {"class": "two_new", "weight": 120, "isTwoNew": true},
      {"class": "standard", "weight": 100}]', 'weight of a worker', '2000-01-01', null,
    'Gonghui preset', '差异化拨付', 'practice'),
  ('00000000-0000-7000-8000-000000012702', '', 'benefits.categories', '=',
    '["holiday_gift", "birthday", "wedding", "birth", "hospital", "death_of_member", "death_of_relative", "retirement", "winter_warmth", "other"]', 'categories',
    '2000-01-01', null, '基层工会经费收支管理办法', '支出范围（白名单） (D8)', 'practice'),
  ('00000000-0000-7000-8000-000000012703', '', 'benefits.occasions', '=',
    '["new_year", "spring_festival", "qingming", "labour_day", "dragon_boat", "mid_autumn", "national_day"]', 'holidays', '2000-01-01', null,
    '基层工会经费收支管理办法', '法定节日 (D7)', 'seen'),
  ('00000000-0000-7000-8000-000000012704', '', 'benefits.ceilings', '=',
    '[{"category": "holiday_gift", "per": "year", "limitFen": 150000}, {"category": "birthday", "per": "year", "limitFen": 30000},
      {"category": "wedding", "per": "event", "limitFen": 60000}, {"category": "birth", "per": "event", "limitFen": 60000},
      {"category": "hospital", "per": "event", "limitFen": 100000}, {"category": "death_of_member", "per": "event", "limitFen": 200000},
      {"category": "death_of_relative", "per": "event", "limitFen": 100000}, {"category": "retirement", "per": "event", "limitFen": 100000}]', 'fen', '2000-01-01',
    null, 'Gonghui preset', '参照安徽省标准，本地另有规定时以本地为准 (D7)', 'practice'),
  ('00000000-0000-7000-8000-000000012708', '', 'benefits.in_money', '=', '["hospital", "death_of_member", "death_of_relative", "winter_warmth", "other"]', 'categories',
    '2000-01-01', null, '基层工会经费收支管理办法', '节日、生日等慰问发实物，不发现金和购物卡 (D7)', 'practice'),
  ('00000000-0000-7000-8000-000000012705', '34', 'benefits.ceilings', '=',
    '[{"category": "holiday_gift", "per": "year", "limitFen": 150000}, {"category": "birthday", "per": "year", "limitFen": 30000},
      {"category": "wedding", "per": "event", "limitFen": 60000}, {"category": "birth", "per": "event", "limitFen": 60000},
      {"category": "hospital", "per": "event", "limitFen": 100000}, {"category": "death_of_member", "per": "event", "limitFen": 200000},
      {"category": "death_of_relative", "per": "event", "limitFen": 100000}, {"category": "retirement", "per": "event", "limitFen": 100000}]', 'fen', '2000-01-01',
    null, '安徽省 基层工会经费支出标准', '职工福利 (D7)', 'seen'),
  ('00000000-0000-7000-8000-000000012706', '52', 'benefits.ceilings', '=',
    '[{"category": "holiday_gift", "occasion": "spring_festival", "per": "event", "limitFen": 50000}, {"category": "holiday_gift", "per": "event", "limitFen": 20000},
      {"category": "birthday", "per": "year", "limitFen": 30000}]', 'fen', '2000-01-01', null, '贵州省 基层工会经费支出标准', '职工福利 (D7)', 'seen'),
  ('00000000-0000-7000-8000-000000012707', '37', 'benefits.ceilings', '=',
    '[{"category": "winter_warmth", "per": "event", "limitFen": 300000}, {"category": "winter_warmth", "per": "year", "limitFen": 600000}]', 'fen', '2000-01-01', null,
    '山东省 送温暖资金标准', '每次、每年限额 (D7)', 'seen');
