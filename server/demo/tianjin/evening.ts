import type { Random } from '#tools/generate/random.ts'
import { findOne, pairKey, type Crowd } from './crowd.ts'
import type { EventPlan } from './plan-events.ts'

/** An event as it went: who came (men first), who sat with whom, who chose whom both ways. */
export interface Evening {
  plan: EventPlan
  /** Places in the crowd. */
  people: number[]
  /** Who had registered and did not come. */
  absent: number[]
  /** For each round the tables, by places on the list of this event. */
  rounds: (readonly [number, number] | readonly [number])[][]
  pairs: (readonly [number, number])[]
}

const GREAT_ROUNDS = 12
export const GREAT_LIMIT = 8
export const SMALL_LIMIT = 4

/** Holds one event: chooses who comes, seats them so that nobody meets anybody twice, and draws whose interest is mutual. */
export function hold(crowd: Crowd, random: Random, plan: EventPlan, guests: readonly number[] = []): Evening {
  const people = invite(crowd, random, plan, guests)
  const rounds = seat(crowd, random, plan, people)
  for (const at of people) {
    crowd.lastDay[at] = plan.day
    crowd.visits[at]!++
  }
  for (const [one, other] of rounds.flat())
    if (other !== undefined) crowd.met.add(pairKey(people[one]!, people[other]!))
  const absent = stayAway(crowd, random, plan)
  return { plan, people, absent, rounds, pairs: drawPairs(random, plan, { rounds, guests: guests.length }) }
}

function invite(crowd: Crowd, random: Random, plan: EventPlan, guests: readonly number[]): number[] {
  const men = guests.filter((at) => crowd.singles[at]!.sex === 'male')
  const women = guests.filter((at) => crowd.singles[at]!.sex === 'female')
  // In the great hall there is room to sit around those one has met; at a table of six there is not.
  const isRoomy = plan.isGreat && plan.men > 50
  while (men.length < plan.men || women.length < plan.women) {
    const needsMan = women.length >= plan.women || (men.length < plan.men && men.length <= women.length)
    const found = findOne(crowd, random, {
      sex: needsMan ? 'male' : 'female',
      day: plan.day,
      branch: plan.branch,
      unmet: isRoomy ? [] : needsMan ? women : men,
    })
    if (found === undefined) throw new RangeError(`nobody is left to come on day ${plan.day}`)
    ;(needsMan ? men : women).push(found)
    // Whoever is on the list is not found again.
    crowd.lastDay[found] = plan.day
  }
  return [...men, ...women]
}

/** Some who have a place at the great event do not come, and a chair at every seventh table. */
function stayAway(crowd: Crowd, random: Random, plan: EventPlan): number[] {
  const count = plan.isGreat ? Math.round((plan.men + plan.women) * 0.03) : Number(random.chance(0.14))
  return Array.from({ length: count }).flatMap(() => {
    const sex = random.chance(0.55) ? 'male' : 'female'
    const found = findOne(crowd, random, { sex, day: plan.day, branch: plan.branch, unmet: [] })
    if (found === undefined) return []
    crowd.lastDay[found] = plan.day
    return [found]
  })
}

/** A rotation: each round everybody moves on by one table; who is one too many sits out in turn. */
function seat(crowd: Crowd, random: Random, plan: EventPlan, people: readonly number[]): Evening['rounds'] {
  const tables = Math.max(plan.men, plan.women)
  const count = plan.isGreat ? Math.min(GREAT_ROUNDS, tables) : tables
  return Array.from({ length: count }, (_, round) => {
    const partners = Array.from({ length: tables }, (_, man) => (man + round) % tables)
    if (plan.isGreat) avoidKnown(crowd, random, { plan, people, partners })
    return partners.flatMap((woman, man): (readonly [number, number] | readonly [number])[] => {
      const [hasMan, hasWoman] = [man < plan.men, woman < plan.women]
      if (hasMan && hasWoman) return [[man, plan.men + woman]]
      return hasMan ? [[man]] : hasWoman ? [[plan.men + woman]] : []
    })
  })
}

type Hall = { plan: EventPlan; people: readonly number[]; partners: number[] }

/** Two who have met before change places with another table; what was seated in this round before is remembered as met. */
function avoidKnown(crowd: Crowd, random: Random, { plan, people, partners }: Hall): void {
  const knows = (man: number, woman: number) =>
    man < plan.men && woman < plan.women && crowd.met.has(pairKey(people[man]!, people[plan.men + woman]!))
  partners.forEach((_, man) => {
    for (let tries = 0; knows(man, partners[man]!) && tries < 2000; tries++) {
      const other = random.below(partners.length)
      if (knows(man, partners[other]!) || knows(other, partners[man]!)) continue
      ;[partners[man], partners[other]] = [partners[other]!, partners[man]!]
    }
    if (knows(man, partners[man]!)) throw new RangeError('two who have met would sit together again')
  })
  partners.forEach((woman, man) => {
    if (man < plan.men && woman < plan.women) crowd.met.add(pairKey(people[man]!, people[plan.men + woman]!))
  })
}

/** Some are liked by many and some by few: of those who met, exactly as many pairs as planned. A guest is in the first of them. */
function drawPairs(
  random: Random,
  plan: EventPlan,
  { rounds, guests }: { rounds: Evening['rounds']; guests: number },
): Evening['pairs'] {
  const appeal = Array.from({ length: plan.men + plan.women }, () => 0.15 + random.unit() ** 2)
  const limit = plan.isGreat ? GREAT_LIMIT - 2 : SMALL_LIMIT - 1
  const chosen = new Array<number>(plan.men + plan.women).fill(0)
  const meetings = random.shuffle(
    rounds.flat().flatMap(([one, other]) => (other === undefined ? [] : [[one, other] as const])),
  )
  if (guests > 0) meetings.sort((a, b) => Number(b[0] === 0) - Number(a[0] === 0))
  const pairs: (readonly [number, number])[] = []
  for (let pass = 0; pairs.length < plan.pairs; pass++) {
    for (const [man, woman] of meetings) {
      if (pairs.length === plan.pairs) break
      const isGuests = guests > 0 && man === 0 && pairs.length === 0
      if (!isGuests && pass < 20 && !random.chance(appeal[man]! * appeal[woman]! * 0.5)) continue
      if (chosen[man]! >= limit + pass || chosen[woman]! >= limit + pass) continue
      if (pairs.some(([a, b]) => a === man && b === woman)) continue
      pairs.push([man, woman])
      chosen[man]!++
      chosen[woman]!++
    }
  }
  return pairs
}
