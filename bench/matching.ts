import { existsSync } from 'node:fs'
import { planPairRounds } from '#server/modules/events/seating/rules/plan-pairs.ts'
import { Apart } from '#server/modules/events/seating/rules/apart.ts'
import type { Guest } from '#server/modules/events/seating/rules/guests.ts'
import { randomFrom } from '#tools/generate/random.ts'
import type { Result } from '#tools/bench.ts'
import { atRandom, byLevels, captured, matchesOf, oracle, type Scheduler } from './matching/capture.ts'
import { readEvenings, type Evening } from './matching/read-events.ts'
import { median, rangeOf } from './measures/median.ts'

export const name = 'matching'

const goals = { choices: 1.2, scores: 1.33, roundMilliseconds: 1000 }
const budgets = [0.5, 0.3]
const randomRuns = 60
/** Ties fall by the order of the badges: the mean over so many orders. */
const orders = 12

/**
 * How many of the real mutual matches of the second half of an evening a second part captures that is scheduled by the product's own planner
 * from the first half, at a budget of meetings; beside random and oracle. Nothing is learnt from other evenings, so each is left out by
 * itself. The data are public and not part of the product: `GONGHUI_BENCH_DATA` names them.
 */
export async function run(): Promise<Result[]> {
  const time = await timeOfRound()
  const path = process.env.GONGHUI_BENCH_DATA
  if (path === undefined || !existsSync(path)) return [notRun(), time]
  const evenings = readEvenings(path)
  const results: Result[] = []
  for (const budget of budgets) {
    const random = await randomMean(evenings, budget)
    const best = await total(evenings, budget, oracle)
    for (const [part, scores, refreshed] of [
      ['choices', 'choices alone', false],
      ['scores', 'with scores', false],
      ['choices_refreshed', 'choices alone', true],
      ['scores_refreshed', 'with scores', true],
    ] as const) {
      const scheduler = byLevels(scores, refreshed)
      const runs = await overOrders(evenings, budget, scheduler)
      results.push(figure({ evenings, budget, part, runs, random, best }))
    }
  }
  return [...results, time]
}

interface Measured {
  evenings: readonly Evening[]
  budget: number
  part: string
  runs: number[]
  random: number
  best: number
}

function figure({ evenings, budget, part, runs, random, best }: Measured): Result {
  const all = evenings.reduce((sum, each) => sum + matchesOf(each), 0)
  const mean = runs.reduce((sum, each) => sum + each, 0) / runs.length
  const share = (matches: number) => Number(((100 * matches) / all).toFixed(1))
  return {
    name: `${name}.${part}_${budget * 100}`,
    unit: '% of matches',
    ours: share(mean),
    bare: share(random),
    limit: share(best),
    ratio: mean / random,
    goal: part.startsWith('scores') ? goals.scores : goals.choices,
    higherIsBetter: true,
    range: [share(Math.min(...runs)), share(Math.max(...runs))],
    details: { evenings: evenings.length, matches: all, bare: 'at random', limit: 'oracle' },
  }
}

async function overOrders(evenings: readonly Evening[], budget: number, scheduler: Scheduler) {
  const runs: number[] = []
  for (let order = 1; order <= orders; order++) {
    const random = randomFrom(order)
    const shuffled = evenings.map((each) => ({
      ...each,
      men: random.shuffle([...each.men]),
      women: random.shuffle([...each.women]),
    }))
    runs.push(await total(shuffled, budget, scheduler))
  }
  return runs
}

async function randomMean(evenings: readonly Evening[], budget: number): Promise<number> {
  let sum = 0
  for (let seed = 1; seed <= randomRuns; seed++)
    sum += await total(evenings, budget, atRandom(randomFrom(seed).unit))
  return sum / randomRuns
}

async function total(evenings: readonly Evening[], budget: number, scheduler: Scheduler): Promise<number> {
  let sum = 0
  for (const evening of evenings) sum += await captured(evening, budget, scheduler)
  return sum
}

function notRun(): Result {
  return {
    name,
    unit: '% of matches',
    ours: 0,
    limit: 0,
    ratio: 0,
    goal: goals.choices,
    higherIsBetter: true,
    range: [0, 0],
    invalid: 'not run: GONGHUI_BENCH_DATA names no file',
  }
}

/** One round of 350 × 350 with levels, as in a full hall. */
async function timeOfRound(): Promise<Result> {
  const random = randomFrom(7)
  const guests: Guest[] = Array.from({ length: 700 }, (_, at) => ({
    id: String(at),
    sex: at % 2 === 0 ? 'male' : 'female',
    unionId: String(at % 90),
    satOut: 0,
  }))
  const levels = new Map(
    guests.map((guest) => [guest.id, { says: random.between(1, 5), liked: random.between(1, 5) }]),
  )
  const wish = (man: Guest, woman: Guest) => (levels.get(man.id)!.says * levels.get(woman.id)!.liked) / 25
  const apart = new Apart()
  const taken: number[] = []
  for (let firstRound = 1; firstRound <= 12; firstRound++) {
    const began = performance.now()
    await planPairRounds({ guests, apart, firstRound, rounds: 1, tableOf: new Map(), wish })
    taken.push(performance.now() - began)
  }
  return {
    name: `${name}.round_350`,
    unit: 'ms',
    ours: median(taken),
    limit: goals.roundMilliseconds,
    ratio: median(taken) / goals.roundMilliseconds,
    goal: 1,
    higherIsBetter: false,
    range: rangeOf(taken),
  }
}
