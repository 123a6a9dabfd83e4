import { makeTenant } from '#server/test/makers.ts'
import { playHistories, type Played } from './play.ts'

// A tenant for each few: the tree of one tenant stays small, as it is in life.
const perTenant = 25

/** Plays histories, each by its own seed, a tenant and a transaction for each few of them. */
export async function playHistoriesInTenants(extent: { count: number; seed: string }): Promise<Played> {
  const total: Played = { histories: 0, operations: 0, refused: 0, questions: 0 }
  for (let at = 0; at < extent.count; at += perTenant) {
    const tenant = await makeTenant()
    const many = Math.min(perTenant, extent.count - at)
    const seeds = Array.from({ length: many }, (_, n) => `${extent.seed}:${at + n}`)
    const played = await tenant.inside((tx) => playHistories(tx, seeds))
    for (const key of Object.keys(total) as (keyof Played)[]) total[key] += played[key]
  }
  return total
}
