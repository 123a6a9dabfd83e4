import type { MasterKeys } from '../../platform/crypto.ts'
import type { Pool } from '../../platform/db/pool.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** What checks look at: the database as its owner, the keys and the folder of attachments. */
export interface Place {
  pool: Pool
  keys: MasterKeys
  dataFolder: string
  /** Folder or file of anchors from outside; null: nothing from outside is at hand. */
  anchors: string | null
}

/** What a check found: how much it looked at, and the first difference in words, or null when all is right. */
export interface Finding {
  looked: string
  difference: string | null
}

/** A recount of one tenant, in one transaction of that tenant. Reads everything it needs, changes nothing. */
export interface TenantCheck {
  name: string
  run(tx: Tx, place: Place): Promise<Finding>
}

/** The finding of a query whose rows are the differences, each with a text `what`. */
export function fromRows(looked: string, rows: readonly { what: string }[]): Finding {
  const [first, ...more] = rows
  if (first === undefined) return { looked, difference: null }
  return { looked, difference: more.length > 0 ? `${first.what} (and more)` : first.what }
}
