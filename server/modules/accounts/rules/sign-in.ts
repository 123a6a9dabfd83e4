import type { Permission } from '#contract/permissions.ts'

/** What somebody is to sign-in: the strongest of the posts they hold today decides, whichever is in use. */
export type AccountKind = 'worker' | 'officer' | 'administrator'

/** The sign-in rules of a tenant: one of the presets, as rule data (`sign_in.asvs`, `sign_in.dengbao`). */
export interface SignInRule {
  /** Fewest characters of a password. */
  shortest: Record<AccountKind, number>
  /** How many of small letters, capitals, digits and others a password must mix; 0: none asked (ASVS 6.2.5). */
  kindsOfCharacters: number
  /** How many passwords of before are refused. */
  previousRefused: number
  /** Days after which a password must be changed; null: never. */
  passwordDays: number | null
  /** Minutes without a request after which a session ends. */
  idleMinutes: Record<AccountKind, number>
  /** Hours after which a session ends in any case. */
  longestHours: Record<AccountKind, number>
  /** Whether signing in ends the other sessions of the account. */
  oneSession: Record<AccountKind, boolean>
  /** For how long after the password was given sign-in itself may be changed without asking for it again. */
  passwordAgainMinutes: number
}

/** What a session must do before anything else. */
export type SignInDue = 'password' | 'second_factor'

// Seeing no other person and no money: everything else asks for a second factor (ASVS 6.3.3), so a new permission does from its first day.
const harmless: ReadonlySet<Permission> = new Set([
  'own.read',
  'own.write',
  'organisations.read',
  'figures.read',
  'inbox.read',
])

/** Whether an appointment's powers show other people's data or money, or run the system: then the password alone is not enough. */
function needsSecondFactor(permissions: Iterable<Permission>): boolean {
  for (const permission of permissions) if (!harmless.has(permission)) return true
  return false
}

/** What the session must do first: change a password that is not its own, then set up the second factor where the powers ask for it. */
export function signInDueOf(session: {
  passwordDue: string | null
  secondFactor: string | null
  tenantKind: string
  permissions: Iterable<Permission>
}): SignInDue | null {
  if (session.passwordDue !== null) return 'password'
  if (session.tenantKind !== 'real' || session.secondFactor !== null) return null
  return needsSecondFactor(session.permissions) ? 'second_factor' : null
}
