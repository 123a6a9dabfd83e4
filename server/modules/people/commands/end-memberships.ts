import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { EndingKind, MassChange } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MembershipValue } from '../memberships.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { selectPersons, type SelectedPerson } from '../selection.ts'
import { changeMany } from './change-many.ts'

type Input = InputOf<(typeof operations)['endMemberships']>

/**
 * Ends memberships from a day on: leavers, withdrawn, retired, deceased. `retained` ends nothing: the membership goes on in the same union
 * without dues and vote (C3).
 */
export async function endMemberships(tx: Tx, actor: Actor, input: Input): Promise<MassChange> {
  mustBeRealDays({ on: input.on })
  const selected = await selectPersons(tx, actor, { selection: input, on: input.on })
  return changeMany(tx, actor, {
    kind: input.kind,
    unionId: null,
    on: input.on,
    endReason: input.kind === 'retained' ? 'changed' : input.kind,
    selected,
    whyNot: (person) => whyNot(person, input.kind, input.on),
    become: (value) => becomes(value, input.kind),
  })
}

function becomes(value: MembershipValue, kind: EndingKind): MembershipValue | null {
  return kind === 'retained' ? { ...value, kind: 'retained' } : null
}

function whyNot({ current }: SelectedPerson, kind: EndingKind, on: string): string | null {
  if (current === undefined) return 'people.no_membership'
  // A membership that ends on its first day would leave no trace that it ever was.
  if (current.startsOn >= on) return 'people.began_later'
  if (kind === 'retained' && current.value.kind === 'retained') return 'people.already_retained'
  return null
}
