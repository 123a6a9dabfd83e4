import { useState } from 'react'
import { CallError } from '../../kit/call-error.ts'
import { call } from '../../kit/call.ts'

interface Asking {
  given: () => void
  left: (error: Error) => void
}

/** The person did not give the password again: nothing was changed. */
export class PasswordNotGiven extends Error {}

/**
 * Runs changes of sign-in itself: where the server asks for the password once more, `asking` is set until `give` or `leave` is called, and the
 * change is then tried again.
 */
export function usePasswordAgain() {
  const [asking, setAsking] = useState<Asking>()
  async function run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'sessions.password_again') throw error
    }
    await new Promise<void>((given, left) => setAsking({ given, left }))
    return work()
  }
  return {
    asking: asking !== undefined,
    run,
    async give(password: string): Promise<void> {
      await call('confirmOwnPassword', { password })
      setAsking(undefined)
      asking?.given()
    },
    leave(): void {
      setAsking(undefined)
      asking?.left(new PasswordNotGiven())
    },
  }
}
