import { shareOut } from '../splits/share-out.ts'

/** What a union of a class gets for each worker, against the others: dated data. */
export interface ClassWeight {
  class: string
  weight: number
}

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

/** What is wrong with the unions of an allocation; null: each stands once, has a class that the rule weighs, and workers. */
export function allocationFault(
  candidates: readonly Candidate[],
  classes: readonly ClassWeight[],
): 'allocations.union_twice' | 'allocations.unknown_class' | 'allocations.no_workers' | null {
  if (new Set(candidates.map(({ unionId }) => unionId)).size < candidates.length)
    return 'allocations.union_twice'
  if (candidates.some((one) => !classes.some((row) => row.class === one.class)))
    return 'allocations.unknown_class'
  return candidates.some(({ workers }) => workers <= 0) ? 'allocations.no_workers' : null
}

/** A sum shared among unions by their workers, weighed by their class, to the fen (largest remainder; the first named where two are alike). */
export function allocate(
  totalFen: number,
  candidates: readonly Candidate[],
  classes: readonly ClassWeight[],
): AllocationShare[] {
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
