import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { CommissionerGap } from '#contract/commissioners.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { withUnpaidStipend, withVenueBelow } from './engine-gaps.ts'
import type { Asked } from './worklist.ts'

/** A gap: true for rows of `row` (columns of `worklist`) that lack something on the day asked for. */
export interface GapDefinition {
  gap: CommissionerGap
  condition: (tx: Tx, asked: Asked) => RawBuilder<SqlBool>
}

/**
 * All gaps, in the order of the contract. Another one adds its name to `commissionerGaps` and its condition here: screens, counts, filters and
 * workbooks follow.
 */
export const gapDefinitions: readonly GapDefinition[] = [
  { gap: 'no_party_body', condition: () => sql<SqlBool>`row.party_id is null` },
  { gap: 'no_union', condition: () => sql<SqlBool>`row.union_id is null` },
  { gap: 'no_chair', condition: () => sql<SqlBool>`row.union_id is not null and not row.has_chair` },
  { gap: 'no_commissioner', condition: () => sql<SqlBool>`row.due and row.commissioners = 0` },
  // The last day of a term is the day before ends_before; a term that is over is the worst of those that end.
  {
    gap: 'term_ending',
    condition: (_tx, { endingUntil }) =>
      sql<SqlBool>`row.union_id is not null and row.term_ends_before <= ${endingUntil}::date`,
  },
  {
    gap: 'post_ending',
    condition: (_tx, { endingUntil }) =>
      sql<SqlBool>`row.commissioners > 0 and row.post_ends_before <= ${endingUntil}::date`,
  },
  {
    gap: 'stipend_unpaid',
    condition: (tx, asked) => isAmong(withUnpaidStipend(tx, asked)),
  },
  {
    gap: 'venue_below',
    condition: (tx, asked) => isAmong(withVenueBelow(tx, asked)),
  },
]

// Posts and venues are the organisation’s own or those of the union that covers it.
function isAmong(organisations: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(row.id in (${organisations}) or row.union_id in (${organisations}))`
}
