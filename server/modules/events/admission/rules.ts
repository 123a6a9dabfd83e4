/** What places are counted by. */
export type Dimension = 'sex' | 'unit' | 'age_band' | 'first_timer'

/** What admission needs to know of somebody: facts of the day they registered. */
export interface Facts {
  sex: 'male' | 'female'
  unionId: string
  ageBand: string
  firstTimer: boolean
  /** 2: stayed away lately without a reason; comes later in a draw and takes no reserved place. */
  turn: 1 | 2
}

/** At most so many of a group, or so many kept for it. `each` stands for every single unit. */
export interface Quota {
  kind: 'cap' | 'reserve'
  dimension: Dimension
  value: string
  places: number
}

/** How the sexes shall balance: of `male` to `female`, one side ahead by `tolerance` persons at most. */
export interface Balance {
  male: number
  female: number
  tolerance: number
}

/** The limits in force at a moment: after the release there is no balance any more, and nothing is reserved. */
export interface Limits {
  capacity: number
  quotas: readonly Quota[]
  balance: Balance | null
}

/** Places taken (admitted or offered), in all and by group. A group nobody belongs to has no key. */
export class Taken {
  total: number
  readonly #groups: Map<string, number>

  constructor(total: number, groups: Iterable<readonly [key: string, taken: number]> = []) {
    this.total = total
    this.#groups = new Map(groups)
  }

  of(dimension: Dimension, value: string): number {
    return this.#groups.get(groupKey(dimension, value)) ?? 0
  }

  /** Counts somebody who takes a place (1) or gives one back (-1). */
  count(facts: Facts, by: 1 | -1): void {
    this.total += by
    for (const [dimension, value] of groupsOf(facts)) {
      const key = groupKey(dimension, value)
      this.#groups.set(key, (this.#groups.get(key) ?? 0) + by)
    }
  }

  /** Every group that was ever counted. */
  groups(): { dimension: Dimension; value: string; taken: number }[] {
    return [...this.#groups].map(([key, taken]) => {
      const at = key.indexOf(' ')
      return { dimension: key.slice(0, at) as Dimension, value: key.slice(at + 1), taken }
    })
  }
}

/** The groups somebody is counted in. Whoever came before is in no group of first-timers. */
export function groupsOf(facts: Facts): [Dimension, string][] {
  const always: [Dimension, string][] = [
    ['sex', facts.sex],
    ['unit', facts.unionId],
    ['age_band', facts.ageBand],
  ]
  return facts.firstTimer ? [...always, ['first_timer', 'yes']] : always
}

/** What keeps somebody from a place now: what is full, and by which limit. */
export interface Hindrance {
  what: 'total' | 'balance' | 'reserved' | Dimension
  places: number
  taken: number
}

/**
 * Everything that keeps somebody from a place at this moment; nothing: there is one for them. Places that are kept for others count as
 * taken; a person of two reserving groups uses whichever is theirs.
 */
export function hindrancesOf(limits: Limits, taken: Taken, facts: Facts): Hindrance[] {
  const found: Hindrance[] = []
  if (taken.total >= limits.capacity)
    found.push({ what: 'total', places: limits.capacity, taken: taken.total })
  const mine = groupsOf(facts)
  const isMine = (quota: Quota) => mine.some(([dimension, value]) => covers(quota, dimension, value))
  for (const quota of limits.quotas) {
    if (quota.kind !== 'cap' || !isMine(quota)) continue
    const inGroup = taken.of(quota.dimension, valueFor(quota, facts))
    if (inGroup >= quota.places) found.push({ what: quota.dimension, places: quota.places, taken: inGroup })
  }
  const kept = keptForOthers(limits, taken, { facts, isMine })
  if (kept > 0 && taken.total < limits.capacity && taken.total + kept >= limits.capacity)
    found.push({ what: 'reserved', places: kept, taken: taken.total })
  const balance = balanceHindrance(limits.balance, taken, facts.sex)
  return balance === null ? found : [...found, balance]
}

/** Whether there is a place for somebody now. */
export function fits(limits: Limits, taken: Taken, facts: Facts): boolean {
  return taken.total < limits.capacity && hindrancesOf(limits, taken, facts).length === 0
}

function covers(quota: Quota, dimension: Dimension, value: string): boolean {
  return (
    quota.dimension === dimension &&
    (quota.value === value || (quota.dimension === 'unit' && quota.value === 'each'))
  )
}

function valueFor(quota: Quota, facts: Facts): string {
  return quota.value === 'each' ? facts.unionId : quota.value
}

// Somebody who has lost their turn has no part in what is reserved.
function keptForOthers(
  limits: Limits,
  taken: Taken,
  { facts, isMine }: { facts: Facts; isMine: (quota: Quota) => boolean },
): number {
  return limits.quotas
    .filter((quota) => quota.kind === 'reserve' && (facts.turn === 2 || !isMine(quota)))
    .reduce((sum, quota) => sum + Math.max(0, quota.places - taken.of(quota.dimension, quota.value)), 0)
}

function balanceHindrance(balance: Balance | null, taken: Taken, sex: 'male' | 'female'): Hindrance | null {
  if (balance === null) return null
  const other = sex === 'male' ? 'female' : 'male'
  const mine = taken.of('sex', sex)
  const theirs = taken.of('sex', other)
  const allowed = Math.floor((theirs * balance[sex]) / balance[other]) + balance.tolerance
  return mine < allowed ? null : { what: 'balance', places: allowed, taken: mine }
}

/** Somebody in line: their facts, and whatever the caller knows them by. */
export interface Waiting<W> {
  facts: Facts
  who: W
}

interface Group<W> {
  from: number
  people: (Waiting<W> & { no: number })[]
}

/**
 * People in line, in order, for places under limits that do not change meanwhile. Those no limit tells apart stand in one group: only the
 * first of a group can be next, so a place for one of thousands is found by looking at a few.
 */
export class Line<W> {
  readonly #limits: Limits
  readonly #groups = new Map<string, Group<W>>()
  #next = 0

  constructor(limits: Limits, people: Iterable<Waiting<W>> = []) {
    this.#limits = limits
    for (const person of people) this.join(person)
  }

  /** Somebody comes to the end of the line. */
  join(person: Waiting<W>): void {
    const key = this.#keyOf(person.facts)
    let group = this.#groups.get(key)
    if (group === undefined) this.#groups.set(key, (group = { from: 0, people: [] }))
    group.people.push({ ...person, no: this.#next++ })
  }

  /**
   * Gives places away for as long as there is one for somebody: always to the first in line for whom there is a place at that moment.
   * Counts them in `taken`; gives them in the order they were chosen.
   */
  fill(taken: Taken): Waiting<W>[] {
    const chosen: Waiting<W>[] = []
    while (taken.total < this.#limits.capacity) {
      const next = this.#firstWhoFits(taken)
      if (next === null) break
      taken.count(next.facts, 1)
      chosen.push(next)
    }
    return chosen
  }

  #firstWhoFits(taken: Taken): Waiting<W> | null {
    let best: Group<W> | null = null
    for (const group of this.#groups.values()) {
      const head = group.people[group.from]
      if (head === undefined || (best !== null && head.no > best.people[best.from]!.no)) continue
      if (fits(this.#limits, taken, head.facts)) best = group
    }
    return best === null ? null : best.people[best.from++]!
  }

  #keyOf(facts: Facts): string {
    const { quotas, balance } = this.#limits
    const told = new Set<string>(quotas.map((quota) => quota.dimension))
    if (balance !== null) told.add('sex')
    const mine = groupsOf(facts).filter(([dimension]) => told.has(dimension))
    return JSON.stringify([mine, quotas.length > 0 && facts.turn])
  }
}

function groupKey(dimension: Dimension, value: string): string {
  return `${dimension} ${value}`
}

/** The age band of somebody of so many years: `25-29`, or `50+` from the last bound on, `-17` below the first. Bounds: rule events.age_bands. */
export function ageBandOf(years: number, bounds: readonly number[]): string {
  const next = bounds.findIndex((bound) => years < bound)
  if (next === 0) return `-${bounds[0]! - 1}`
  if (next === -1) return `${bounds[bounds.length - 1]}+`
  return `${bounds[next - 1]}-${bounds[next]! - 1}`
}
