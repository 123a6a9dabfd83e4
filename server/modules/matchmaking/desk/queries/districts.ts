import type { operations } from '#contract/matchmaking-desk.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { districtsOf } from '../../entry/districts.ts'

/** The districts a profile can name where the tenant lies, in the order of their codes; none where rule data has none. */
export async function listDistricts(tx: Tx): Promise<OutputOf<(typeof operations)['listDistricts']>> {
  return { items: await districtsOf(tx) }
}
