import { sql } from 'kysely'
import type { MeasureDefinition } from '#server/platform/measure.ts'

/** What unions spent of allocations directly on workers, in fen: by each voucher that was not taken back, at the union. */
export const allocationMeasures: MeasureDefinition[] = [
  {
    programme: 'commissioners',
    name: 'union_funds_on_workers_fen',
    sources: ['allocation_shares', 'allocation_spending', 'allocation_spending_reversals'],
    zh: '拨付经费直接用于职工',
    en: 'Allocations spent on workers',
    unit: 'fen',
    counting: 'summed',
    counts: 'flow',
    breakdowns: ['organisation', 'year'],
    definitionZh: '基层工会用拨付经费直接用于职工的支出，没有冲销的，按支出日计，算在支出的工会',
    definitionEn:
      'What basic unions spent of allocations directly on workers and did not take back; by the day it was spent, at the union',
    rows: (tx, { knownAt }) => sql`
      select x.id, s.union_id as organisation_id, 'allocation_spending' as kind, x.purpose as label, x.voucher_no as detail, x.on_workers_fen as value,
        x.spent_on as occurred_on
      from allocation_spending x join allocation_shares s on s.tenant_id = x.tenant_id and s.id = x.share_id
      where x.tenant_id = ${tx.tenantId} and x.on_workers_fen > 0 and (${knownAt}::timestamptz is null or x.recorded_at <= ${knownAt}::timestamptz)
        and not exists (select from allocation_spending_reversals r where r.tenant_id = x.tenant_id and r.spending_id = x.id
          and (${knownAt}::timestamptz is null or r.reversed_at <= ${knownAt}::timestamptz))`,
  },
]
