-- Prizes of sports and culture 文体活动奖励: no more winners than a share of the contestants (D8). What they get is due on a budget and goes by payment lists.
create table prize_lists (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  budget_id uuid not null,
  contest text not null,
  held_on date not null,
  contestants integer not null,
  winners integer not null,
  total_fen bigint not null,
  -- The version of the share of winners it was judged by.
  rule_id uuid not null,
  made_by uuid,
  made_by_person uuid not null,
  made_at timestamptz not null default app_now(),
  constraint prize_lists_pkey primary key (tenant_id, id),
  constraint prize_lists_once_key unique (tenant_id, organisation_id, contest, held_on),
  constraint prize_lists_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint prize_lists_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint prize_lists_rule_fkey foreign key (rule_id) references rules (id),
  constraint prize_lists_contest_check check (length(contest) between 2 and 60),
  constraint prize_lists_sums_check check (winners > 0 and contestants >= winners and total_fen > 0)
);
create index prize_lists_budget_idx on prize_lists (tenant_id, budget_id);
select make_tenant_table('prize_lists');

create table prize_claims (
  tenant_id uuid not null,
  claim_id uuid not null,
  prize_list_id uuid not null,
  constraint prize_claims_pkey primary key (tenant_id, claim_id),
  constraint prize_claims_claim_fkey foreign key (tenant_id, claim_id) references claims (tenant_id, id),
  constraint prize_claims_list_fkey foreign key (tenant_id, prize_list_id) references prize_lists (tenant_id, id)
);
create index prize_claims_list_idx on prize_claims (tenant_id, prize_list_id);
select make_tenant_table('prize_claims');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000012801', '', 'prizes.winners', '<=', '{"winners": 2, "of": 3}', 'winners of contestants', '2000-01-01', null,
    '基层工会经费收支管理办法', '文体活动奖励面不超过三分之二 (D8)', 'practice'),
  ('00000000-0000-7000-8000-000000012802', '64', 'prizes.winners', '<=', '{"winners": 1, "of": 3}', 'winners of contestants', '2000-01-01', null,
    '宁夏回族自治区 基层工会经费收支管理办法', '文体活动奖励面不超过三分之一 (D8)', 'seen');
