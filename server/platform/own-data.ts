import type { Actor } from './actor.ts'
import type { Tx } from './db/transaction.ts'

/** A sentence or a name in both languages. */
export interface InBothLanguages {
  zh: string
  en: string
}

/** One thing that is held about somebody: what it is, and what it says. */
export interface OwnDataRow {
  what: InBothLanguages
  said: string
}

/**
 * What a module holds about the asker, for their own copy (PIPL 45): gathered by their account alone, and nothing of other people in it.
 */
export interface OwnDataPart {
  name: string
  title: InBothLanguages
  rows(tx: Tx, actor: Actor): Promise<readonly OwnDataRow[]>
}
