/** Dues are this part of a wage; what is below a whole step of it does not count (D5). */
export interface DuesRate {
  basisPoints: number
  stepFen: number
}

/** The dues on one wage, in whole fen rounded down. A wage that is not whole fen, or below zero, is thrown back. */
export function duesOn(wageFen: number, { basisPoints, stepFen }: DuesRate): number {
  if (!Number.isSafeInteger(wageFen) || wageFen < 0) throw new RangeError('a wage is whole fen')
  const counted = wageFen - (wageFen % stepFen)
  return Number((BigInt(counted) * BigInt(basisPoints)) / 10_000n)
}

/** The dues on all of them. */
export function duesOnAll(wagesFen: readonly number[], rate: DuesRate): number {
  return wagesFen.reduce((so, wageFen) => so + duesOn(wageFen, rate), 0)
}
