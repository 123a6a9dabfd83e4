import { assign } from './assignment.ts'
import type { Apart } from './apart.ts'
import type { Guest, RoundPlan } from './guests.ts'

/** What a round of one-to-one meetings is planned from. */
export interface PairRound {
  guests: readonly Guest[]
  apart: Apart
  /** Counts from 0; the plain rotation moves on by it. */
  turn: number
  /** The table of each woman; men move from table to table. */
  tableOf: ReadonlyMap<string, number>
  /** How much two people should meet, 0 to 1; all alike in a blind round. */
  wish: (man: Guest, woman: Guest) => number
}

// What decides, in this order: as many pairs as possible, then who sat out least sits out, then no colleagues, then the wish, then the rotation.
const notAllowed = -1e7
const satOutBefore = -1e3
const colleagues = -10
const inTurn = 1e-3

/**
 * One round for men and women, one to one: the assignment with the greatest sum. Nobody meets somebody they are kept apart from; where one
 * side is larger, those sit out who have sat out least. With too few new people left, people sit out rather than meet again.
 */
export function planPairRound(round: PairRound): RoundPlan {
  const men = round.guests.filter((guest) => guest.sex === 'male')
  const women = round.guests.filter((guest) => guest.sex === 'female')
  const size = Math.max(men.length, women.length)
  const columnOf = assign(weightsOf(round, { men, women, size }), size)
  const plan: RoundPlan = { seats: [], out: [], unseated: 0 }
  const taken = new Set<string>()
  men.forEach((man, row) => {
    const woman = women[columnOf[row]!]
    if (woman === undefined || round.apart.has(man.id, woman.id)) {
      plan.out.push(man.id)
      return
    }
    const tableNo = round.tableOf.get(woman.id)!
    taken.add(woman.id)
    plan.seats.push({ id: woman.id, tableNo, seat: 1 }, { id: man.id, tableNo, seat: 2 })
  })
  for (const woman of women) if (!taken.has(woman.id)) plan.out.push(woman.id)
  plan.unseated = plan.out.length - Math.abs(men.length - women.length)
  return plan
}

interface Sides {
  men: readonly Guest[]
  women: readonly Guest[]
  size: number
}

function weightsOf(round: PairRound, { men, women, size }: Sides): Float64Array {
  const weights = new Float64Array(size * size)
  const outOfMan = burdens(men)
  const outOfWoman = burdens(women)
  for (let row = 0; row < size; row++) {
    const man = men[row]
    const kept = man === undefined ? null : round.apart.from(man.id)
    for (let column = 0; column < size; column++) {
      const woman = women[column]
      weights[row * size + column] =
        man === undefined
          ? (outOfWoman[column] ?? 0)
          : woman === undefined
            ? outOfMan[row]!
            : kept!.has(woman.id)
              ? notAllowed + outOfMan[row]! + outOfWoman[column]!
              : meeting(round, man, woman) + ((row + round.turn) % size === column ? inTurn : 0)
    }
  }
  return weights
}

/** What it costs to let each of them sit out once more: nothing for those who have sat out least. */
function burdens(side: readonly Guest[]): number[] {
  const least = Math.min(...side.map((guest) => guest.satOut))
  return side.map((guest) => satOutBefore * (guest.satOut - least))
}

function meeting(round: PairRound, man: Guest, woman: Guest): number {
  return round.wish(man, woman) + (man.unionId === woman.unionId ? colleagues : 0)
}
