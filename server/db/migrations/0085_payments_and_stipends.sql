-- What is due to people, and how it is paid once.

-- A sum due to a person for a reason and a period: once. A later correction is a difference with the next number; it may be below zero.
create table claims (
  tenant_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  reason text not null,
  period text not null,
  number smallint not null,
  gross_fen bigint not null,
  tax_fen bigint not null,
  net_fen bigint not null,
  tax_category text not null,
  claimed_by uuid,
  claimed_at timestamptz not null default app_now(),
  constraint claims_pkey primary key (tenant_id, id),
  constraint claims_once_key unique (tenant_id, person_id, reason, period, number),
  constraint claims_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint claims_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint claims_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint claims_reason_check check (reason in ('stipend', 'award')),
  constraint claims_sum_check check (gross_fen = tax_fen + net_fen and gross_fen <> 0 and (tax_fen = 0 or sign(tax_fen) = sign(gross_fen)) and abs(tax_fen) <= abs(gross_fen)),
  constraint claims_number_check check (number >= 0 and (number > 0 or gross_fen > 0))
);
create index claims_budget_idx on claims (tenant_id, budget_id);
create index claims_organisation_idx on claims (tenant_id, organisation_id);
create index claims_period_idx on claims (tenant_id, reason, period);
select make_tenant_table('claims');

-- To which account somebody is paid: number and holder under the person's own key. The newest row holds.
create table payee_accounts (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  bank_name text not null,
  number_cipher bytea not null,
  holder_cipher bytea not null,
  -- The person who wrote it down: they do not check a list with it.
  recorded_by_person uuid not null,
  recorded_at timestamptz not null default app_now(),
  constraint payee_accounts_pkey primary key (tenant_id, id),
  constraint payee_accounts_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint payee_accounts_bank_check check (length(bank_name) between 2 and 60)
);
create index payee_accounts_person_idx on payee_accounts (tenant_id, person_id, id);
select make_tenant_table('payee_accounts');
grant update (number_cipher, holder_cipher) on payee_accounts to gonghui_app;

create table payment_batches (
  tenant_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  number integer not null,
  line_count integer not null,
  total_fen bigint not null,
  tax_fen bigint not null,
  -- SHA-256 over every line as the bank gets it.
  checksum bytea not null,
  made_at timestamptz not null default app_now(),
  constraint payment_batches_pkey primary key (tenant_id, id),
  constraint payment_batches_number_key unique (tenant_id, budget_id, number),
  constraint payment_batches_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint payment_batches_total_check check (line_count > 0 and total_fen > 0 and tax_fen >= 0)
);
select make_tenant_table('payment_batches');

-- Who did what with a batch, each once. Making, checking and paying are done by three people: the index says so.
create table payment_batch_acts (
  tenant_id uuid not null,
  batch_id uuid not null,
  act text not null,
  person_id uuid not null,
  appointment_id uuid,
  reason text not null default '',
  acted_at timestamptz not null default app_now(),
  constraint payment_batch_acts_pkey primary key (tenant_id, batch_id, act),
  constraint payment_batch_acts_batch_fkey foreign key (tenant_id, batch_id) references payment_batches (tenant_id, id),
  constraint payment_batch_acts_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint payment_batch_acts_act_check check (act in ('made', 'checked', 'paid', 'sent_back'))
);
create unique index payment_batch_acts_hands_key on payment_batch_acts (tenant_id, batch_id, person_id) where act <> 'sent_back';
create index payment_batch_acts_person_idx on payment_batch_acts (tenant_id, person_id);
select make_tenant_table('payment_batch_acts');

create table payment_lines (
  tenant_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  number integer not null,
  person_id uuid not null,
  payee_account_id uuid not null,
  amount_fen bigint not null,
  tax_fen bigint not null,
  -- The returned line whose claims it pays again.
  reissues_id uuid,
  constraint payment_lines_pkey primary key (tenant_id, id),
  constraint payment_lines_number_key unique (tenant_id, batch_id, number),
  constraint payment_lines_batch_fkey foreign key (tenant_id, batch_id) references payment_batches (tenant_id, id),
  constraint payment_lines_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint payment_lines_account_fkey foreign key (tenant_id, payee_account_id) references payee_accounts (tenant_id, id),
  constraint payment_lines_reissues_fkey foreign key (tenant_id, reissues_id) references payment_lines (tenant_id, id),
  constraint payment_lines_amount_check check (amount_fen > 0 and tax_fen >= 0)
);
create index payment_lines_person_idx on payment_lines (tenant_id, person_id);
create index payment_lines_account_idx on payment_lines (tenant_id, payee_account_id);
create index payment_lines_reissues_idx on payment_lines (tenant_id, reissues_id);
select make_tenant_table('payment_lines');

-- Which claims a line pays. A claim is tried again only when the attempt before came to nothing: the key is the last guard against paying twice.
create table payment_line_claims (
  tenant_id uuid not null,
  line_id uuid not null,
  claim_id uuid not null,
  attempt smallint not null,
  constraint payment_line_claims_pkey primary key (tenant_id, line_id, claim_id),
  constraint payment_line_claims_attempt_key unique (tenant_id, claim_id, attempt),
  constraint payment_line_claims_line_fkey foreign key (tenant_id, line_id) references payment_lines (tenant_id, id),
  constraint payment_line_claims_claim_fkey foreign key (tenant_id, claim_id) references claims (tenant_id, id)
);
select make_tenant_table('payment_line_claims');

-- A list of the bank of what it could not pay. The same file counts once.
create table payment_return_files (
  tenant_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  sha256 bytea not null,
  imported_by uuid,
  imported_at timestamptz not null default app_now(),
  constraint payment_return_files_pkey primary key (tenant_id, id),
  constraint payment_return_files_once_key unique (tenant_id, batch_id, sha256),
  constraint payment_return_files_batch_fkey foreign key (tenant_id, batch_id) references payment_batches (tenant_id, id)
);
select make_tenant_table('payment_return_files');

create table payment_returns (
  tenant_id uuid not null,
  line_id uuid not null,
  file_id uuid not null,
  cause text not null,
  constraint payment_returns_pkey primary key (tenant_id, line_id),
  constraint payment_returns_line_fkey foreign key (tenant_id, line_id) references payment_lines (tenant_id, id),
  constraint payment_returns_file_fkey foreign key (tenant_id, file_id) references payment_return_files (tenant_id, id),
  constraint payment_returns_cause_check check (cause in ('account_wrong', 'name_differs', 'account_closed', 'other'))
);
create index payment_returns_file_idx on payment_returns (tenant_id, file_id);
select make_tenant_table('payment_returns');

-- The grade somebody is paid by in some months, entered by one officer with a reason and approved by another; a closed assessment brings its own.
create table stipend_grades (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  grade text not null,
  starts_on date not null,
  ends_before date not null,
  reason text not null,
  entered_by uuid,
  entered_by_person uuid not null,
  entered_at timestamptz not null default now(),
  constraint stipend_grades_pkey primary key (tenant_id, id),
  constraint stipend_grades_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint stipend_grades_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint stipend_grades_months_check check (ends_before > starts_on and extract(day from starts_on) = 1 and extract(day from ends_before) = 1)
);
create index stipend_grades_person_idx on stipend_grades (tenant_id, person_id, id);
create index stipend_grades_organisation_idx on stipend_grades (tenant_id, organisation_id);
select make_tenant_table('stipend_grades');

create table stipend_grade_decisions (
  tenant_id uuid not null,
  grade_id uuid not null,
  outcome text not null,
  decided_by uuid,
  decided_by_person uuid not null,
  decided_at timestamptz not null default now(),
  constraint stipend_grade_decisions_pkey primary key (tenant_id, grade_id),
  constraint stipend_grade_decisions_grade_fkey foreign key (tenant_id, grade_id) references stipend_grades (tenant_id, id),
  constraint stipend_grade_decisions_outcome_check check (outcome in ('approved', 'refused'))
);
select make_tenant_table('stipend_grade_decisions');

-- A month that was worked out, by which rules, as known when. Running it again adds who was missing and the differences.
create table stipend_runs (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  budget_id uuid not null,
  month date not null,
  tax_category text not null,
  -- By key: the version of each rule.
  rules jsonb not null,
  line_count integer not null,
  gross_fen bigint not null,
  known_at timestamptz not null default now(),
  run_by uuid,
  run_at timestamptz not null default app_now(),
  constraint stipend_runs_pkey primary key (tenant_id, id),
  constraint stipend_runs_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint stipend_runs_budget_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id),
  constraint stipend_runs_month_check check (extract(day from month) = 1)
);
create index stipend_runs_organisation_idx on stipend_runs (tenant_id, organisation_id, month);
create index stipend_runs_budget_idx on stipend_runs (tenant_id, budget_id);
select make_tenant_table('stipend_runs');

-- How a claim came about: what was due for the month, and what had been claimed before.
create table stipend_lines (
  tenant_id uuid not null,
  claim_id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  appointment_id uuid,
  grade_id uuid,
  grade text,
  rate_fen bigint not null,
  days smallint not null,
  month_days smallint not null,
  part text not null,
  due_fen bigint not null,
  before_fen bigint not null,
  constraint stipend_lines_pkey primary key (tenant_id, claim_id),
  constraint stipend_lines_claim_fkey foreign key (tenant_id, claim_id) references claims (tenant_id, id),
  constraint stipend_lines_run_fkey foreign key (tenant_id, run_id) references stipend_runs (tenant_id, id),
  constraint stipend_lines_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint stipend_lines_part_check check (part in ('full', 'none', 'pro_rata')),
  constraint stipend_lines_due_check check (due_fen >= 0 and due_fen <> before_fen)
);
create index stipend_lines_run_idx on stipend_lines (tenant_id, run_id);
create index stipend_lines_person_idx on stipend_lines (tenant_id, person_id);
select make_tenant_table('stipend_lines');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000008501', '', 'funds.tax_categories', '=', '[{"category": "none", "permille": 0}, {"category": "incidental", "permille": 200}]', 'permille',
    '2000-01-01', null, '个人所得税法 2018', '第三条、第四条第一项', 'statute'),
  ('00000000-0000-7000-8000-000000008502', '', 'stipends.entitled', '=', '[{"post": "union_chair", "fullTime": false}]', 'posts', '2000-01-01', null,
    'Gonghui preset', 'part-time chairs', 'practice'),
  ('00000000-0000-7000-8000-000000008507', '330205', 'stipends.entitled', '=', '[{"post": "commissioner", "fullTime": false}]', 'posts', '2000-01-01', null,
    '江北区 党工专员专项补贴', '兼职工会主席', 'practice'),
  ('00000000-0000-7000-8000-000000008503', '', 'stipends.grades', '=', '[{"grade": "excellent", "fen": 50000}, {"grade": "good", "fen": 40000}, {"grade": "pass", "fen": 30000}, {"grade": "fail", "fen": 0}]',
    'fen a month', '2000-01-01', null, '滁州市总工会 兼职主席考核补贴（工人日报 2023-03-22）', '分档', 'press'),
  ('00000000-0000-7000-8000-000000008504', '330205', 'stipends.grades', '=', '[{"grade": "excellent", "fen": 200000}, {"grade": "good", "fen": 120000}, {"grade": "pass", "fen": 60000}, {"grade": "fail", "fen": 0}]',
    'fen a month', '2000-01-01', null, '江北区 党工专员专项补贴', '每人每月 300 至 2000 元', 'practice'),
  ('00000000-0000-7000-8000-000000008505', '', 'stipends.bounds', '=', '{"leastFen": 30000, "mostFen": 200000}', 'fen a month', '2000-01-01', null,
    '江北区 党工专员专项补贴', '每人每月 300 至 2000 元', 'practice'),
  ('00000000-0000-7000-8000-000000008506', '', 'stipends.partial_month', '=', '{"entry": "full", "leaving": "none"}', 'parts', '2000-01-01', null,
    'Gonghui preset', 'month of entry and leaving', 'practice');
