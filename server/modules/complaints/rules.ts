import { randomInt } from 'node:crypto'
import type { ComplaintState } from '#contract/complaints.ts'

/** What can happen to a complaint. */
export type Act = 'filed' | 'answered' | 'not_satisfied' | 'satisfied' | 'identity_revealed'

/** How a complaint stands after what happened to it; looking at an identity changes nothing. */
export function stateAfter(acts: readonly Act[]): ComplaintState {
  const last = acts.findLast((act) => act !== 'identity_revealed')
  if (last === 'answered') return 'answered'
  return last === 'satisfied' ? 'closed' : 'waiting'
}

// Without letters and digits that are mistaken for each other on paper and on the phone.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A receipt number to write down; it tells neither how many complaints there are nor when. */
export function newReceiptNo(): string {
  const some = (count: number) =>
    Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
  return `TS-${some(4)}-${some(4)}`
}

/** An organisation above another one, and whether somebody there handles complaints. */
export interface Above {
  organisationId: string
  handles: boolean
}

/** Who answers: the nearest above where somebody handles complaints, otherwise the highest above; null when nothing stands above. */
export function handlerAmong(above: readonly Above[]): string | null {
  return (above.find((each) => each.handles) ?? above.at(-1))?.organisationId ?? null
}
