import { existsSync } from 'node:fs'
import { planPairRounds } from '#server/modules/events/seating/rules/plan-pairs.ts'
import { Apart } from '#server/modules/events/seating/rules/apart.ts'
import type { Guest } from '#server/modules/events/seating/rules/guests.ts'
import { randomFrom } from '#tools/generate/random.ts'
import type { Result } from '#tools/bench.ts'
import { byLevels, matchesOf, oracle, type Scheduler } from './matching/capture.ts'
import { drawHalves, overHalves } from './matching/halves.ts'
import { byLearntLevels } from './matching/learnt.ts'
import { readEvenings, type Evening } from './matching/read-events.ts'
import { inOrder, randomTotal, total } from './matching/totals.ts'
import { median, rangeOf } from './measures/median.ts'

export const name = 'matching'

const goals = { choices: 1.2, scores: 1.33, roundMilliseconds: 1000 }
const budgets = [0.5, 0.3]
/** The mean of chance moves by half a hundredth of the ratio at so many runs. */
const randomRuns = 240
/** Ties fall by the order of the badges: the mean over so many orders. */
const orders = 12
/** Other ways to halve the same evenings. */
const halvings = 32

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
    const random = await randomTotal(evenings, budget, randomRuns)
    const best = await total(evenings, budget, oracle)
    const steady: Record<string, Record<string, unknown>> = budget === budgets[0]
      ? await steadiness(evenings, budget, random)
      : {}
    for (const [part, scores, refreshed] of [
      ['choices', 'choices alone', false],
      ['scores', 'with scores', false],
      ['choices_refreshed', 'choices alone', true],
      ['scores_refreshed', 'with scores', true],
    ] as const) {
      const runs = await overOrders(evenings, budget, byLevels(scores, refreshed))
      results.push(figure({ evenings, budget, part, runs, random, best, steady: steady[part] ?? {} }))
    }
  }
  return [...results, time]
}

/**
 * How far to trust the figures: over chance, least, mean and greatest, when lots and not the clock say which rounds come first; and the same
 * with weights learnt from the other evenings.
 */
async function steadiness(
  evenings: readonly Evening[],
  budget: number,
  random: number,
): Promise<Record<string, Record<string, unknown>>> {
  const halves = await drawHalves(evenings, budget, halvings)
  const over = async (schedulerFor: (evenings: readonly Evening[]) => Scheduler) =>
    (await overHalves(halves, budget, schedulerFor)).map((each) => Number(each.toFixed(2)))
  const learnt = await overOrders(evenings, budget, byLearntLevels(evenings))
  return {
    choices: { halvesByLot: await over(() => byLevels('choices alone', false)) },
    scores: {
      halvesByLot: await over(() => byLevels('with scores', false)),
      weightsLearnt: Number((meanOf(learnt) / random).toFixed(2)),
      weightsLearntByLot: await over(byLearntLevels),
    },
  }
}

interface Measured {
  evenings: readonly Evening[]
  budget: number
  part: string
  runs: number[]
  random: number
  best: number
  steady: Record<string, unknown>
}

function figure({ evenings, budget, part, runs, random, best, steady }: Measured): Result {
  const all = evenings.reduce((sum, each) => sum + matchesOf(each), 0)
  const mean = meanOf(runs)
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
    details: { evenings: evenings.length, matches: all, bare: 'at random', limit: 'oracle', ...steady },
  }
}

async function overOrders(evenings: readonly Evening[], budget: number, scheduler: Scheduler) {
  const runs: number[] = []
  for (let order = 1; order <= orders; order++)
    runs.push(await total(inOrder(evenings, order), budget, scheduler))
  return runs
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length
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
