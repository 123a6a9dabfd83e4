import { refuse } from '#server/platform/errors.ts'
import { yuanOf } from '../yuan.ts'

/** Refuses to spend what is not there: 422 with what is left. */
export function mustHaveLeft({ availableFen }: { availableFen: number }, amountFen: number): void {
  if (amountFen > availableFen)
    refuse('funds.overdrawn', { available: yuanOf(availableFen), amount: yuanOf(amountFen) })
}
