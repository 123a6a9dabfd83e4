import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../errors.ts'
import type { ServerEvent } from './route.ts'

/** How streams of events are kept in bounds. */
export interface StreamLimits {
  /** Open at once for one account in one process: tabs of a browser, not more. */
  perAccount: number
  /** Seconds between a word that keeps proxies from closing a quiet stream, and a look whether the session still holds. */
  checkedEverySeconds: number
}

export const usualStreamLimits: StreamLimits = { perAccount: 6, checkedEverySeconds: 3 }

/** The streams that are open in this process. */
export class EventStreams {
  readonly #limits: StreamLimits
  readonly #open = new Map<string, number>()

  constructor(limits: StreamLimits) {
    this.#limits = limits
  }

  /**
   * The events as text, for as long as they come and the session holds: signing out, or working as another appointment, ends the stream within
   * seconds. @throws AppError 'common.too_many_streams' (429) when the account has too many open.
   */
  open(accountId: string, stream: OpenStream): AsyncGenerator<string> {
    const count = this.#open.get(accountId) ?? 0
    if (count >= this.#limits.perAccount)
      throw new AppError('too_many', 'common.too_many_streams', { seconds: 5 })
    this.#open.set(accountId, count + 1)
    return textOf(stream, this.#limits.checkedEverySeconds * 1000)
  }

  /** How many streams are open in this process. */
  get count(): number {
    return [...this.#open.values()].reduce((sum, each) => sum + each, 0)
  }

  /** Gives the place of a stream back; called once, when its connection has ended. */
  close(accountId: string): void {
    const count = (this.#open.get(accountId) ?? 1) - 1
    if (count > 0) this.#open.set(accountId, count)
    else this.#open.delete(accountId)
  }
}

/** Where the events come from, and what is asked before any of them goes out. */
export interface OpenStream {
  events: (signal: AbortSignal) => AsyncIterable<ServerEvent>
  stillHolds: () => Promise<boolean>
}

async function* textOf(
  { events, stillHolds }: OpenStream,
  pauseMilliseconds: number,
): AsyncGenerator<string> {
  const stop = new AbortController()
  const source = events(stop.signal)[Symbol.asyncIterator]()
  let next = source.next()
  try {
    for (;;) {
      const came = await withinPause(next, pauseMilliseconds)
      if (came?.done === true) return
      // Asked before anything is sent, and again when nothing came: what the session may not see any more does not go out.
      if (!(await stillHolds())) return
      if (came === null) yield ': still here\n\n'
      else {
        yield `event: ${came.value.name}\ndata: ${JSON.stringify(came.value.data)}\n\n`
        next = source.next()
      }
    }
  } finally {
    stop.abort()
    next.catch(() => undefined)
  }
}

/** What comes within the pause, or null. */
async function withinPause<T>(coming: Promise<T>, milliseconds: number): Promise<T | null> {
  const over = new AbortController()
  const pause = sleep(milliseconds, null, { signal: over.signal }).catch(() => null)
  return Promise.race([coming, pause]).finally(() => over.abort())
}
