/** Pairs of people who must not share a table: they have met, or one of them has blocked the other. Nobody who reads it can tell which. */
export class Apart {
  readonly #others = new Map<string, Set<string>>()

  /** Adds a pair, in either order. */
  add(one: string, other: string): void {
    this.#add(one, other)
    this.#add(other, one)
  }

  /** Adds everybody who sits at one table with everybody else there. */
  addTable(people: readonly string[]): void {
    people.forEach((one, at) => {
      for (const other of people.slice(at + 1)) this.add(one, other)
    })
  }

  has(one: string, other: string): boolean {
    return this.#others.get(one)?.has(other) ?? false
  }

  /** Everybody this person is kept apart from. */
  from(one: string): ReadonlySet<string> {
    return this.#others.get(one) ?? nobody
  }

  #add(one: string, other: string): void {
    const others = this.#others.get(one)
    if (others === undefined) this.#others.set(one, new Set([other]))
    else others.add(other)
  }
}

const nobody: ReadonlySet<string> = new Set()
