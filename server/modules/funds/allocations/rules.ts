import type { AllocationClass } from '#contract/funds-allocations.ts'
import { shareOut } from '#contract/share-out.ts'

/** A union that takes part, with its class and its workers on the day. */
export interface Candidate {
  unionId: string
  class: string
  workers: number
}

/** What a union gets. */
export interface AllocationShare extends Candidate {
  weight: number
  amountFen: number
}

/** The class of a union as the register has it: the first that fits; the rule names the narrowest first. Null: none fits. */
export function classOf(
  { isTwoNew, workers }: { isTwoNew: boolean; workers: number },
  classes: readonly AllocationClass[],
): string | null {
  const fits = classes.find(
    (row) =>
      (row.isTwoNew === undefined || row.isTwoNew === isTwoNew) &&
      (row.mostWorkers === undefined || workers <= row.mostWorkers),
  )
  return fits?.class ?? null
}

/** What is wrong with the unions of an allocation; null: each stands once, has a class that the rule weighs, and workers. */
export function allocationFault(
  candidates: readonly Candidate[],
  classes: readonly AllocationClass[],
): 'allocations.union_twice' | 'allocations.unknown_class' | 'allocations.no_workers' | null {
  if (new Set(candidates.map(({ unionId }) => unionId)).size < candidates.length)
    return 'allocations.union_twice'
  if (candidates.some((one) => !classes.some((row) => row.class === one.class)))
    return 'allocations.unknown_class'
  return candidates.some(({ workers }) => workers <= 0) ? 'allocations.no_workers' : null
}

/** A sum shared among unions by their workers, weighed by their class, to the fen (largest remainder; the first named where two are alike). */
export function allocate<One extends Candidate>(
  totalFen: number,
  candidates: readonly One[],
  classes: readonly AllocationClass[],
): (One & AllocationShare)[] {
  const weighed = candidates.map((one) => ({
    ...one,
    weight: one.workers * classes.find((row) => row.class === one.class)!.weight,
  }))
  const sums = shareOut(
    totalFen,
    weighed.map(({ weight }) => weight),
  )
  return weighed.map((one, at) => ({ ...one, amountFen: sums[at]! }))
}

/** What of the money spent went directly to workers, in basis points and rounded down; null where nothing was spent. */
export function directShare({
  spentFen,
  onWorkersFen,
}: {
  spentFen: number
  onWorkersFen: number
}): number | null {
  return spentFen === 0 ? null : Number((BigInt(onWorkersFen) * 10_000n) / BigInt(spentFen))
}
