import { Apart } from '#server/modules/events/seating/rules/apart.ts'
import type { Guest } from '#server/modules/events/seating/rules/guests.ts'
import { meetingLevels, type Said } from '#server/modules/events/seating/rules/levels.ts'
import { planPairRounds } from '#server/modules/events/seating/rules/plan-pairs.ts'
import { mutualYes, unknownLevels } from '#server/modules/events/seating/rules/weights.ts'
import type { Evening, Meeting } from './read-events.ts'

/** How the second part is scheduled: `wishesOf` is asked before the first round, or before each where what was said meanwhile counts too. */
export interface Scheduler {
  wishesOf: (said: readonly Said[], evening: Evening) => (man: string, woman: string) => number
  refreshed: boolean
}

/** From what was said, with or without scores, as the product does. */
export function byLevels(scores: 'with scores' | 'choices alone', refreshed: boolean): Scheduler {
  return {
    refreshed,
    wishesOf: (said) => {
      const levels = meetingLevels(
        scores === 'with scores' ? said : said.map((each) => ({ ...each, score: null })),
      )
      const of = (id: string) => levels.get(id) ?? unknownLevels
      return (man, woman) => mutualYes(of(man), of(woman))
    },
  }
}

/** Without knowing anything. */
export function atRandom(random: () => number): Scheduler {
  return { refreshed: false, wishesOf: () => () => random() }
}

/** Knowing who will say yes to whom: what nobody can do better. */
export const oracle: Scheduler = {
  refreshed: false,
  wishesOf: (_said, { late }) => {
    const mutual = new Set(late.filter(isMutual).map((each) => `${each.man} ${each.woman}`))
    return (man, woman) => (mutual.has(`${man} ${woman}`) ? 1 : 0)
  },
}

/**
 * How many of the real mutual matches of the second part meet when everybody has this share of the remaining meetings. Where that is no
 * whole number of rounds, between the rounds below and above it.
 */
export async function captured(evening: Evening, budget: number, scheduler: Scheduler): Promise<number> {
  const perRound = Math.min(evening.men.length, evening.women.length)
  const rounds = (budget * evening.late.length) / perRound
  const below = Math.floor(rounds + 1e-9)
  const byRound = await matchesByRound(evening, Math.ceil(rounds - 1e-9), scheduler)
  const until = (round: number) => byRound.slice(0, round).reduce((sum, each) => sum + each, 0)
  return until(below) + (rounds - below) * (byRound[below] ?? 0)
}

/** Mutual matches of an evening’s second part. */
export function matchesOf({ late }: Evening): number {
  return late.filter(isMutual).length
}

async function matchesByRound(evening: Evening, rounds: number, scheduler: Scheduler): Promise<number[]> {
  const left = new Map(evening.late.map((each) => [`${each.man} ${each.woman}`, each]))
  const said = evening.early.flatMap(saidAt)
  const satOut = new Map<string, number>()
  const matches: number[] = []
  let wish = scheduler.wishesOf(said, evening)
  for (let round = 1; round <= rounds; round++) {
    if (scheduler.refreshed && round > 1) wish = scheduler.wishesOf(said, evening)
    const [plan] = await planPairRounds({
      guests: guestsOf(evening, satOut),
      apart: notLeft(evening, left),
      firstRound: round,
      rounds: 1,
      tableOf: new Map(),
      wish: (man, woman) => wish(man.id, woman.id),
    })
    for (const id of plan?.out ?? []) satOut.set(id, (satOut.get(id) ?? 0) + 1)
    const met = [...Map.groupBy(plan?.seats ?? [], (seat) => seat.tableNo).values()].map(
      ([woman, man]) => `${man!.id} ${woman!.id}`,
    )
    const meetings = met.flatMap((pair) => left.get(pair) ?? [])
    matches.push(meetings.filter(isMutual).length)
    said.push(...meetings.flatMap(saidAt))
    for (const pair of met) left.delete(pair)
  }
  return matches
}

function guestsOf({ men, women }: Evening, satOut: ReadonlyMap<string, number>): Guest[] {
  const guest = (sex: Guest['sex']) => (id: string) => ({
    id,
    sex,
    unionId: id,
    satOut: satOut.get(id) ?? 0,
  })
  return [...men.map(guest('male')), ...women.map(guest('female'))]
}

// Whoever met in the first part, or did not meet at all that evening, is nothing one could know of.
function notLeft({ men, women }: Evening, left: ReadonlyMap<string, Meeting>): Apart {
  const apart = new Apart()
  for (const man of men) for (const woman of women) if (!left.has(`${man} ${woman}`)) apart.add(man, woman)
  return apart
}

function isMutual(meeting: Meeting): boolean {
  return meeting.manYes && meeting.womanYes
}

/** What the two said of each other. */
export function saidAt(meeting: Meeting): Said[] {
  const { man, woman } = meeting
  return [
    { by: man, of: woman, yes: meeting.manYes, score: meeting.manScore },
    { by: woman, of: man, yes: meeting.womanYes, score: meeting.womanScore },
  ]
}
