import type { Tx } from './db/transaction.ts'

/** How somebody stood in the first part of an event, each rounded to five levels (1 seldom … 5 often). */
export interface MeetingLevels {
  /** How often they said yes. */
  says: number
  /** How often they were said yes to. */
  liked: number
  /** How they scored those they met, where scores were given; null otherwise. */
  scores: number | null
}

/**
 * What a programme gives to the engine `events`: who may come to its kind of event, who must not meet, and what follows. The engine asks;
 * it knows no programme.
 */
export interface EventKind {
  kind: string
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
  /** In the transaction in which an event is closed or cancelled. */
  ended(tx: Tx, event: { id: string; state: 'closed' | 'cancelled' }): Promise<void>
}
