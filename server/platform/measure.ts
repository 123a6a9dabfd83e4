import type { RawBuilder } from 'kysely'
import type { Measure } from '#contract/measures.ts'
import type { Tx } from './db/transaction.ts'

/** The moment a figure is asked for: the day it holds, and when it was known (null: as known now). */
export interface Moment {
  asOf: string
  knownAt: string | null
}

/**
 * A figure a module can give. `rows` is a select with the columns `id` uuid, `organisation_id` uuid (where the row counts), `kind`, `label`,
 * `detail` text and `value` integer: every row behind the figure in the whole tenant at that moment. Total, breakdown and opened list
 * all come from it, so they cannot disagree. Further columns:
 * - `occurred_on` date, where `counts` is `flow`: the day it happened; the engine keeps to the days asked for;
 * - `counted_as` uuid, where `counting` is `distinct_by`: rows of one value count once in each total and group;
 * - one text column for each breakdown but `organisation` and `year`, named like it.
 */
export interface MeasureDefinition extends Measure {
  /**
   * The tables whose changes change the figure; each is watched (`watch_figures` in a migration), or the kept sums would miss the change. Who
   * leads whom counts for every figure and is not named.
   */
  sources: readonly string[]
  /** The keys of the rules it reads; one that begins, ends or is put right makes the kept figure anew. */
  rules?: readonly string[]
  /**
   * `only`, an array of organisations: rows that count elsewhere may be left out, and should be where finding them reads the whole tenant;
   * those that count there must all come, just as without it.
   */
  rows: (tx: Tx, moment: Moment, only?: RawBuilder<string[]> | null) => RawBuilder<unknown>
}
