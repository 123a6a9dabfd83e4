import { AppError } from './errors.ts'

/** How much runs at once and how much may wait for its turn; whatever comes beyond is turned away at once. */
export interface TurnLimits {
  atOnce: number
  waiting: number
}

/** Seconds after which somebody who was turned away may try again. */
const retrySeconds = 2

/** Bounded work: a few at once, a few in line, and no queue that grows without end. */
export class Turns {
  readonly #limits: TurnLimits
  readonly #line: (() => void)[] = []
  #running = 0

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /** How many wait now. */
  get waiting(): number {
    return this.#line.length
  }

  /** Whether whoever comes now is turned away. */
  get isFull(): boolean {
    return this.#running >= this.#limits.atOnce && this.#line.length >= this.#limits.waiting
  }

  /** Runs the work when it is its turn. @throws AppError 'common.busy' (503) when too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.#begin()
    try {
      return await work()
    } finally {
      this.#end()
    }
  }

  #begin(): Promise<void> | undefined {
    if (this.#running < this.#limits.atOnce) {
      this.#running += 1
      return
    }
    if (this.isFull) throw new AppError('unavailable', 'common.busy', { seconds: retrySeconds })
    return new Promise((resolve) => this.#line.push(resolve))
  }

  // The place goes straight to the next in line, so nobody who comes now gets ahead of it.
  #end(): void {
    const next = this.#line.shift()
    if (next === undefined) this.#running -= 1
    else next()
  }
}
