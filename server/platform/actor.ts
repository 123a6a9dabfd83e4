import type { Permission } from '#contract/permissions.ts'

/** How far a grant reaches: oneself, one unit, everything the unit leads, or the whole tenant (separate administrators only). */
export type Reach = 'self' | 'unit' | 'subtree' | 'tenant'

/** One power in force today, and where it comes from. */
export interface Grant {
  permission: Permission
  reach: Reach
  organisationId: string
  source: 'post' | 'delegation' | 'person'
  startsOn: string
  endsBefore: string | null
  /** The delegation it comes from; null for powers of the post and of everybody. */
  delegationId: string | null
}

/** The appointment somebody works as. */
export interface ActingAs {
  id: string
  post: string
  organisationId: string
  organisationName: string
  startsOn: string
  endsBefore: string | null
  fullTime: boolean
  /** Whether it stands in for another appointment for a while (代理). */
  acting: boolean
}

/** Who does something: a person, signed in, working as one appointment (or none), with exactly that appointment's grants. */
export interface Actor {
  tenantId: string
  sessionId: string
  accountId: string
  personId: string
  appointment: ActingAs | null
  grants: readonly Grant[]
  /** The token a program came with instead of a session, or null: its grants are among those of the appointment. */
  tokenId: string | null
  /** Today by the database's clock. */
  today: string
  /** What the session must do before anything else: change a password made by others, or set up the second factor. */
  signInDue: 'password' | 'second_factor' | null
}
