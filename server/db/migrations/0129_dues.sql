-- Members' dues 会费 of a union for a month (D5): worked out from wages without names, kept as sums. All of them stay at the basic union.
create table dues (
  tenant_id uuid not null,
  id uuid not null,
  union_id uuid not null,
  -- The first day of the month.
  month date not null,
  number smallint not null,
  members integer not null,
  due_fen bigint not null,
  received_fen bigint not null,
  received_on date not null,
  voucher_no text not null,
  rule_id uuid not null,
  recorded_by uuid,
  recorded_by_person uuid not null,
  recorded_at timestamptz not null default app_now(),
  constraint dues_pkey primary key (tenant_id, id),
  constraint dues_once_key unique (tenant_id, union_id, month, number),
  constraint dues_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id),
  constraint dues_rule_fkey foreign key (rule_id) references rules (id),
  constraint dues_month_check check (extract(day from month) = 1),
  constraint dues_sums_check check (members > 0 and due_fen >= 0 and received_fen between 0 and due_fen),
  constraint dues_voucher_check check (length(voucher_no) between 2 and 60)
);
create index dues_month_idx on dues (tenant_id, month, id);
select make_tenant_table('dues');

create table dues_withdrawals (
  tenant_id uuid not null,
  dues_id uuid not null,
  reason text not null,
  withdrawn_by uuid,
  withdrawn_by_person uuid not null,
  withdrawn_at timestamptz not null default app_now(),
  constraint dues_withdrawals_pkey primary key (tenant_id, dues_id),
  constraint dues_withdrawals_dues_fkey foreign key (tenant_id, dues_id) references dues (tenant_id, id),
  constraint dues_withdrawals_reason_check check (length(reason) between 4 and 300)
);
select make_tenant_table('dues_withdrawals');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000012901', '', 'dues.rate', '=', '{"basisPoints": 50, "stepFen": 1000}', 'basis points of the wage in whole steps', '2000-01-01', null,
    '关于收交工会会费的通知', '工资收入的 0.5%，不足 10 元的部分不计，全部留基层工会 (D5)', 'seen');
