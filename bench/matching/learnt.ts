import { meetingLevels } from '#server/modules/events/seating/rules/levels.ts'
import { unknownLevels } from '#server/modules/events/seating/rules/weights.ts'
import type { MeetingLevels } from '#server/platform/event-kind.ts'
import { saidAt, type Scheduler } from './capture.ts'
import type { Evening } from './read-events.ts'

/**
 * The product's levels, weighed by a logistic model that learns from the other evenings what each level is worth: what a fitted rule would
 * give in place of the product's plain one.
 */
export function byLearntLevels(evenings: readonly Evening[]): Scheduler {
  const cases = new Map(evenings.map((each) => [each.name, casesOf(each)]))
  const weights = new Map(
    evenings.map(({ name }) => [
      name,
      fitted([...cases].flatMap(([other, learnt]) => (other === name ? [] : learnt))),
    ]),
  )
  return {
    refreshed: false,
    wishesOf: (said, { name }) => {
      const levels = meetingLevels(said)
      const likely = (by: string, of: string) =>
        likelihood(weights.get(name)!, looksOf(levels.get(by), levels.get(of)))
      return (man, woman) => likely(man, woman) * likely(woman, man)
    },
  }
}

interface Case {
  looks: number[]
  yes: boolean
}

// What was said in the second part, by the levels of the first.
function casesOf({ early, late }: Evening): Case[] {
  const levels = meetingLevels(early.flatMap(saidAt))
  return late
    .flatMap(saidAt)
    .map(({ by, of, yes }) => ({ looks: looksOf(levels.get(by), levels.get(of)), yes }))
}

function looksOf(by: MeetingLevels = unknownLevels, of: MeetingLevels = unknownLevels): number[] {
  return [1, by.says - 3, of.liked - 3, (of.scores ?? 3) - 3]
}

function likelihood(weights: readonly number[], looks: readonly number[]): number {
  return 1 / (1 + Math.exp(-looks.reduce((sum, each, at) => sum + each * weights[at]!, 0)))
}

// Four numbers from some thousand cases: plain steps uphill get there, and nothing needs holding back.
const steps = 300
const stepLength = 1

function fitted(cases: readonly Case[]): number[] {
  const weights = [0, 0, 0, 0]
  for (let step = 0; step < steps; step++) {
    const uphill = [0, 0, 0, 0]
    for (const { looks, yes } of cases) {
      const missed = (yes ? 1 : 0) - likelihood(weights, looks)
      looks.forEach((look, at) => (uphill[at]! += missed * look))
    }
    uphill.forEach((each, at) => (weights[at]! += (stepLength * each) / cases.length))
  }
  return weights
}
