-- Employers' contributions to union funds 工会经费: what is due for a month, what came in, what was passed on.

-- A wage base and what is due of it (D1). A mistake is withdrawn and recorded anew with the next number.
create table contributions (
  tenant_id uuid not null,
  id uuid not null,
  -- The union that the money is for; a higher one where the employer has none yet (D3).
  organisation_id uuid not null,
  employer_id uuid not null,
  -- The first day of the month.
  month date not null,
  number smallint not null,
  kind text not null,
  way text not null,
  wage_base_fen bigint not null,
  due_fen bigint not null,
  due_on date not null,
  -- What of a preparatory contribution goes back to a union that is set up.
  return_basis_points smallint not null,
  -- By key: the version of each rule it was recorded by.
  rules jsonb not null,
  recorded_by uuid,
  recorded_by_person uuid not null,
  recorded_at timestamptz not null default app_now(),
  constraint contributions_pkey primary key (tenant_id, id),
  constraint contributions_once_key unique (tenant_id, employer_id, month, number),
  constraint contributions_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint contributions_employer_fkey foreign key (tenant_id, employer_id) references organisations (tenant_id, id),
  constraint contributions_month_check check (extract(day from month) = 1),
  constraint contributions_kind_check check (kind in ('regular', 'preparatory')),
  constraint contributions_way_check check (way in ('through_basic', 'through_tax')),
  constraint contributions_sums_check check (wage_base_fen > 0 and due_fen >= 0 and due_fen <= wage_base_fen),
  constraint contributions_return_check check (return_basis_points between 0 and 10000)
);
create index contributions_organisation_idx on contributions (tenant_id, organisation_id);
create index contributions_month_idx on contributions (tenant_id, month, id);
select make_tenant_table('contributions');
-- Whoever withdraws or books locks the row; a row may only be locked by whoever may change something of it.
grant update (recorded_by) on contributions to gonghui_app;

create table contribution_withdrawals (
  tenant_id uuid not null,
  contribution_id uuid not null,
  reason text not null,
  withdrawn_by uuid,
  withdrawn_by_person uuid not null,
  withdrawn_at timestamptz not null default app_now(),
  constraint contribution_withdrawals_pkey primary key (tenant_id, contribution_id),
  constraint contribution_withdrawals_contribution_fkey foreign key (tenant_id, contribution_id) references contributions (tenant_id, id),
  constraint contribution_withdrawals_reason_check check (length(reason) between 4 and 300)
);
select make_tenant_table('contribution_withdrawals');

-- Who shares it (D4). The shares of a contribution are 100 % and its whole sum: the trigger below says so.
create table contribution_shares (
  tenant_id uuid not null,
  contribution_id uuid not null,
  level text not null,
  -- The place it has in the rule.
  place smallint not null,
  basis_points smallint not null,
  amount_fen bigint not null,
  constraint contribution_shares_pkey primary key (tenant_id, contribution_id, level),
  constraint contribution_shares_contribution_fkey foreign key (tenant_id, contribution_id) references contributions (tenant_id, id),
  constraint contribution_shares_level_check check (level in ('basic', 'superior', 'street', 'district', 'city', 'province', 'national')),
  constraint contribution_shares_sums_check check (basis_points > 0 and amount_fen >= 0)
);
select make_tenant_table('contribution_shares');

create function contribution_shares_add_up() returns trigger language plpgsql as $$
begin
  if exists (select from shared s join contributions c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
      group by c.tenant_id, c.id, c.due_fen
      having c.due_fen <> (select sum(a.amount_fen) from contribution_shares a where a.tenant_id = c.tenant_id and a.contribution_id = c.id)
        or (select sum(a.basis_points) from contribution_shares a where a.tenant_id = c.tenant_id and a.contribution_id = c.id) <> 10000) then
    raise exception 'shares do not add up to the contribution' using errcode = 'check_violation', constraint = 'contribution_shares_total_check';
  end if;
  return null;
end $$;
create trigger contribution_shares_total after insert on contribution_shares referencing new table as shared
  for each statement execute function contribution_shares_add_up();

-- Money that came in 到账, was paid up 上解, refunded 返还, or returned to a union that was set up 筹备金返还; and a late fee 滞纳金 that came in. A voucher is booked once; one that was taken
-- back may be booked anew with the next number.
create table contribution_movements (
  tenant_id uuid not null,
  id uuid not null,
  contribution_id uuid not null,
  kind text not null,
  voucher_no text not null,
  number smallint not null,
  amount_fen bigint not null,
  moved_on date not null,
  recorded_by uuid,
  recorded_by_person uuid not null,
  recorded_at timestamptz not null default app_now(),
  constraint contribution_movements_pkey primary key (tenant_id, id),
  constraint contribution_movements_once_key unique (tenant_id, contribution_id, kind, voucher_no, number),
  constraint contribution_movements_contribution_fkey foreign key (tenant_id, contribution_id) references contributions (tenant_id, id),
  constraint contribution_movements_kind_check check (kind in ('receipt', 'remittance', 'refund', 'return', 'late_fee')),
  constraint contribution_movements_amount_check check (amount_fen > 0),
  constraint contribution_movements_voucher_check check (length(voucher_no) between 2 and 60)
);
select make_tenant_table('contribution_movements');

create table contribution_movement_reversals (
  tenant_id uuid not null,
  movement_id uuid not null,
  reason text not null,
  reversed_by uuid,
  reversed_by_person uuid not null,
  reversed_at timestamptz not null default app_now(),
  constraint contribution_movement_reversals_pkey primary key (tenant_id, movement_id),
  constraint contribution_movement_reversals_movement_fkey foreign key (tenant_id, movement_id) references contribution_movements (tenant_id, id),
  constraint contribution_movement_reversals_reason_check check (length(reason) between 4 and 300)
);
select make_tenant_table('contribution_movement_reversals');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000012601', '', 'contributions.rate', '=', '{"basisPoints": 200, "rounding": "half_up"}', 'basis points of total wages',
    '2000-01-01', null, '中华人民共和国工会法', '第四十三条 (D1)', 'statute read'),
  ('00000000-0000-7000-8000-000000012602', '', 'contributions.due_day', '=', '{"monthsAfter": 1, "dayOfMonth": 15}', 'day of a month', '2000-01-01', null,
    'Gonghui preset', '次月 15 日前 (D1)', 'practice'),
  ('00000000-0000-7000-8000-000000012603', '11', 'contributions.due_day', '=', '{"monthsAfter": 1, "dayOfMonth": 15}', 'day of a month', '2000-01-01', null,
    '北京市 工会经费收缴办法', '每月 15 日前 (D1)', 'practice'),
  ('00000000-0000-7000-8000-000000012604', '31', 'contributions.due_day', '=', '{"monthsAfter": 1, "dayOfMonth": 15}', 'day of a month', '2000-01-01', null,
    '上海市 工会经费收缴办法', '每月 15 日前 (D1)', 'practice'),
  ('00000000-0000-7000-8000-000000012605', '', 'contributions.split.regular', '=',
    '[{"level": "basic", "basisPoints": 6000}, {"level": "superior", "basisPoints": 3500}, {"level": "national", "basisPoints": 500}]', 'basis points',
    '2000-01-01', null, '工会经费收缴惯例', '基层 60%、上缴 40%，其中全总 5% (D4)', 'practice'),
  ('00000000-0000-7000-8000-000000012606', '', 'contributions.split.preparatory', '=', '[{"level": "superior", "basisPoints": 10000}]', 'basis points',
    '2000-01-01', null, '中国工会章程', '第三十七条 (D3)', 'practice'),
  ('00000000-0000-7000-8000-000000012607', '', 'contributions.preparatory_return', '=', '{"basisPoints": 10000}', 'basis points', '2000-01-01', null,
    'Gonghui preset', '建会后返还 (D3)', 'practice'),
  -- Older local texts: nothing is charged by them unless a later row of the region says so.
  ('00000000-0000-7000-8000-000000012608', '', 'contributions.late_fee', '=', '{"isCharged": false, "basisPointsPerDay": 0, "cap": "none"}', 'basis points a day',
    '2000-01-01', null, '中华人民共和国工会法', '第四十四条：支付令、强制执行，未规定滞纳金 (D2)', 'statute read'),
  ('00000000-0000-7000-8000-000000012609', '11', 'contributions.late_fee', '=', '{"isCharged": false, "basisPointsPerDay": 50, "cap": "none"}',
    'basis points a day', '2000-01-01', null, '北京市 工会经费收缴办法', '每日千分之五，默认不收 (D2)', 'statute read'),
  ('00000000-0000-7000-8000-000000012610', '50', 'contributions.late_fee', '=', '{"isCharged": false, "basisPointsPerDay": 50, "cap": "debt"}',
    'basis points a day', '2000-01-01', null, '重庆市 工会经费收缴办法', '每日千分之五，不超过欠缴额，默认不收 (D2)', 'statute read');

-- Union funds of a union: who sees them, and who records what a union spends and gives its members. Chairs do both for their own.
insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, 'subtree', date '2000-01-01', null, 'Gonghui preset 10'
from (values
  ('city_officer', array['union_funds.read', 'union_funds.record']),
  ('federation_officer', array['union_funds.read', 'union_funds.record']),
  ('street_officer', array['union_funds.read', 'union_funds.record']),
  ('audit_committee_member', array['union_funds.read']),
  ('finance_clerk', array['union_funds.read']),
  ('union_chair', array['union_funds.read', 'union_funds.record'])
) as preset (post, permissions), unnest(permissions) as permission;
