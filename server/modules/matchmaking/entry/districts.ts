import { ruleFor } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A district a profile can name. */
export interface District {
  code: string
  zh: string
  en: string
}

/** The districts where the tenant lies, by rule; empty where nobody has listed them yet: then any division code is taken. */
export async function districtsOf(tx: Tx): Promise<District[]> {
  const { value } = await ruleFor<[string, string, string][]>(tx, 'matchmaking.districts', await today(tx))
  return value.map(([code, zh, en]) => ({ code, zh, en }))
}
