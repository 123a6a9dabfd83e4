import type { CountedBallot } from '../result.ts'
import type { CountingRules } from '../rules.ts'
import { countedTwice } from './agree.ts'

const rules: Omit<CountingRules, 'seats'> = {
  quorum: { numerator: 2, denominator: 3, operator: '>=', base: 'due' },
  majority: { numerator: 1, denominator: 2, operator: '>', base: 'due' },
  writeIns: 'allowed',
  blank: 'valid',
}

/**
 * Counts, by both counters, every election of up to five voters, four candidates and three seats: each voter absent, unreadable, or for any of
 * the candidates. Of the largest size only every so many. Gives how many were counted.
 */
export function countEveryWay({ everyOfLargest }: { everyOfLargest: number }): number {
  let [counted, largest] = [0, 0]
  for (const candidates of [['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']])
    for (const { seats, due, ballots } of elections(candidates)) {
      if (ballots.length === 5 && candidates.length === 4 && largest++ % everyOfLargest !== 0) continue
      counted += 1
      countedTwice({
        candidates,
        ballots,
        turnout: { due, issued: due },
        decisions: { barred: [] },
        rules: { ...rules, seats },
      })
    }
  return counted
}

function* elections(candidates: readonly string[]) {
  const unclear: CountedBallot = { marks: {}, writeIns: [], unclear: true }
  const kinds = [...subsets(candidates).map(ballotFor), unclear]
  for (const seats of [1, 2, 3])
    for (let due = 1; due <= 5; due++)
      for (let came = 0; came <= due; came++)
        for (const ballots of multisets(kinds, came)) yield { seats, due, ballots }
}

function ballotFor(yes: readonly string[]): CountedBallot {
  return {
    marks: Object.fromEntries(yes.map((name) => [name, 'yes' as const])),
    writeIns: [],
    unclear: false,
  }
}

function subsets(names: readonly string[]): string[][] {
  return names.reduce<string[][]>((all, name) => [...all, ...all.map((one) => [...one, name])], [[]])
}

/** Every way to draw `count` out of the kinds, the order left aside. */
function multisets<T>(kinds: readonly T[], count: number): T[][] {
  if (count === 0) return [[]]
  return kinds.flatMap((kind, at) => multisets(kinds.slice(at), count - 1).map((rest) => [kind, ...rest]))
}
