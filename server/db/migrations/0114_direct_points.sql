-- Directly managed points 直管点: a yearly grant to a two-new organisation, shared by three payers, paid in parts after reports of progress.

-- The grant of a year. Its terms (rules and their versions) are kept with it; a second officer decides on it.
create table direct_point_grants (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  year smallint not null,
  -- How many grants of the year were refused before: one of a year can be open or approved.
  number smallint not null,
  level text not null,
  total_fen bigint not null,
  document_no text not null,
  -- By key: the version of each rule it was granted by.
  rules jsonb not null,
  granted_by uuid,
  granted_by_person uuid not null,
  granted_at timestamptz not null default app_now(),
  constraint direct_point_grants_pkey primary key (tenant_id, id),
  constraint direct_point_grants_once_key unique (tenant_id, organisation_id, year, number),
  constraint direct_point_grants_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint direct_point_grants_level_check check (level in ('district', 'street')),
  constraint direct_point_grants_total_check check (total_fen > 0),
  constraint direct_point_grants_document_check check (length(document_no) between 2 and 60)
);
create index direct_point_grants_year_idx on direct_point_grants (tenant_id, year, id);
select make_tenant_table('direct_point_grants');
-- Whoever decides, reports or pays locks the row; a row may only be locked by whoever may change something of it.
grant update (granted_by) on direct_point_grants to gonghui_app;

create table direct_point_decisions (
  tenant_id uuid not null,
  grant_id uuid not null,
  outcome text not null,
  reason text not null default '',
  decided_by uuid,
  decided_by_person uuid not null,
  decided_at timestamptz not null default app_now(),
  constraint direct_point_decisions_pkey primary key (tenant_id, grant_id),
  constraint direct_point_decisions_grant_fkey foreign key (tenant_id, grant_id) references direct_point_grants (tenant_id, id),
  constraint direct_point_decisions_outcome_check check (outcome in ('approved', 'refused'))
);
select make_tenant_table('direct_point_decisions');

-- What each payer gives in each part 分期. The sums of a grant add up to its total: the trigger below says so.
create table direct_point_shares (
  tenant_id uuid not null,
  id uuid not null,
  grant_id uuid not null,
  payer text not null,
  part smallint not null,
  -- How many accepted reports of progress it waits for.
  after_reports smallint not null,
  budget_id uuid not null,
  amount_fen bigint not null,
  constraint direct_point_shares_pkey primary key (tenant_id, id),
  constraint direct_point_shares_once_key unique (tenant_id, grant_id, payer, part),
  constraint direct_point_shares_grant_fkey foreign key (tenant_id, grant_id) references direct_point_grants (tenant_id, id),
  constraint direct_point_shares_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint direct_point_shares_payer_check check (payer in ('two_new_committee', 'district_federation', 'street_town')),
  constraint direct_point_shares_amount_check check (amount_fen > 0 and part > 0 and after_reports >= 0)
);
create index direct_point_shares_budget_idx on direct_point_shares (tenant_id, budget_id);
select make_tenant_table('direct_point_shares');

-- Shares come whole, in one statement: of each grant they add up to its total.
create function shares_add_up() returns trigger language plpgsql as $$
begin
  if exists (select from shared s join direct_point_grants g on g.tenant_id = s.tenant_id and g.id = s.grant_id
      group by g.tenant_id, g.id, g.total_fen
      having g.total_fen <> (select sum(a.amount_fen) from direct_point_shares a where a.tenant_id = g.tenant_id and a.grant_id = g.id)) then
    raise exception 'shares do not add up to the grant' using errcode = 'check_violation', constraint = 'direct_point_shares_total_check';
  end if;
  return null;
end $$;
create trigger direct_point_shares_total after insert on direct_point_shares referencing new table as shared
  for each statement execute function shares_add_up();

-- A share that was paid, with its voucher 凭证; a mistake is taken back by a row, and may be paid again with the next number.
create table direct_point_payments (
  tenant_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  number smallint not null,
  voucher_no text not null,
  paid_on date not null,
  paid_by uuid,
  paid_by_person uuid not null,
  recorded_at timestamptz not null default app_now(),
  constraint direct_point_payments_pkey primary key (tenant_id, id),
  constraint direct_point_payments_once_key unique (tenant_id, share_id, number),
  constraint direct_point_payments_share_fkey foreign key (tenant_id, share_id) references direct_point_shares (tenant_id, id),
  constraint direct_point_payments_voucher_check check (length(voucher_no) between 2 and 60)
);
select make_tenant_table('direct_point_payments');

create table direct_point_payment_reversals (
  tenant_id uuid not null,
  payment_id uuid not null,
  reason text not null,
  reversed_by uuid,
  reversed_by_person uuid not null,
  reversed_at timestamptz not null default app_now(),
  constraint direct_point_payment_reversals_pkey primary key (tenant_id, payment_id),
  constraint direct_point_payment_reversals_payment_fkey foreign key (tenant_id, payment_id) references direct_point_payments (tenant_id, id),
  constraint direct_point_payment_reversals_reason_check check (length(reason) between 4 and 300)
);
select make_tenant_table('direct_point_payment_reversals');

-- A report of progress over the five linked areas 五联; once it is accepted the next part may be paid.
create table direct_point_reports (
  tenant_id uuid not null,
  id uuid not null,
  grant_id uuid not null,
  number smallint not null,
  -- By area: what was done.
  areas jsonb not null,
  reported_by uuid,
  reported_by_person uuid not null,
  reported_at timestamptz not null default app_now(),
  constraint direct_point_reports_pkey primary key (tenant_id, id),
  constraint direct_point_reports_number_key unique (tenant_id, grant_id, number),
  constraint direct_point_reports_grant_fkey foreign key (tenant_id, grant_id) references direct_point_grants (tenant_id, id)
);
select make_tenant_table('direct_point_reports');

create table direct_point_report_reviews (
  tenant_id uuid not null,
  report_id uuid not null,
  outcome text not null,
  -- By area: points of 100.
  scores jsonb not null,
  reason text not null default '',
  reviewed_by uuid,
  reviewed_by_person uuid not null,
  reviewed_at timestamptz not null default app_now(),
  constraint direct_point_report_reviews_pkey primary key (tenant_id, report_id),
  constraint direct_point_report_reviews_report_fkey foreign key (tenant_id, report_id) references direct_point_reports (tenant_id, id),
  constraint direct_point_report_reviews_outcome_check check (outcome in ('accepted', 'returned'))
);
select make_tenant_table('direct_point_report_reviews');

-- A point proposed as demonstration point 示范点, with what the criteria found, and what the review decided.
create table demonstration_proposals (
  tenant_id uuid not null,
  id uuid not null,
  grant_id uuid not null,
  reason text not null,
  rule_id uuid not null,
  findings jsonb not null,
  proposed_by uuid,
  proposed_by_person uuid not null,
  proposed_at timestamptz not null default app_now(),
  constraint demonstration_proposals_pkey primary key (tenant_id, id),
  constraint demonstration_proposals_grant_fkey foreign key (tenant_id, grant_id) references direct_point_grants (tenant_id, id),
  constraint demonstration_proposals_rule_fkey foreign key (rule_id) references rules (id),
  constraint demonstration_proposals_reason_check check (length(reason) between 4 and 300)
);
create index demonstration_proposals_grant_idx on demonstration_proposals (tenant_id, grant_id);
select make_tenant_table('demonstration_proposals');

create table demonstration_decisions (
  tenant_id uuid not null,
  proposal_id uuid not null,
  outcome text not null,
  reason text not null,
  starts_on date not null,
  -- The day it must be reviewed by; from then on it no longer holds.
  ends_before date not null,
  decided_by uuid,
  decided_by_person uuid not null,
  decided_at timestamptz not null default app_now(),
  constraint demonstration_decisions_pkey primary key (tenant_id, proposal_id),
  constraint demonstration_decisions_proposal_fkey foreign key (tenant_id, proposal_id) references demonstration_proposals (tenant_id, id),
  constraint demonstration_decisions_outcome_check check (outcome in ('designated', 'refused')),
  constraint demonstration_decisions_days_check check (ends_before > starts_on)
);
select make_tenant_table('demonstration_decisions');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000011401', '', 'direct_points.yearly', '=', '{"leastFen": 3000000, "mostFen": 5000000}', 'fen a year', '2000-01-01', null,
    '江北区 直管点专项工作经费', '每年 3 万至 5 万元', 'practice'),
  ('00000000-0000-7000-8000-000000011402', '', 'direct_points.shares', '=',
    '[{"payer": "two_new_committee", "weight": 1}, {"payer": "district_federation", "weight": 1}, {"payer": "street_town", "weight": 1}]', 'weights', '2000-01-01', null,
    'Gonghui preset', '三方分担', 'practice'),
  ('00000000-0000-7000-8000-000000011403', '', 'direct_points.parts', '=', '[{"part": 1, "permille": 500, "reports": 0}, {"part": 2, "permille": 500, "reports": 1}]',
    'permille', '2000-01-01', null, 'Gonghui preset', '分期拨付', 'practice'),
  ('00000000-0000-7000-8000-000000011404', '', 'direct_points.demonstration', '=', '{"reports": 1, "leastArea": 60, "leastMean": 80, "months": 24}', 'points of 100',
    '2000-01-01', null, 'Gonghui preset', '示范点标准', 'practice');

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, 'funds.report', 'subtree', date '2000-01-01', null, 'Gonghui preset 9'
from unnest(array['city_officer', 'federation_officer', 'street_officer']) as post;
