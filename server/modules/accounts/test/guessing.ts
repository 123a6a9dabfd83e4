import { AppError } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { admitSignIn, attemptRefunded, attemptSucceeded, type Attempt, type Whence } from '../limits.ts'

/** From where a test guesses: address and browser may be left out. */
export type From = Partial<Whence> & { login: string }

/** What came of an attempt: let through, or refused by the code with the seconds to wait. */
export type Outcome = { attempt: Attempt } | { code: string; seconds: number }

/** One attempt that stays a failure. */
export async function fail(platform: Platform, from: From): Promise<Outcome> {
  try {
    const attempt = await admitSignIn(platform, { address: '203.0.113.1', deviceToken: null, ...from })
    return { attempt }
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'too_many') throw error
    return { code: error.code, seconds: Number(error.params.seconds) }
  }
}

/** One attempt with the right password; gives the token by which the browser is known from now on. */
export async function succeed(platform: Platform, from: From): Promise<Outcome & { deviceToken?: string }> {
  const outcome = await fail(platform, from)
  if (!('attempt' in outcome)) return outcome
  await attemptSucceeded(platform, outcome.attempt)
  return { ...outcome, deviceToken: outcome.attempt.deviceToken }
}

/** One attempt with the right password that is still asked for the second factor. */
export async function half(platform: Platform, from: From): Promise<Outcome> {
  const outcome = await fail(platform, from)
  if ('attempt' in outcome) await attemptRefunded(platform, outcome.attempt)
  return outcome
}

/** How many of the outcomes were let through. */
export function admittedOf(outcomes: readonly Outcome[]): number {
  return outcomes.filter((outcome) => 'attempt' in outcome).length
}
