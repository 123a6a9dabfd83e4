import type { PublicItem } from '#contract/public-pages.ts'
import type { Tx } from './db/transaction.ts'

/** What a module gives to the public pages of a federation: bulletins now; honours and notices when a module has them. Nothing that was not released. */
export interface PublicPart {
  kind: string
  /** What is public now, the latest first. */
  items(tx: Tx): Promise<PublicItem[]>
}
