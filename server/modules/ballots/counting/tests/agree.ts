import { isDeepStrictEqual } from 'node:util'
import { countBallots, type ToCount } from '../count.ts'
import type { CountResult } from '../result.ts'
import { secondCount } from './second-counter.ts'

/** What both counters say of one election, or throws with the election where they do not agree. */
export function countedTwice(election: ToCount): CountResult {
  const first = countBallots(election)
  const second = secondCount(election)
  const same = isDeepStrictEqual(
    {
      outcome: first.outcome,
      valid: first.valid,
      voidBy: first.voidBy,
      yes: Object.fromEntries(first.tallies.map(({ name, yes }) => [name, yes])),
      outcomes: Object.fromEntries(first.tallies.map(({ name, outcome }) => [name, outcome])),
    },
    second,
  )
  if (!same) throw new Error(`the counters differ: ${JSON.stringify({ election, first, second })}`)
  return first
}
