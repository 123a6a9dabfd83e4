import type { TransferSide, TransferState } from '#contract/people-transfers.ts'

/** What the rules ask of a transfer. */
export interface TransferFacts {
  state: TransferState
  askedBy: TransferSide
}

/** A step that somebody takes; the others happen by themselves. */
export type TakenStep = 'released' | 'accepted' | 'refused' | 'withdrawn'

/** Whether a transfer still waits for somebody. */
export function isOpen(state: TransferState): boolean {
  return state === 'requested' || state === 'released'
}

/** The side whose step this would be: whoever asked takes back, the union that is waited for refuses. */
export function sideOf(step: TakenStep, { state, askedBy }: TransferFacts): TransferSide | null {
  switch (step) {
    case 'released':
      return 'union_of_today'
    case 'accepted':
      return 'union_to_come'
    case 'withdrawn':
      return askedBy
    case 'refused':
      return waitsFor(state)
  }
}

/** Whether the step may follow now. */
export function mayFollow(step: TakenStep, { state }: Pick<TransferFacts, 'state'>): boolean {
  if (step === 'released') return state === 'requested'
  return step === 'accepted' ? state === 'released' : isOpen(state)
}

/** Whose answer is waited for: first the union of today lets go, then the union to come takes in (C2); null at its end. */
function waitsFor(state: TransferState): 'union_of_today' | 'union_to_come' | null {
  if (state === 'requested') return 'union_of_today'
  return state === 'released' ? 'union_to_come' : null
}
