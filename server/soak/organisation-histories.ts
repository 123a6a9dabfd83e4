import { playHistories, type Played } from '#server/test/organisation-histories/play.ts'
import { makeTenant } from '#server/test/makers.ts'

export const name = 'organisation-histories'

const perTransaction = 25

/** Random histories of moves, mergers, splits, closings and renames against a model written apart; prints what it tried. */
export async function run({
  count = 10_000,
  seed = 'histories',
}: { count?: number; seed?: string | number } = {}): Promise<Played> {
  const total: Played = { histories: 0, operations: 0, refused: 0, questions: 0 }
  for (let at = 0; at < count; at += perTransaction) {
    // A tenant for each: the tree of one tenant stays small, as it is in life.
    const tenant = await makeTenant()
    const seeds = Array.from({ length: Math.min(perTransaction, count - at) }, (_, n) => `${seed}:${at + n}`)
    const played = await tenant.inside((tx) => playHistories(tx, seeds))
    for (const key of Object.keys(total) as (keyof Played)[]) total[key] += played[key]
  }
  console.log(
    `${total.histories} histories with ${total.operations} operations (${total.refused} refused), ${total.questions} questions answered alike; seed ${seed}`,
  )
  return total
}
