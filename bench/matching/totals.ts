import { randomFrom } from '#tools/generate/random.ts'
import { atRandom, captured, type Scheduler } from './capture.ts'
import type { Evening } from './read-events.ts'

/** Mutual matches captured on all evenings together. */
export async function total(
  evenings: readonly Evening[],
  budget: number,
  scheduler: Scheduler,
): Promise<number> {
  let sum = 0
  for (const evening of evenings) sum += await captured(evening, budget, scheduler)
  return sum
}

/** What chance captures on all evenings together: the mean of so many runs. */
export async function randomTotal(
  evenings: readonly Evening[],
  budget: number,
  runs: number,
): Promise<number> {
  let sum = 0
  for (let seed = 1; seed <= runs; seed++)
    sum += await total(evenings, budget, atRandom(randomFrom(seed).unit))
  return sum / runs
}

/** The same evenings with everybody in another order: ties fall by it. */
export function inOrder(evenings: readonly Evening[], seed: number): Evening[] {
  const random = randomFrom(seed)
  return evenings.map((each) => ({
    ...each,
    men: random.shuffle([...each.men]),
    women: random.shuffle([...each.women]),
  }))
}
