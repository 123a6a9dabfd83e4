import { Turns, type TurnLimits } from '../turns.ts'
import type { Route } from './route.ts'

/** How much one process does at once, and how much may wait: beyond that a request is turned away (503) instead of waiting for ever. */
export interface Capacity {
  /** Requests of people and programs that are known. */
  known: TurnLimits
  /** Sign-in and whatever else comes before anybody is known: checking passwords must not keep those from working who are in. */
  unknown: TurnLimits
  /** Requests that are served many in one transaction: each only waits for its turn in it. */
  together: TurnLimits
  /** Files on their way in; they come as slowly as the line. */
  uploads: TurnLimits
}

/** Waiting takes a second at most while a process does some hundred requests a second on two cores; a password takes 40 ms. */
export const usualCapacity: Capacity = {
  known: { atOnce: 32, waiting: 300 },
  unknown: { atOnce: 16, waiting: 100 },
  together: { atOnce: 512, waiting: 6000 },
  uploads: { atOnce: 24, waiting: 0 },
}

/** The lanes of one process. */
export class Lanes {
  readonly #known: Turns
  readonly #unknown: Turns
  readonly #together: Turns
  readonly #uploads: Turns
  #refused = 0

  constructor({ known, unknown, together, uploads }: Capacity) {
    this.#known = new Turns(known)
    this.#unknown = new Turns(unknown)
    this.#together = new Turns(together)
    this.#uploads = new Turns(uploads)
  }

  /** How many wait now. */
  get waiting(): number {
    return this.#known.waiting + this.#unknown.waiting + this.#together.waiting + this.#uploads.waiting
  }

  /** How many were turned away since the start. */
  get refused(): number {
    return this.#refused
  }

  /** Does the work of a request when it is its turn. @throws AppError 'common.busy' (503). */
  async take<T>(route: Route, work: () => Promise<T>): Promise<T> {
    const lane = this.#laneOf(route)
    if (lane === null) return work()
    if (lane.isFull) this.#refused += 1
    return lane.take(work)
  }

  #laneOf({ kind, permission }: Route): Turns | null {
    // A stream of events holds nothing while it waits; how many one account may have is counted apart.
    if (kind === 'events') return null
    if (kind === 'upload') return this.#uploads
    if (kind === 'batched') return this.#together
    return permission === 'public' ? this.#unknown : this.#known
  }
}
