-- How long things are kept: rules as data, and what each daily run removed.

create table retention_runs (
  tenant_id uuid not null,
  id uuid not null,
  ran_at timestamptz not null default now(),
  constraint retention_runs_pkey primary key (tenant_id, id)
);
create index retention_runs_time_idx on retention_runs (tenant_id, ran_at);
select make_tenant_table('retention_runs');

create table retention_run_counts (
  tenant_id uuid not null,
  run_id uuid not null,
  rule_key text not null,
  rule_version uuid not null,
  -- What was older than this day went.
  before_day date not null,
  removed integer not null,
  constraint retention_run_counts_pkey primary key (tenant_id, run_id, rule_key),
  constraint retention_run_counts_run_fkey foreign key (tenant_id, run_id) references retention_runs (tenant_id, id)
);
select make_tenant_table('retention_run_counts');

grant delete on reveals, card_checks, member_exports, member_export_rows, inbox_tasks, inbox_task_endings, import_changes to gonghui_app;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000281', '', 'retention.audit_entries', '>=', '365', 'days', '2000-01-01', null, '中华人民共和国网络安全法', '第二十一条（不少于六个月）', 'statute read'),
  ('00000000-0000-7000-8000-000000000282', '', 'retention.import_rows', '=', '180', 'days', '2000-01-01', null, 'Gonghui preset', '个人信息保护法 第十九条', 'practice'),
  ('00000000-0000-7000-8000-000000000283', '', 'retention.reveals', '>=', '1096', 'days', '2000-01-01', null, '网络数据安全管理条例', '第十二条（不少于三年）', 'statute read'),
  ('00000000-0000-7000-8000-000000000284', '', 'retention.card_checks', '>=', '1096', 'days', '2000-01-01', null, '网络数据安全管理条例', '第十二条（不少于三年）', 'statute read'),
  ('00000000-0000-7000-8000-000000000285', '', 'retention.member_exports', '>=', '1096', 'days', '2000-01-01', null, '网络数据安全管理条例', '第十二条（不少于三年）', 'statute read'),
  ('00000000-0000-7000-8000-000000000286', '', 'retention.ended_tasks', '=', '730', 'days', '2000-01-01', null, 'Gonghui preset', '个人信息保护法 第十九条', 'practice'),
  ('00000000-0000-7000-8000-000000000287', '', 'retention.expired_sessions', '=', '30', 'days', '2000-01-01', null, 'Gonghui preset', 'L1', 'practice'),
  ('00000000-0000-7000-8000-000000000288', '', 'retention.invited_persons', '=', '365', 'days', '2000-01-01', null, 'Gonghui preset', '个人信息保护法 第四十七条', 'practice');
