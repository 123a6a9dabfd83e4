import type { Extent } from '#tools/soak.ts'
import { Apart } from './rules/apart.ts'
import type { Guest, RoundPlan } from './rules/guests.ts'
import { planPairRounds } from './rules/plan-pairs.ts'
import { planTableRounds } from './rules/plan-tables.ts'
import { gridFor } from './rules/table-grid.ts'

const usualEvents = 10_000
const limitMilliseconds = 1000

/**
 * Random events at pairs and at tables, with people who are kept apart, who come late and who go early: nobody meets twice, nobody meets
 * somebody they are kept apart from, and where everybody can be seated those who sit out differ by one round at most.
 */
export async function run({ count = usualEvents, seed }: Extent): Promise<string> {
  const tried = await tryEvents(count, seed)
  const large = await largeHall()
  return (
    `${tried}; 350 × 350 slowest round ${large.pairMilliseconds} ms, six rounds anew ${large.anewMilliseconds} ms, ` +
    `${large.tables} tables for 700 in ${large.tableMilliseconds} ms`
  )
}

/** The random events alone, without measuring how long a large hall takes. */
export async function tryEvents(count: number, seed: number): Promise<string> {
  const random = seeded(seed)
  const tried = { pairs: 0, tables: 0, strict: 0, rounds: 0 }
  for (let at = 0; at < count; at++) {
    const event = randomEvent(random)
    const where = `event ${at} of seed ${seed}`
    const kind = at % 3 === 2 ? 'tables' : 'pairs'
    const rounds = kind === 'tables' ? tableEvent(event, random) : await pairEvent(event, random)
    mustHold(event, rounds, where)
    if (kind === 'pairs' && event.strict) mustBeFair(event, rounds, where)
    tried[kind] += 1
    tried.strict += kind === 'pairs' && event.strict ? 1 : 0
    tried.rounds += rounds.length
  }
  return (
    `${tried.pairs} events of pairs (${tried.strict} of them strict on sitting out), ${tried.tables} at tables, ${tried.rounds} rounds: no repeat, ` +
    `nobody beside somebody they are kept apart from (seed ${seed})`
  )
}

interface RandomEvent {
  guests: Guest[]
  late: Guest[]
  leaves: Set<string>
  apart: Apart
  /** Pairs kept apart before anybody met. */
  before: Apart
  rounds: number
  /** So few are kept apart that everybody can be seated: what is asked of sitting out holds. */
  strict: boolean
}

function randomEvent(random: () => number): RandomEvent {
  const upTo = (most: number) => 1 + Math.floor(random() * most)
  const women = 3 + upTo(25)
  const men = Math.max(3, women + upTo(9) - 5)
  const people: Guest[] = Array.from({ length: men + women }, (_, at) => ({
    id: `g${at}`,
    sex: at < men ? 'male' : 'female',
    unionId: `u${Math.floor(random() * 8)}`,
    satOut: 0,
  }))
  const rounds = upTo(8)
  const [apart, before] = [new Apart(), new Apart()]
  const blocks = Math.floor(random() * random() * people.length * 0.5)
  for (let at = 0; at < blocks; at++) {
    const [one, other] = [people[upTo(people.length) - 1]!, people[upTo(people.length) - 1]!]
    if (one === other) continue
    apart.add(one.id, other.id)
    before.add(one.id, other.id)
  }
  const coming = random() < 0.5 ? 0 : 0.06
  const late = people.filter(() => random() < coming)
  const leaves = new Set(people.filter(() => random() < coming).map((each) => each.id))
  const most = Math.max(...people.map((each) => before.from(each.id).size))
  const least = Math.min(men, women) - Math.max(late.length, leaves.size)
  // By Hall's theorem there is always another full round while nobody is barred from half of the smaller side.
  const strict = late.length + leaves.size === 0 && rounds + most <= least / 2
  return { guests: people, late, leaves, apart, before, rounds, strict }
}

/** Half of the rounds with those who were there first, the rest planned anew with the late and without those who went. */
async function pairEvent(event: RandomEvent, random: () => number): Promise<RoundPlan[]> {
  const wish = random() < 0.5 ? () => 0 : (man: Guest, woman: Guest) => (hash(man.id + woman.id) % 100) / 100
  const released: RoundPlan[] = []
  for (const [first, rounds] of halves(event.rounds)) {
    const guests = thereAt(event, first > 1).map((each) => ({ ...each, satOut: outOf(released, each.id) }))
    const tableOf = new Map<string, number>()
    released.push(
      ...(await planPairRounds({ guests, apart: event.apart, firstRound: first, rounds, tableOf, wish })),
    )
  }
  return released
}

function tableEvent(event: RandomEvent, random: () => number): RoundPlan[] {
  const guests = event.guests
  const count = (sex: Guest['sex']) => guests.filter((each) => each.sex === sex).length
  const grid = gridFor({ male: count('male'), female: count('female') }, 4 + Math.floor(random() * 7))
  const common = { guests, apart: event.apart, grid, random }
  return planTableRounds({ ...common, placeOf: new Map(), firstRound: 1, rounds: event.rounds })
}

function halves(rounds: number): [number, number][] {
  const first = Math.ceil(rounds / 2)
  return first === rounds
    ? [[1, rounds]]
    : [
        [1, first],
        [first + 1, rounds - first],
      ]
}

function thereAt({ guests, late, leaves }: RandomEvent, secondHalf: boolean): Guest[] {
  return guests.filter((each) => (secondHalf ? !leaves.has(each.id) : !late.includes(each)))
}

function outOf(rounds: readonly RoundPlan[], id: string): number {
  return rounds.filter((round) => round.out.includes(id)).length
}

function mustHold(event: RandomEvent, rounds: readonly RoundPlan[], where: string): void {
  const met = new Apart()
  for (const round of rounds) {
    const seated = round.seats.map((seat) => seat.id)
    if (new Set([...seated, ...round.out]).size !== seated.length + round.out.length)
      throw new Error(`${where}: somebody has two places`)
    if (new Set(round.seats.map((seat) => `${seat.tableNo} ${seat.seat}`)).size !== seated.length)
      throw new Error(`${where}: two people on one seat`)
    const tables = Map.groupBy(round.seats, (seat) => seat.tableNo)
    for (const people of tables.values()) {
      people.forEach(({ id }, at) => {
        for (const other of people.slice(at + 1)) {
          if (met.has(id, other.id)) throw new Error(`${where}: two met again`)
          if (event.before.has(id, other.id)) throw new Error(`${where}: two met who are kept apart`)
        }
      })
      met.addTable(people.map((each) => each.id))
    }
  }
}

function mustBeFair({ guests }: RandomEvent, rounds: readonly RoundPlan[], where: string): void {
  if (rounds.some((round) => round.unseated > 0)) throw new Error(`${where}: somebody sat out for nothing`)
  for (let until = 1; until <= rounds.length; until++) {
    for (const sex of ['male', 'female']) {
      const outs = guests
        .filter((each) => each.sex === sex)
        .map(({ id }) => outOf(rounds.slice(0, until), id))
      if (Math.max(...outs) - Math.min(...outs) > 1) throw new Error(`${where}: sitting out is unfair`)
    }
  }
}

async function largeHall() {
  const guests: Guest[] = Array.from({ length: 700 }, (_, at) => ({
    id: `g${at}`,
    sex: at % 2 === 0 ? 'male' : 'female',
    unionId: `u${at % 90}`,
    satOut: 0,
  }))
  const wish = (man: Guest, woman: Guest) => (hash(man.id + woman.id) % 25) / 25
  const apart = new Apart()
  let pairMilliseconds = 0
  for (let firstRound = 1; firstRound <= 6; firstRound++) {
    const began = performance.now()
    await planPairRounds({ guests, apart, firstRound, rounds: 1, tableOf: new Map(), wish })
    pairMilliseconds = Math.max(pairMilliseconds, performance.now() - began)
  }
  const anew = performance.now()
  const rest = {
    guests: guests.slice(5),
    apart,
    firstRound: 7,
    rounds: 6,
    tableOf: new Map<string, number>(),
  }
  await planPairRounds({ ...rest, wish: () => 0 })
  const anewMilliseconds = performance.now() - anew
  const began = performance.now()
  const grid = gridFor({ male: 350, female: 350 }, 10)
  const common = { guests, apart: new Apart(), grid, placeOf: new Map(), random: seeded(1) }
  planTableRounds({ ...common, firstRound: 1, rounds: 12 })
  const tableMilliseconds = performance.now() - began
  if (grid.tables !== 71 || grid.rows.length !== 10) throw new Error('700 people need 71 tables of 10')
  for (const taken of [pairMilliseconds, anewMilliseconds, tableMilliseconds])
    if (taken > limitMilliseconds) throw new Error(`planning took ${Math.round(taken)} ms`)
  return {
    tables: grid.tables,
    pairMilliseconds: Math.round(pairMilliseconds),
    anewMilliseconds: Math.round(anewMilliseconds),
    tableMilliseconds: Math.round(tableMilliseconds),
  }
}

function hash(text: string): number {
  let value = 7
  for (const letter of text) value = (value * 31 + letter.codePointAt(0)!) % 1_000_003
  return value
}

function seeded(seed: number): () => number {
  let state = seed % 2147483646 || 1
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
