import { refuse } from '#server/platform/errors.ts'

/** Refuses to spend what is not there: 422 with what is left. */
export function mustHaveLeft({ availableFen }: { availableFen: number }, amountFen: number): void {
  if (amountFen > availableFen) refuse('funds.overdrawn', { availableFen, amountFen })
}
