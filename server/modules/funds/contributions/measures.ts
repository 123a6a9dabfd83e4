import { sql } from 'kysely'
import type { MeasureDefinition } from '#server/platform/measure.ts'

/** What came in of employers' contributions, in fen: each receipt that was not taken back, at the union it is for. */
export const contributionMeasures: MeasureDefinition[] = [
  {
    programme: 'commissioners',
    name: 'contributions_received_fen',
    sources: ['contributions', 'contribution_movements', 'contribution_movement_reversals'],
    zh: '工会经费到账',
    en: 'Contributions received',
    unit: 'fen',
    counting: 'summed',
    counts: 'flow',
    breakdowns: ['organisation', 'year'],
    definitionZh:
      '已登记到账凭证、没有冲销的工会经费和建会筹备金（不含滞纳金），按到账日计，算在经费所属工会',
    definitionEn:
      'Regular and preparatory contributions that came in with a voucher and were not taken back, late fees not counted; by the day they came in, at the union they are for',
    rows: (tx, { knownAt }) => sql`
      select m.id, c.organisation_id, 'contribution' as kind, to_char(c.month, 'YYYY-MM') as label, m.voucher_no as detail, m.amount_fen as value,
        m.moved_on as occurred_on
      from contribution_movements m join contributions c on c.tenant_id = m.tenant_id and c.id = m.contribution_id
      where m.tenant_id = ${tx.tenantId} and m.kind = 'receipt' and (${knownAt}::timestamptz is null or m.recorded_at <= ${knownAt}::timestamptz)
        and not exists (select from contribution_movement_reversals r where r.tenant_id = m.tenant_id and r.movement_id = m.id
          and (${knownAt}::timestamptz is null or r.reversed_at <= ${knownAt}::timestamptz))`,
  },
]
