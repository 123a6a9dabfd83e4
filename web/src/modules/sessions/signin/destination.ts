import type { Me } from '#contract/sessions.ts'

/**
 * Where to go after signing in: the page asked for when it is one of ours, else the console for who holds an appointment and the
 * phone for everybody else. An officer without the second factor sets it up first.
 */
export function destinationOf(me: Pick<Me, 'appointments' | 'secondFactorDue'>, next: string | null): string {
  if (me.secondFactorDue) return '/console/two-step'
  if (next && isOurs(next)) return next
  return me.appointments.length > 0 ? '/console' : '/me'
}

// Anything else (`//evil`, `https:`, `/\evil`) would let a link send people away after they signed in.
function isOurs(next: string): boolean {
  return /^\/(console|me)(\/[\w\-/]*)?(\?[\w\-=&%+.,]*)?$/.test(next)
}
