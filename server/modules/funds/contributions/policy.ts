import type { ContributionRefusal } from '#contract/funds-contributions.ts'
import type { Permission } from '#contract/permissions.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, notFound, refuse } from '#server/platform/errors.ts'
import { handOf } from '../payments/policy.ts'
import type { ContributionHead } from './queries/find-contribution.ts'

/** Why somebody may not withdraw a contribution or book its money, or null. */
export async function whyNotContribution(
  tx: Tx,
  actor: Actor,
  contribution: ContributionHead,
): Promise<{ withdraw: ContributionRefusal; book: ContributionRefusal }> {
  const { organisationId, receivedFen, passedOnFen } = contribution
  const reaches = (permission: Permission) => canReach(tx, { actor, permission }, organisationId)
  const isSameHand = contribution.recordedByPerson === (await handOf(tx, actor))
  return {
    withdraw: !(await reaches('funds.write'))
      ? 'no_power'
      : receivedFen > 0 || passedOnFen > 0
        ? 'money_moved'
        : null,
    book: !(await reaches('funds.pay')) ? 'no_power' : isSameHand ? 'same_hand' : null,
  }
}

/** Refuses somebody who has not the power (403) or whom the contribution lies out of reach of (404, like "not there"), and one that was withdrawn (409). */
export async function mustHandle(
  tx: Tx,
  { actor, permission }: { actor: Actor; permission: Permission },
  contribution: ContributionHead,
): Promise<void> {
  if (!(await canReach(tx, { actor, permission }, contribution.organisationId))) {
    if (actor.grants.every((grant) => grant.permission !== permission)) forbidden()
    notFound()
  }
  if (contribution.isWithdrawn) conflict('contributions.moved_on')
}

/** Whoever recorded the base does not book its money. */
export async function mustBeAnotherHand(tx: Tx, actor: Actor, contribution: ContributionHead): Promise<void> {
  if (contribution.recordedByPerson === (await handOf(tx, actor))) refuse('contributions.same_hand')
}
