/** How guessing is slowed down (rule data `sign_in.guessing`). */
export interface GuessingRule {
  /** For one log-in from one address or known browser: free failures in the window, then a block that doubles. */
  pair: { free: number; windowSeconds: number; firstBlockSeconds: number; longestBlockSeconds: number }
  /** Failures of one log-in in a day, from all strange places together; and again from each known place. */
  perDay: number
  /** Failing log-ins from one address in the window before its strangers must keep a distance. */
  spraying: { logins: number; windowSeconds: number; distanceSeconds: number }
  /** Days for which a place where a log-in succeeded counts as known. */
  placeDays: number
}

/** One counter as it stands in the database; times in seconds of its clock. */
export interface Counter {
  failures: number
  windowStartedAt: number
  blockedUntil: number | null
  admittedAt: number | null
}

/** Whether an attempt may go on, and the counter after it; `waitSeconds` says how long not. */
export type Verdict = { admitted: true; counter: Counter } | { admitted: false; waitSeconds: number }

const daySeconds = 24 * 60 * 60

/** Seconds a log-in stays shut after its n-th failure in the window; 0 while tries are free. */
export function blockSecondsAfter(failures: number, rule: GuessingRule['pair']): number {
  if (failures < rule.free) return 0
  return Math.min(rule.firstBlockSeconds * 2 ** (failures - rule.free), rule.longestBlockSeconds)
}

/** One log-in from one place. The attempt counts as a failure until it has succeeded, so that attempts at the same moment count, too. */
export function attemptFromPlace(counter: Counter, now: number, rule: GuessingRule['pair']): Verdict {
  const waitSeconds = secondsUntil(counter.blockedUntil, now)
  if (waitSeconds > 0) return { admitted: false, waitSeconds }
  // A block that has just ended is part of the window: whoever waits it out goes on where they were.
  const quietSince = Math.max(counter.windowStartedAt, counter.blockedUntil ?? 0)
  const afresh = quietSince + rule.windowSeconds <= now
  const failures = afresh ? 1 : counter.failures + 1
  const block = blockSecondsAfter(failures, rule)
  return {
    admitted: true,
    counter: {
      failures,
      windowStartedAt: afresh ? now : counter.windowStartedAt,
      blockedUntil: block === 0 ? null : now + block,
      admittedAt: now,
    },
  }
}

/** One log-in in a day. */
export function attemptOfDay(counter: Counter, now: number, perDay: number): Verdict {
  const afresh = counter.windowStartedAt + daySeconds <= now
  if (!afresh && counter.failures >= perDay)
    return { admitted: false, waitSeconds: Math.ceil(counter.windowStartedAt + daySeconds - now) }
  return {
    admitted: true,
    counter: {
      failures: afresh ? 1 : counter.failures + 1,
      windowStartedAt: afresh ? now : counter.windowStartedAt,
      blockedUntil: null,
      admittedAt: now,
    },
  }
}

/**
 * An address from which many different log-ins fail: its strangers are let through one at a time, never shut out, because two thousand
 * phones of one factory may stand behind it. `isNewLogin`: this log-in has not failed here before in the window.
 */
export function attemptFromAddress(
  counter: Counter,
  now: number,
  { rule, newLogins }: { rule: GuessingRule['spraying']; newLogins: number },
): Verdict {
  const afresh = counter.windowStartedAt + rule.windowSeconds <= now
  const failures = afresh ? newLogins : counter.failures + newLogins
  const slowed = failures > rule.logins
  const waitSeconds =
    slowed && counter.admittedAt !== null ? secondsUntil(counter.admittedAt + rule.distanceSeconds, now) : 0
  if (waitSeconds > 0) return { admitted: false, waitSeconds }
  return {
    admitted: true,
    counter: {
      failures,
      windowStartedAt: afresh ? now : counter.windowStartedAt,
      blockedUntil: null,
      admittedAt: now,
    },
  }
}

function secondsUntil(instant: number | null, now: number): number {
  return instant === null ? 0 : Math.max(0, Math.ceil(instant - now))
}
