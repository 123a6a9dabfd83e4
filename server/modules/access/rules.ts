import type { Permission } from '#contract/permissions.ts'
import type { Actor, Grant } from '#server/platform/actor.ts'

/** Where something stands in the tree today: its organisation and every organisation that leads it, itself included. */
export interface Place {
  organisationId: string
  ancestorIds: ReadonlySet<string>
}

/** The organisations one permission covers: whole tenant, or some subtrees and some single units. Empty means nothing. */
export interface Scope {
  wholeTenant: boolean
  subtreeIds: readonly string[]
  unitIds: readonly string[]
}

/** Grants of this permission that hold today. Grants of other appointments of the same person are never among them. */
export function grantsOf(actor: Actor, permission: Permission): Grant[] {
  return actor.grants.filter((grant) => grant.permission === permission && holdsOn(grant, actor.today))
}

/** Whether the actor has the function at all, anywhere: what a route asks before any row is read. */
export function may(actor: Actor, permission: Permission): boolean {
  return grantsOf(actor, permission).length > 0
}

/** Whether one of the grants reaches this place. Default: no. */
export function reaches(actor: Actor, permission: Permission, place: Place): boolean {
  return grantsOf(actor, permission).some((grant) => grantReaches(grant, place))
}

/** What is asked for: a permission, and where. `place` is undefined when no place was named, null when there is none such. */
export interface Asked {
  permission: Permission
  place: Place | null | undefined
}

/** Whether an actor may do what is asked. */
export function allows(actor: Actor, { permission, place }: Asked): boolean {
  if (grantsOf(actor, permission).length === 0) return false
  return place === undefined || (place !== null && reaches(actor, permission, place))
}

/** Everything the permission covers, for the where clause of lists, counts, pickers, searches and exports. */
export function scopeOf(actor: Actor, permission: Permission): Scope {
  const grants = grantsOf(actor, permission)
  const idsOf = (reach: Grant['reach']) => [
    ...new Set(grants.filter((grant) => grant.reach === reach).map((grant) => grant.organisationId)),
  ]
  return {
    wholeTenant: grants.some((grant) => grant.reach === 'tenant'),
    subtreeIds: idsOf('subtree'),
    unitIds: idsOf('unit'),
  }
}

/** A grant holds from its first day to the day before `endsBefore`. */
export function holdsOn(grant: Pick<Grant, 'startsOn' | 'endsBefore'>, day: string): boolean {
  return grant.startsOn <= day && (grant.endsBefore === null || day < grant.endsBefore)
}

function grantReaches(grant: Grant, place: Place): boolean {
  switch (grant.reach) {
    case 'tenant':
      return true
    case 'subtree':
      return place.ancestorIds.has(grant.organisationId)
    case 'unit':
      return place.organisationId === grant.organisationId
    case 'self':
      return false
  }
}

/** What a program may do that works as the actor by a token: of the appointment's powers those that were named, and nothing of the person's own. */
export function asProgram(actor: Actor, token: { id: string; permissions: readonly string[] }): Actor {
  return {
    ...actor,
    tokenId: token.id,
    grants: actor.grants.filter(
      (grant) => grant.source !== 'person' && token.permissions.includes(grant.permission),
    ),
  }
}

/**
 * Whether the actor may pass this permission on for a place: it is one that may leave its holder's hands, it follows from the post itself
 * (what was passed on goes no further), and the place lies within it. A whole subtree needs a grant that reaches one.
 */
export function mayPassOn(
  actor: Actor,
  passed: { permission: Permission; place: Place; reach: 'unit' | 'subtree' },
  passable: ReadonlySet<string>,
): boolean {
  if (actor.appointment === null || actor.appointment.acting || !passable.has(passed.permission)) return false
  return grantsOf(actor, passed.permission).some(
    (grant) =>
      grant.source === 'post' &&
      (grant.reach === 'subtree' || (grant.reach === 'unit' && passed.reach === 'unit')) &&
      grantReaches(grant, passed.place),
  )
}
