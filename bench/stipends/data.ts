import type pg from 'pg'
import { newId } from '#server/platform/ids.ts'

/** The district of the benchmark. */
export interface StipendData {
  tenantId: string
  federationId: string
  officerId: string
  budgetId: string
}

/** A district whose organisations each have a part-time chair with an approved grade for 2026, and a budget that pays them. */
export async function makeChairs(owner: pg.Client, count: number): Promise<StipendData> {
  const data = { tenantId: newId(), federationId: newId(), officerId: newId(), budgetId: newId() }
  const { tenantId, federationId, officerId, budgetId } = data
  const sourceId = newId()
  await owner.query(`set app.tenant = '${tenantId}'`)
  const statements = [
    `insert into tenants (id, code, name, kind, division_code, turned_on) values ('${tenantId}', 'bench', '测试区', 'test', '330299', app_today())`,
    `create temporary table chairs as select gen_random_uuid() as union_id, gen_random_uuid() as person_id, gen_random_uuid() as appointment_id,
       gen_random_uuid() as grade_id, n, (array['excellent', 'good', 'pass'])[1 + n % 3] as grade from generate_series(1, ${count}) n`,
    `insert into organisations (tenant_id, id, kind, union_type, stat_code, tree_no)
       select '${tenantId}'::uuid, union_id, 'basic_union', 'single', 'B' || n, n from chairs
       union all select '${tenantId}'::uuid, '${federationId}'::uuid, 'federation', null, 'B0', 0`,
    `insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on)
       select '${tenantId}'::uuid, union_id, union_id, 0, date '2020-01-01' from chairs
       union all select '${tenantId}'::uuid, '${federationId}'::uuid, union_id, 1, date '2020-01-01' from chairs
       union all select '${tenantId}'::uuid, '${federationId}'::uuid, '${federationId}', 0, date '2020-01-01'`,
    `insert into persons (tenant_id, id, name) select '${tenantId}'::uuid, person_id, '周主席' from chairs union all select '${tenantId}'::uuid, '${officerId}'::uuid, '陈干部'`,
    `insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on)
       select '${tenantId}'::uuid, appointment_id, appointment_id, person_id, 'union_chair', union_id, false, 'election', date '2024-01-01' from chairs`,
    `insert into stipend_grades (tenant_id, id, person_id, organisation_id, grade, starts_on, ends_before, reason, entered_by_person)
       select '${tenantId}'::uuid, grade_id, person_id, union_id, grade, date '2026-01-01', date '2027-01-01', '年度考核', '${officerId}'::uuid from chairs`,
    `insert into stipend_grade_decisions (tenant_id, grade_id, outcome, decided_by_person) select '${tenantId}'::uuid, grade_id, 'approved', '${officerId}'::uuid from chairs`,
    `insert into fund_sources (tenant_id, id, organisation_id, name, payer) values ('${tenantId}', '${sourceId}', '${federationId}', '区财政', 'district_finance')`,
    `insert into budgets (tenant_id, id, organisation_id, source_id, name, purpose, year)
       values ('${tenantId}', '${budgetId}', '${federationId}', '${sourceId}', '专项补贴', 'stipend', 2026)`,
    `insert into ledger_accounts (tenant_id, id, kind, source_id) values ('${tenantId}', gen_random_uuid(), 'granted', '${sourceId}')`,
    `insert into ledger_accounts (tenant_id, id, kind, budget_id) select '${tenantId}'::uuid, gen_random_uuid(), k, '${budgetId}'::uuid
       from unnest(array['available', 'committed', 'paid']) k`,
    `with entry as (insert into ledger_entries (tenant_id, id, kind, subject_id) values ('${tenantId}', gen_random_uuid(), 'grant', gen_random_uuid()) returning id)
     insert into ledger_postings (tenant_id, entry_id, ledger_account_id, amount_fen)
       select '${tenantId}'::uuid, entry.id, a.id, case a.kind when 'granted' then -10000000000 else 10000000000 end
       from entry, ledger_accounts a where a.tenant_id = '${tenantId}' and a.kind in ('granted', 'available')`,
    'analyze',
  ]
  for (const statement of statements) await owner.query(statement)
  return data
}

/** The same rows by hand: claims and how they came about, for a month of the year before, in one transaction without a check or a lock. */
export async function handRun(
  owner: pg.Client,
  { tenantId, federationId, budgetId }: StipendData,
  month: string,
): Promise<void> {
  const period = month.replace('2026', '2016')
  await owner.query('begin')
  await owner.query(
    `with run as (
       insert into stipend_runs (tenant_id, id, organisation_id, budget_id, month, tax_category, rules, line_count, gross_fen)
       values ($1, gen_random_uuid(), $2, $3, ($4 || '-01')::date, 'none', '{}', 0, 0) returning id),
     due as (
       select gen_random_uuid() as claim_id, a.person_id, a.organisation_id, a.appointment_id, g.id as grade_id, g.grade,
         case g.grade when 'excellent' then 50000 when 'good' then 40000 else 30000 end as fen
       from appointments a join stipend_grades g on g.tenant_id = a.tenant_id and g.person_id = a.person_id
       where a.tenant_id = $1 and a.post = 'union_chair'),
     claimed as (
       insert into claims (tenant_id, id, budget_id, organisation_id, person_id, reason, period, number, gross_fen, tax_fen, net_fen, tax_category)
       select $1, claim_id, $3, organisation_id, person_id, 'stipend', $4, 0, fen, 0, fen, 'none' from due)
     insert into stipend_lines (tenant_id, claim_id, run_id, person_id, appointment_id, grade_id, grade, rate_fen, days, month_days, part, due_fen, before_fen)
     select $1, due.claim_id, run.id, due.person_id, due.appointment_id, due.grade_id, due.grade, due.fen, 31, 31, 'full', due.fen, 0 from due, run`,
    [tenantId, federationId, budgetId, period],
  )
  await owner.query('commit')
}
