import { sql } from 'kysely'
import type { WeekExposure } from '#contract/matchmaking-suggestions.ts'
import { mustHave } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

interface Row {
  weekOn: string
  madeAt: Date
  most: number
  pairs: number
  learnt: boolean
  sides: { men: NonNullable<WeekExposure['men']>; women: NonNullable<WeekExposure['women']> }
}

/** How evenly people were shown, the newest week first, a year back. A side of fewer people than may be counted is left out. */
export async function listSuggestionWeeks(tx: Tx, actor: Actor): Promise<{ items: WeekExposure[] }> {
  mustHave(actor, 'matchmaking.manage')
  const smallest = await ruleFor<number>(tx, 'measures.smallest_count', actor.today)
  const { rows } = await sql<Row>`
    select week_on::text as "weekOn", made_at as "madeAt", most, pairs, model_id is not null as learnt, jsonb_build_object(
      'men', jsonb_build_object('people', men, 'withPartners', men_with_partners, 'neverShown', men_never_shown, 'gini', men_gini,
        'least', men_least, 'most', men_most),
      'women', jsonb_build_object('people', women, 'withPartners', women_with_partners, 'neverShown', women_never_shown, 'gini', women_gini,
        'least', women_least, 'most', women_most)) as sides
    from suggestion_weeks where tenant_id = ${tx.tenantId} order by week_on desc limit 52`.execute(tx)
  return {
    items: rows.map(({ sides: { men, women }, madeAt, pairs, ...week }) => ({
      ...week,
      madeAt: madeAt.toISOString(),
      pairs: pairs < smallest.value ? null : pairs,
      men: men.people < smallest.value ? null : men,
      women: women.people < smallest.value ? null : women,
    })),
  }
}
