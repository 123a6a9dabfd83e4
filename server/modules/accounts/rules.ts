/** How failed sign-ins are slowed down. Customary numbers (rules L3, trust T24): settings of policy, not law. */
export interface LockoutPolicy {
  freeFailures: number
  firstBlockSeconds: number
  longestBlockSeconds: number
  windowSeconds: number
}

/** Five free tries in a quarter of an hour, then one minute, doubling up to half an hour. */
export const lockoutPolicy: LockoutPolicy = {
  freeFailures: 5,
  firstBlockSeconds: 60,
  longestBlockSeconds: 30 * 60,
  windowSeconds: 15 * 60,
}

/** Seconds a log-in stays shut after its n-th failure in the window; 0 while tries are free. */
export function blockSecondsAfter(failures: number, policy: LockoutPolicy): number {
  if (failures < policy.freeFailures) return 0
  return Math.min(
    policy.firstBlockSeconds * 2 ** (failures - policy.freeFailures),
    policy.longestBlockSeconds,
  )
}

/** Passwords are long rather than odd (ASVS 5.0, 6.2): 12 characters for officers, and not one everybody tries first. */
export const passwordMinLength = 12

/** Session limits: an officer's session ends after 3 idle hours or 12 hours in all (trust A4.8). */
export const sessionHours = 12
export const idleHours = 3
