import type { PointRefusal } from '#contract/funds-points.ts'
import type { Permission } from '#contract/permissions.ts'
import { canReach } from '#server/modules/access/index.ts'
import { whoServesThere } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, notFound, refuse } from '#server/platform/errors.ts'
import { handOf } from '../payments/policy.ts'

/** A step somebody wants to take about a point: by which power, whether it fits now, and whose hands it must not be. */
export interface PointStep {
  permission: Permission
  organisationId: string
  fits: boolean
  /** Real persons who took another of the steps. */
  hands: readonly string[]
}

/**
 * Why somebody may not take a step, or null. Granting, deciding and paying are three people, and so are reporting and reviewing, proposing and
 * designating two; none of them holds a post in the point or its union, nor does a declared near relative of theirs.
 */
export async function whyNotPoint(tx: Tx, actor: Actor, step: PointStep): Promise<PointRefusal> {
  if (!(await canReach(tx, { actor, permission: step.permission }, step.organisationId))) return 'no_power'
  if (!step.fits) return 'wrong_state'
  if (step.hands.includes(await handOf(tx, actor))) return 'same_hand'
  return (await whoServesThere(tx, actor.personId, step.organisationId)) === null ? null : 'own_unit'
}

/** Refuses a step that somebody may not take; out of reach is like "not there". */
export async function mustBeFitForPoint(tx: Tx, actor: Actor, step: PointStep): Promise<void> {
  const why = await whyNotPoint(tx, actor, step)
  if (why === 'no_power') {
    if (actor.grants.every(({ permission }) => permission !== step.permission)) forbidden()
    notFound()
  }
  if (why === 'wrong_state') conflict('points.moved_on')
  if (why === 'same_hand') refuse('points.same_hand')
  if (why === 'own_unit') refuse('points.own_unit')
}
