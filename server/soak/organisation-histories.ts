import { playHistoriesInTenants } from '#server/test/organisation-histories/tenants.ts'

/** Random histories of moves, mergers, splits, closings and renames against a model written apart; answers what it tried. */
export async function run({ count, seed }: { count: number | undefined; seed: number }): Promise<string> {
  const { histories, operations, refused, questions } = await playHistoriesInTenants({
    count: count ?? 10_000,
    seed: String(seed),
  })
  return `${histories} histories with ${operations} operations (${refused} refused by both), ${questions} questions answered alike`
}
