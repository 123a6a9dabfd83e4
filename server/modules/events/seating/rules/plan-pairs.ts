import type { Apart } from './apart.ts'
import type { Guest, RoundPlan } from './guests.ts'
import { planPairRound } from './pairs.ts'

/** What the coming one-to-one rounds are planned from. */
export interface PairRounds {
  /** In the order of their badges: the rotation follows it. */
  guests: readonly Guest[]
  /** Grows by everybody who meets. */
  apart: Apart
  /** The first of them, counted from 1 over the whole event. */
  firstRound: number
  rounds: number
  /** Tables the women have already; who has none gets the lowest free one. */
  tableOf: ReadonlyMap<string, number>
  wish: (man: Guest, woman: Guest) => number
}

/**
 * The coming rounds one after the other, each without anybody who met before; who sat out comes first in the next. They end early when
 * nobody is left whom anybody may meet.
 */
export async function planPairRounds(coming: PairRounds): Promise<RoundPlan[]> {
  const guests = coming.guests.map((guest) => ({ ...guest }))
  const byId = new Map(guests.map((guest) => [guest.id, guest]))
  const tableOf = tablesFor(coming)
  const plans: RoundPlan[] = []
  for (let at = 0; at < coming.rounds; at++) {
    const turn = coming.firstRound - 1 + at
    const plan = planPairRound({ ...coming, guests, turn, tableOf })
    if (plan.seats.length === 0) break
    for (const id of plan.out) byId.get(id)!.satOut += 1
    for (let seat = 0; seat < plan.seats.length; seat += 2)
      coming.apart.add(plan.seats[seat]!.id, plan.seats[seat + 1]!.id)
    plans.push(plan)
    // Others get their answers between two rounds of a large hall.
    await new Promise(setImmediate)
  }
  return plans
}

function tablesFor({ guests, tableOf }: PairRounds): ReadonlyMap<string, number> {
  const women = guests.filter((guest) => guest.sex === 'female')
  const tables = new Map<string, number>()
  const used = new Set<number>()
  for (const { id } of women) {
    const table = tableOf.get(id)
    if (table === undefined || used.has(table)) continue
    tables.set(id, table)
    used.add(table)
  }
  let next = 1
  for (const { id } of women) {
    if (tables.has(id)) continue
    while (used.has(next)) next += 1
    tables.set(id, next)
    used.add(next)
  }
  return tables
}
