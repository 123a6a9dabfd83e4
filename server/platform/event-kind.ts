import type { TObject } from 'typebox'
import type { FieldError } from '#contract/errors.ts'
import type { Tx } from './db/transaction.ts'

/** How somebody stood in what was said so far at an event, each rounded to five levels (1 seldom … 5 often): `meetingLevels` of `events`. */
export interface MeetingLevels {
  /** How often they said yes. */
  says: number
  /** How often they were said yes to. */
  liked: number
  /** How they were scored by those they met, where scores were given; null otherwise. */
  scores: number | null
}

/** What only one kind of event has: the programme says how it looks, checks it and keeps it; the office carries it with the draft. */
export interface EventOptions {
  schema: TObject
  /** What is wrong with options that fit the schema, beside the times of the event. Paths are those within the options. */
  problems(options: never, times: { startsAt: Date; endsAt: Date }): FieldError[]
  /** Writes the options of an event, or writes them anew. */
  save(tx: Tx, eventId: string, options: never): Promise<void>
  /** The options of an event; null where it has none. */
  of(tx: Tx, eventId: string): Promise<Record<string, unknown> | null>
  /** The same options for an event that begins `byMilliseconds` later: an edition drafted from the last one, a postponed event. */
  moved(options: never, byMilliseconds: number): Record<string, unknown>
}

/**
 * What a programme gives to the engine `events`: who may come to its kind of event, who must not meet, and what follows. The engine asks;
 * it knows no programme.
 */
export interface EventKind {
  kind: string
  options?: EventOptions
  /**
   * Of these persons, those who may not take part now, each with the code of the reason. Asked anew at every step; set-wise, one statement
   * for all. Who is not in the answer may.
   */
  refusals(
    tx: Tx,
    ask: { eventId: string; personIds: readonly string[] },
  ): Promise<ReadonlyMap<string, string>>
  /** Pairs of these persons who are never seated together and never learn why. */
  keptApart(tx: Tx, personIds: readonly string[]): Promise<readonly (readonly [string, string])[]>
  /** What the first part revealed, by registration: levels of persons only, never who chose whom. */
  levels(tx: Tx, eventId: string): Promise<ReadonlyMap<string, MeetingLevels>>
  /**
   * What the hall's screen shows of the programme: people who have handed in a choice sheet, an empty one too, and pairs once there are any to
   * announce (null before). Numbers only.
   */
  hallFigures?(tx: Tx, eventId: string): Promise<{ sheets: number; pairs: number | null }>
  /** In the transaction in which an event is closed or cancelled. */
  ended(tx: Tx, event: { id: string; state: 'closed' | 'cancelled' }): Promise<void>
}
