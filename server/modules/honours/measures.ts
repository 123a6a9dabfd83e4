import { sql } from 'kysely'
import type { MeasureDefinition } from '#server/platform/measure.ts'

/** Figures of honours. */
export const measures: MeasureDefinition[] = [
  {
    name: 'honours',
    zh: '授予荣誉数',
    en: 'Honours conferred',
    unit: 'honours',
    definitionZh: '所授予、至今没有撤销的荣誉，每项计一次，算在授予单位',
    definitionEn:
      'Honours conferred and not taken back, each once, counted at the organisation that conferred it',
    counting: 'distinct',
    counts: 'flow',
    breakdowns: ['organisation', 'year', 'title'],
    programme: null,
    sources: ['honours', 'honour_revocations'],
    rows: (tx, moment) => sql`
      select h.id, h.organisation_id, 'honour' as kind, h.document_no as label, h.title as detail, 1 as value, h.granted_on as occurred_on, h.title
      from honours h where h.tenant_id = ${tx.tenantId} and (${moment.knownAt}::timestamptz is null or h.granted_at <= ${moment.knownAt}::timestamptz)
        and not exists (select from honour_revocations r where r.tenant_id = h.tenant_id and r.honour_id = h.id
          and (${moment.knownAt}::timestamptz is null or r.revoked_at <= ${moment.knownAt}::timestamptz))`,
  },
]
