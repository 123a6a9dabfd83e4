import type { Permission } from '#contract/permissions.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, notFound, refuse } from '#server/platform/errors.ts'
import { handOf } from '../payments/policy.ts'
import type { ContributionHead } from './queries/find-contribution.ts'

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
