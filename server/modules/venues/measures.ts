import { sql } from 'kysely'
import { venueKinds } from '#contract/venues.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { standardKey } from './inspections/standard.ts'
import { isOpenOn, standingAt } from './register/standing.ts'

/** Figures of venues: those that meet their standard on the day. */
export const measures: MeasureDefinition[] = [
  {
    name: 'venues_meeting_six_haves',
    zh: '“六有”达标阵地数',
    en: 'Venues meeting the six haves',
    unit: 'venues',
    definitionZh: '截至该日开放、最近一次核查所依标准的各项均有在有效期内佐证的阵地，每个计一次',
    definitionEn:
      'Venues open on the day with valid evidence for every item of the standard they were last inspected by, each counted once',
    counting: 'distinct',
    counts: 'stock',
    breakdowns: ['organisation', 'year', 'venue_kind'],
    programme: 'commissioners',
    sources: ['venues', 'venue_inspections', 'venue_findings'],
    rules: venueKinds.map(standardKey),
    rows: (tx, moment) => sql`
      select v.id, v.organisation_id, 'venue' as kind, v.name as label, s.holds_until::text as detail, 1 as value, v.kind as venue_kind
      from venues v join (${standingAt(tx, moment)}) s on s.venue_id = v.id
      where v.tenant_id = ${tx.tenantId} and s.meets and ${isOpenOn(moment.asOf)}`,
  },
]
