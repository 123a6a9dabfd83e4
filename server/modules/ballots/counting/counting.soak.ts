import type { Extent } from '#tools/soak.ts'
import { randomFrom } from '#tools/generate/random.ts'
import { countedTwice } from './tests/agree.ts'
import { countEveryWay } from './tests/every-way.ts'
import { randomElection } from './tests/random-ballots.ts'

const usualBallots = 100_000

/** Random elections counted by both counters until so many ballots were counted, and every way up to five voters can vote. */
export async function run({ count = usualBallots, seed }: Extent): Promise<string> {
  const random = randomFrom(seed)
  const outcomes: Record<string, number> = {}
  let [ballots, elections] = [0, 0]
  while (ballots < count) {
    const { outcome, attended } = countedTwice(randomElection(random))
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    ballots += attended
    elections += 1
  }
  const said = Object.entries(outcomes).map(([outcome, times]) => `${outcome} ${times}`)
  const small = countEveryWay({ everyOfLargest: 1 })
  return Promise.resolve(
    `${ballots} ballots in ${elections} elections, both counters agree: ${said.join(', ')}; all ${small} small elections alike`,
  )
}
