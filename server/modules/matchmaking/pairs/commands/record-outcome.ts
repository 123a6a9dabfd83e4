import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { endHidingsOf, hideProfilesOf } from '../../entry/store.ts'
import { deleteOpenCouple, lockCouple, openCouplesOf } from '../couple-store.ts'
import { mustSeeInterest } from '../own-interest.ts'
import { noteOutcome } from '../note-outcome.ts'

/**
 * What became of a pair, as one of the two says. Only a couple can marry or end; ending needs one alone, and what was counted stays counted.
 * A profile that was hidden for the couple stays hidden until its owner shows it again.
 */
export async function recordOutcome(
  tx: Tx,
  actor: Actor,
  input: {
    interestId: string
    outcome: 'contact' | 'dating' | 'married' | 'ended'
    happenedOn: string | null
  },
): Promise<Record<string, never>> {
  const happenedOn = input.happenedOn ?? actor.today
  if (happenedOn > actor.today) invalid([{ path: 'happenedOn', code: 'people.date_in_future' }])
  const interest = await mustSeeInterest(tx, actor, input.interestId)
  if (input.outcome === 'married' || input.outcome === 'ended') {
    const couple = await lockCouple(tx, interest)
    const isOpen = (await openCouplesOf(tx, [interest.selfId])).get(interest.selfId) === couple.id
    if (!isOpen) refuse('matchmaking.no_couple')
    if (input.outcome === 'married') await hideProfilesOf(tx, interest.persons, 'married')
    else {
      await deleteOpenCouple(tx, couple)
      await hideProfilesOf(tx, interest.persons, 'own_wish')
      for (const reason of ['couple', 'married'] as const) await endHidingsOf(tx, interest.persons, reason)
    }
  }
  await noteOutcome(tx, {
    persons: interest.persons,
    outcome: input.outcome,
    happenedOn,
    by: { personId: interest.selfId },
    organisationId: interest.organisationId,
  })
  await audit(tx, actor, 'matchmaking.outcome_recorded', {
    kind: 'interest',
    id: interest.interestId,
    organisationId: interest.organisationId,
    params: { outcome: input.outcome },
  })
  return {}
}
