import type { ApprovalState } from '#contract/approvals.ts'

/** An act, and the step that waits after it. */
export interface LastAct {
  act: 'submitted' | 'returned' | 'withdrawn' | 'approved' | 'refused'
  waitsFor: number | null
}

/** How a request stands after its last act: an approval that leaves a step open waits for that step. */
export function stateAfter({ act, waitsFor }: LastAct): ApprovalState {
  if (waitsFor !== null) return 'waiting'
  return act === 'submitted' ? 'waiting' : act
}

/** The step that waits after an approval of step `step` of `steps`; null when all have signed. */
export function stepAfter(step: number, steps: number): number | null {
  return step < steps ? step + 1 : null
}

/** Why somebody may not sign: it is their own or about themselves, or they have signed another step already. Null: they may. */
export function whyNotSign(
  signer: string,
  request: { askedBy: string; personId: string | null; signedBy: readonly string[] },
): 'own' | 'signed_before' | null {
  if (signer === request.askedBy || signer === request.personId) return 'own'
  return request.signedBy.includes(signer) ? 'signed_before' : null
}
