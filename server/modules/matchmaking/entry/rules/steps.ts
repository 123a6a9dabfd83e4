import { entrySteps } from '#contract/matchmaking-entry.ts'

/** The reasons of a refusal in the order of the steps of entry: each code, and the step that is to be taken. */
const stepOfRefusal = {
  'matchmaking.not_member': 'membership',
  'matchmaking.no_card': 'membership',
  'matchmaking.not_employed': 'membership',
  'matchmaking.age_unknown': 'membership',
  'matchmaking.too_young': 'membership',
  'matchmaking.no_consent': 'consent',
  'matchmaking.no_declaration': 'declaration',
  'matchmaking.not_attested': 'attestation',
} as const

/** The step at which somebody stands who is refused with this code; null: no step of theirs would help. */
export function stepToTake(refusal: string): EntryStep | null {
  return (stepOfRefusal as Record<string, EntryStep>)[refusal] ?? null
}

type EntryStep = (typeof entrySteps)[number]

/** Each step of entry by what is behind somebody: everything before the refusal is done, that step is next (or waits for the unit), the rest comes later. */
export function entryStates(stand: {
  refusal: string | null
  waitsForUnit: boolean
  hasProfile: boolean
}): { step: EntryStep; state: 'done' | 'next' | 'waiting' | 'later' | 'refused' }[] {
  const at = stand.refusal === null ? null : stepToTake(stand.refusal)
  const stopped = stand.refusal !== null && at === null
  const standing = at === null ? 'profile' : at
  return entrySteps.map((step) => {
    const before = entrySteps.indexOf(step) - entrySteps.indexOf(standing)
    if (before < 0) return { step, state: 'done' }
    if (before > 0) return { step, state: 'later' }
    if (step === 'profile' && stand.hasProfile) return { step, state: 'done' }
    if (stopped || step === 'membership') return { step, state: 'refused' }
    return { step, state: step === 'attestation' && stand.waitsForUnit ? 'waiting' : 'next' }
  })
}
