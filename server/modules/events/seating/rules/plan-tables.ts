import type { Apart } from './apart.ts'
import type { Guest, RoundPlan } from './guests.ts'
import { meetingRound, tableAt, type Grid, type Place } from './table-grid.ts'

/** What the coming rounds at tables are planned from. */
export interface TableRounds {
  guests: readonly Guest[]
  apart: Apart
  grid: Grid
  /** Places people have since an earlier round: they keep them, and so meet nobody again. */
  placeOf: ReadonlyMap<string, Place>
  /** The first of them, counted from 1 over the whole event. */
  firstRound: number
  rounds: number
  /** Between 0 and 1, anew at each call. */
  random: () => number
}

/**
 * The coming rounds at tables. Everybody keeps one place in the grid, so nobody meets twice; newcomers take free places, colleagues share a
 * row as far as it goes, and places are exchanged until nobody meets somebody they are kept apart from. Where that cannot be had, somebody
 * sits a round out. There are never more rounds than tables: by then everybody of another row has been met.
 */
export function planTableRounds(coming: TableRounds): RoundPlan[] {
  const seating = new TableSeating(coming)
  seating.placeEverybody()
  seating.exchange()
  const satOut = new Map(coming.guests.map((guest) => [guest.id, guest.satOut]))
  const rounds = Math.min(coming.rounds, coming.grid.tables - (coming.firstRound - 1))
  return Array.from({ length: Math.max(0, rounds) }, (_, at) =>
    seating.round(coming.firstRound - 1 + at, satOut),
  )
}

class TableSeating {
  readonly #coming: TableRounds
  readonly #unionOf: ReadonlyMap<string, string>
  readonly #sexOf: ReadonlyMap<string, Guest['sex']>
  readonly #places = new Map<string, Place>()
  readonly #movable: string[] = []
  readonly #free: Record<Guest['sex'], Place[]> = { male: [], female: [] }

  constructor(coming: TableRounds) {
    this.#coming = coming
    this.#unionOf = new Map(coming.guests.map((guest) => [guest.id, guest.unionId]))
    this.#sexOf = new Map(coming.guests.map((guest) => [guest.id, guest.sex]))
  }

  placeEverybody(): void {
    const { grid, guests, placeOf } = this.#coming
    const held = new Set<string>()
    for (const { id } of guests) {
      const place = placeOf.get(id)
      if (place === undefined) continue
      this.#places.set(id, place)
      held.add(`${place.row} ${place.column}`)
    }
    grid.rows.forEach((sex, row) => {
      for (let column = 0; column < grid.tables; column++)
        if (!held.has(`${row} ${column}`)) this.#free[sex].push({ row, column })
    })
    // Colleagues one after the other into one row: two of one row never meet.
    const coming = guests.filter(({ id }) => !this.#places.has(id))
    coming.sort((a, b) => (a.unionId < b.unionId ? -1 : a.unionId > b.unionId ? 1 : 0))
    for (const { id, sex } of coming) {
      const place = this.#free[sex].shift()
      if (place === undefined) continue
      this.#places.set(id, place)
      this.#movable.push(id)
    }
  }

  /** Exchanges places of two newcomers of one sex, or one with a free place, as long as that leaves fewer who must not meet. */
  exchange(): void {
    const movable = new Set(this.#movable)
    for (let pass = 0; pass < passes; pass++) {
      // Colleagues are worth a few passes only; who must not meet is worth all.
      const worth = pass < passesForColleagues ? 0.1 : 1
      const troubled = this.#movable.filter((id) => this.#trouble(id) >= worth)
      if (troubled.length === 0) return
      for (const id of troubled) this.#betterPlace(id, movable)
    }
  }

  round(round: number, satOut: Map<string, number>): RoundPlan {
    const { grid } = this.#coming
    const plan: RoundPlan = { seats: [], out: [], unseated: 0 }
    const tables: string[][] = Array.from({ length: grid.tables }, () => [])
    for (const { id } of this.#coming.guests) {
      const place = this.#places.get(id)
      if (place === undefined) plan.out.push(id)
      else tables[tableAt(place, round, grid.tables)]!.push(id)
    }
    tables.forEach((people, table) => {
      const out = this.#whoSitsOut(people, satOut)
      // Nobody sits at a table alone.
      const stay = people.filter((id) => !out.has(id))
      if (stay.length === 1) out.add(stay[0]!)
      for (const id of people) {
        if (out.has(id)) plan.out.push(id)
        else plan.seats.push({ id, tableNo: table + 1, seat: this.#places.get(id)!.row + 1 })
      }
    })
    for (const id of plan.out) satOut.set(id, satOut.get(id)! + 1)
    plan.unseated = plan.out.length
    return plan
  }

  #whoSitsOut(people: readonly string[], satOut: ReadonlyMap<string, number>): Set<string> {
    const out = new Set<string>()
    for (;;) {
      const here = people.filter((id) => !out.has(id))
      const troubled = here
        .map((id) => ({ id, with: here.filter((other) => this.#coming.apart.has(id, other)).length }))
        .filter((each) => each.with > 0)
        .sort((a, b) => b.with - a.with || satOut.get(a.id)! - satOut.get(b.id)!)
      if (troubled.length === 0) return out
      out.add(troubled[0]!.id)
    }
  }

  /** How many this person would meet in these rounds without being allowed to, colleagues counted as a tenth of one. */
  #trouble(id: string): number {
    const place = this.#places.get(id)!
    let trouble = 0
    for (const other of this.#coming.apart.from(id)) if (this.#meets(place, other)) trouble += 1
    const colleagues = this.#colleagues().get(this.#unionOf.get(id)!) ?? []
    // A union with more people than tables cannot be kept apart.
    if (colleagues.length <= this.#coming.grid.tables)
      for (const other of colleagues) if (other !== id && this.#meets(place, other)) trouble += 0.1
    return trouble
  }

  #meets(place: Place, other: string): boolean {
    const there = this.#places.get(other)
    if (there === undefined) return false
    const round = meetingRound(place, there, this.#coming.grid.tables)
    if (round === null) return false
    const first = (this.#coming.firstRound - 1) % this.#coming.grid.tables
    return (round - first + this.#coming.grid.tables) % this.#coming.grid.tables < this.#coming.rounds
  }

  #byUnion: ReadonlyMap<string, readonly string[]> | null = null
  #colleagues(): ReadonlyMap<string, readonly string[]> {
    this.#byUnion ??= Map.groupBy(this.#places.keys(), (id) => this.#unionOf.get(id)!)
    return this.#byUnion
  }

  #betterPlace(id: string, movable: ReadonlySet<string>): void {
    const sex = this.#sexOf.get(id)!
    const partners = [...movable].filter((other) => other !== id && this.#sexOf.get(other) === sex)
    const free = this.#free[sex]
    const choices = partners.length + free.length
    for (let attempt = 0; attempt < Math.min(attempts, choices); attempt++) {
      const chosen = Math.floor(this.#coming.random() * choices)
      const better =
        chosen < partners.length
          ? this.#exchangeWith(id, partners[chosen]!)
          : this.#moveTo(id, chosen - partners.length)
      if (better) return
    }
  }

  #exchangeWith(one: string, other: string): boolean {
    const before = this.#trouble(one) + this.#trouble(other)
    this.#swap(one, other)
    if (this.#trouble(one) + this.#trouble(other) < before - 1e-9) return true
    this.#swap(one, other)
    return false
  }

  #swap(one: string, other: string): void {
    const place = this.#places.get(one)!
    this.#places.set(one, this.#places.get(other)!)
    this.#places.set(other, place)
  }

  #moveTo(id: string, at: number): boolean {
    const free = this.#free[this.#sexOf.get(id)!]
    const before = this.#trouble(id)
    const old = this.#places.get(id)!
    this.#places.set(id, free[at]!)
    if (this.#trouble(id) < before - 1e-9) {
      free[at] = old
      return true
    }
    this.#places.set(id, old)
    return false
  }
}

/** How often everybody who is not well placed looks for a better place, and how many places they look at each time. */
const passes = 12
const passesForColleagues = 3
const attempts = 20
