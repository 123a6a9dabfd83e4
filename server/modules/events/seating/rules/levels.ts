import type { MeetingLevels } from '#server/platform/event-kind.ts'

/** What one person said of another after they met: would meet again or not, and a score where one was given. */
export interface Said {
  by: string
  of: string
  yes: boolean
  /** 1 to 5. */
  score: number | null
}

/**
 * How everybody stood in what was said so far, in five levels: who says yes easily, who is easily said yes to, and who is scored high.
 * Each is measured against whom they met (a yes from somebody who says yes to all weighs less), pulled towards the average by one
 * meeting's worth, and rounded: from here on nobody knows who chose whom. `scores` is null for everybody where nobody scored.
 */
export function meetingLevels(said: readonly Said[]): ReadonlyMap<string, MeetingLevels> {
  const yes = effects(said.map((each) => ({ ...each, value: each.yes ? 1 : 0 })))
  const scored = said.filter((each) => each.score !== null)
  const score = effects(scored.map((each) => ({ ...each, value: each.score! })))
  const everybody = new Set(said.flatMap((each) => [each.by, each.of]))
  const says = inFiveLevels(yes.given, everybody)
  const liked = inFiveLevels(yes.received, everybody)
  const scores = inFiveLevels(score.received, everybody)
  return new Map(
    [...everybody].map((id) => [
      id,
      {
        says: says.get(id)!,
        liked: liked.get(id)!,
        scores: scored.length === 0 ? null : scores.get(id)!,
      },
    ]),
  )
}

interface Value {
  by: string
  of: string
  value: number
}
type Effects = Map<string, number>

// So many rounds of taking one side's part out of the other's: after ten nothing moves by a hundredth any more.
const sweeps = 20
/** Meetings of an average person that everybody is taken to have had besides: few meetings move nobody far. */
const priorMeetings = 1

function effects(values: readonly Value[]): { given: Effects; received: Effects } {
  const mean = values.reduce((sum, each) => sum + each.value, 0) / Math.max(1, values.length)
  let given: Effects = new Map()
  let received: Effects = new Map()
  for (let sweep = 0; sweep < sweeps; sweep++) {
    given = shrunkMeans(values, ({ by, of, value }) => [by, value - mean - (received.get(of) ?? 0)])
    received = shrunkMeans(values, ({ by, of, value }) => [of, value - mean - (given.get(by) ?? 0)])
  }
  return { given, received }
}

function shrunkMeans(values: readonly Value[], rest: (value: Value) => [string, number]): Effects {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const value of values) {
    const [id, left] = rest(value)
    const { sum, count } = sums.get(id) ?? { sum: 0, count: 0 }
    sums.set(id, { sum: sum + left, count: count + 1 })
  }
  return new Map([...sums].map(([id, { sum, count }]) => [id, sum / (count + priorMeetings)]))
}

/** Where one level ends and the next begins, in standard deviations from the average: five steps of equal width. */
const cuts = [-1.2, -0.4, 0.4, 1.2]

function inFiveLevels(values: Effects, everybody: ReadonlySet<string>): Map<string, number> {
  const known = [...values.values()]
  const mean = known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length)
  const spread = Math.sqrt(
    known.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, known.length),
  )
  const levelOf = (value: number) =>
    spread < 1e-9 ? 3 : 1 + cuts.filter((cut) => (value - mean) / spread >= cut).length
  return new Map([...everybody].map((id) => [id, levelOf(values.get(id) ?? mean)]))
}
