import { randomFrom, type Random } from '#tools/generate/random.ts'
import type { Scheduler } from './capture.ts'
import type { Evening } from './read-events.ts'
import { inOrder, randomTotal, total } from './totals.ts'

/** The evenings with their rounds dealt to the two parts by lot instead of by the clock, and what chance captures then. */
export interface Halves {
  evenings: Evening[]
  random: number
}

const randomRuns = 40

/** So many other ways to halve the evenings: how far a figure is a matter of which meetings happened to come first. */
export async function drawHalves(
  evenings: readonly Evening[],
  budget: number,
  count: number,
): Promise<Halves[]> {
  const all: Halves[] = []
  for (let seed = 1; seed <= count; seed++) {
    const random = randomFrom(`halves:${seed}`)
    const halved = inOrder(
      evenings.map((each) => halve(each, random)),
      seed,
    )
    all.push({ evenings: halved, random: await randomTotal(halved, budget, randomRuns) })
  }
  return all
}

/** Least, mean and greatest of what is captured over chance; the scheduler is made anew for each halving. */
export async function overHalves(
  halves: readonly Halves[],
  budget: number,
  schedulerFor: (evenings: readonly Evening[]) => Scheduler,
): Promise<[number, number, number]> {
  const ratios: number[] = []
  for (const { evenings, random } of halves)
    ratios.push((await total(evenings, budget, schedulerFor(evenings))) / random)
  const mean = ratios.reduce((sum, each) => sum + each, 0) / ratios.length
  return [Math.min(...ratios), mean, Math.max(...ratios)]
}

function halve(evening: Evening, random: Random): Evening {
  const all = [...evening.early, ...evening.late]
  const rounds = random.shuffle([...new Set(all.map((each) => each.order))])
  const first = new Set(rounds.slice(0, new Set(evening.early.map((each) => each.order)).size))
  return {
    ...evening,
    early: all.filter((each) => first.has(each.order)),
    late: all.filter((each) => !first.has(each.order)),
  }
}
