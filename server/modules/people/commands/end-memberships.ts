import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { EndingKind, EndsAlso, MassChange } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MembershipValue } from '../memberships.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { selectPersons, type SelectedPerson } from '../selection.ts'
import { atOnce, changeMany, type ManyChange } from './change-many.ts'
import { isForBackground, orderMassChange } from './order-mass-change.ts'

type Input = InputOf<(typeof operations)['endMemberships']>

/**
 * Ends memberships from a day on: leavers, withdrawn, retired, deceased. `retained` ends nothing: the membership goes on in the same union
 * without dues and vote (C3); `restored` makes it a full one again. So many that nobody can wait for are left to a job.
 */
export async function endMemberships(tx: Tx, actor: Actor, input: Input): Promise<MassChange> {
  mustBeRealDays({ on: input.on })
  const selected = await selectPersons(tx, actor, { selection: input, on: input.on })
  const ending = { kind: input.kind, on: input.on, endsAlso: input.endsAlso ?? [] }
  if (await isForBackground(tx, actor, selected.length))
    return orderMassChange(tx, actor, {
      ...ending,
      unionId: null,
      personIds: selected.map(({ personId }) => personId),
    })
  return endSelected(tx, actor, { ...ending, selected, run: atOnce })
}

/** What happens to whom, and how it is carried out. */
export interface Ending {
  kind: EndingKind
  on: string
  endsAlso: readonly EndsAlso[]
  selected: readonly SelectedPerson[]
  run: ManyChange['run']
}

/** Ends or keeps the memberships of persons who are selected and locked. */
export async function endSelected(tx: Tx, actor: Actor, ending: Ending): Promise<MassChange> {
  const { kind, on } = ending
  const goesOn = kind === 'retained' || kind === 'restored'
  return changeMany(tx, actor, {
    ...ending,
    unionId: null,
    endReason: goesOn ? 'changed' : kind,
    whyNot: (person) => whyNotEnd(person, { kind, on }),
    become: (value) => becomes(value, kind),
  })
}

function becomes(value: MembershipValue, kind: EndingKind): MembershipValue | null {
  if (kind === 'retained') return { ...value, kind: 'retained' }
  return kind === 'restored' ? { ...value, kind: 'member' } : null
}

/** Code of the sentence why this cannot happen to somebody; null when it can. */
export function whyNotEnd(
  { current }: SelectedPerson,
  { kind, on }: { kind: EndingKind; on: string },
): string | null {
  if (current === undefined) return 'people.no_membership'
  // A membership that ends on its first day would leave no trace that it ever was.
  if (current.startsOn >= on) return 'people.began_later'
  if (kind === 'retained' && current.value.kind === 'retained') return 'people.already_retained'
  return kind === 'restored' && current.value.kind === 'member' ? 'people.not_retained' : null
}
