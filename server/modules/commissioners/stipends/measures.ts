import { sql, type RawBuilder } from 'kysely'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'

const flow = {
  counting: 'summed',
  counts: 'flow',
  unit: 'fen',
  breakdowns: ['organisation', 'year', 'stipend_month', 'payer'],
  programme: 'commissioners',
} satisfies Partial<MeasureDefinition>

const dueSources = ['claims', 'budgets', 'fund_sources']
const paidSources = [
  ...dueSources,
  'payment_line_claims',
  'payment_lines',
  'payment_batch_acts',
  'payment_returns',
  'payment_return_files',
]

/** Figures of stipends, in fen: what became due, what was paid and stands, what the bank gave back. Each row opens to why it is so much. */
export const stipendMeasures: MeasureDefinition[] = [
  {
    ...flow,
    name: 'stipends_due_fen',
    sources: dueSources,
    zh: '专项补贴应发',
    en: 'Stipends due',
    definitionZh: '已核算的专项补贴（税前），补差额增减一并计入，按核算日计，算在领取人任职单位',
    definitionEn:
      'Stipends that were worked out, gross, differences added or taken off; by the day of the run, at the organisation of the post',
    rows: (tx, { knownAt }) => sql`
      select c.id, ${shown}, c.gross_fen as value, (c.claimed_at at time zone 'Asia/Shanghai')::date as occurred_on
      from ${claims} where c.tenant_id = ${tx.tenantId} and c.reason = 'stipend' and ${by(sql`c.claimed_at`, knownAt)}`,
  },
  {
    ...flow,
    name: 'stipends_paid_fen',
    sources: paidSources,
    zh: '专项补贴实发',
    en: 'Stipends paid',
    definitionZh: '已交银行付款、没有被退回的专项补贴（税后），按付款日计；退回重发的按重发日计一次',
    definitionEn:
      'Stipends the bank was told to pay and did not return, net; by the day of payment, one paid again by that day and once',
    rows: (tx, { knownAt }) => sql`
      select c.id, ${shown}, c.net_fen as value, (paid.acted_at at time zone 'Asia/Shanghai')::date as occurred_on
      from ${claims} ${paidLines}
      where c.tenant_id = ${tx.tenantId} and c.reason = 'stipend' and ${by(sql`paid.acted_at`, knownAt)}
        and not exists (select ${returned} and ${by(sql`f.imported_at`, knownAt)})`,
  },
  {
    ...flow,
    name: 'stipends_returned_fen',
    sources: paidSources,
    zh: '专项补贴退回',
    en: 'Stipends returned',
    definitionZh: '银行退回的专项补贴（税后），每次退回计一次，按登记日计',
    definitionEn: 'Stipends the bank returned, net, each return once, by the day it was recorded',
    rows: (tx, { knownAt }) => sql`
      select md5(lc.line_id::text || c.id)::uuid as id, ${shown}, c.net_fen as value, (f.imported_at at time zone 'Asia/Shanghai')::date as occurred_on
      from ${claims} ${paidLines}
      join payment_returns x on x.tenant_id = lc.tenant_id and x.line_id = lc.line_id
      join payment_return_files f on f.tenant_id = x.tenant_id and f.id = x.file_id
      where c.tenant_id = ${tx.tenantId} and c.reason = 'stipend' and ${by(sql`f.imported_at`, knownAt)}`,
  },
]

const shown = sql`c.organisation_id, 'claim' as kind, c.period as label, s.name as detail, c.period as stipend_month, s.payer`

const claims = sql`claims c
  join budgets b on b.tenant_id = c.tenant_id and b.id = c.budget_id
  join fund_sources s on s.tenant_id = b.tenant_id and s.id = b.source_id`

const paidLines = sql`
  join payment_line_claims lc on lc.tenant_id = c.tenant_id and lc.claim_id = c.id
  join payment_lines l on l.tenant_id = lc.tenant_id and l.id = lc.line_id
  join payment_batch_acts paid on paid.tenant_id = l.tenant_id and paid.batch_id = l.batch_id and paid.act = 'paid'`

const returned = sql`from payment_returns x join payment_return_files f on f.tenant_id = x.tenant_id and f.id = x.file_id
  where x.tenant_id = lc.tenant_id and x.line_id = lc.line_id`

function by(moment: RawBuilder<unknown>, knownAt: Moment['knownAt']): RawBuilder<unknown> {
  return knownAt === null ? sql`true` : sql`${moment} <= ${knownAt}::timestamptz`
}
