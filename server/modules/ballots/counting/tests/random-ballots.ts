import type { Random } from '#tools/generate/random.ts'
import type { ToCount } from '../count.ts'
import type { CountedBallot, Mark } from '../result.ts'
import type { Share } from '../rules.ts'

const shares: readonly Omit<Share, 'base' | 'operator'>[] = [
  { numerator: 1, denominator: 2 },
  { numerator: 2, denominator: 3 },
  { numerator: 4, denominator: 5 },
]
const bases = ['due', 'attended', 'valid', 'all'] as const
const operators = ['>=', '>'] as const
const marks: readonly Mark[] = ['yes', 'yes', 'no', 'abstain']

/** Any election: small and middling, all rules mixed, ballots of every kind, ties made likely by few voters. */
export function randomElection(random: Random): ToCount {
  const candidates = Array.from({ length: random.between(1, 6) }, (_, at) => `c${at}`)
  const due = random.between(1, random.chance(0.2) ? 60 : 12)
  const rules = {
    seats: random.between(1, 5),
    quorum: { ...random.pick(shares), operator: random.pick(operators), base: 'due' as const },
    majority: random.chance(0.1)
      ? null
      : { ...random.pick(shares), operator: random.pick(operators), base: random.pick(bases) },
    writeIns: random.pick(['allowed', 'void'] as const),
    blank: random.pick(['valid', 'void'] as const),
  }
  const issued = due - (random.chance(0.7) ? 0 : random.below(Math.min(due, 3) + 1))
  const ballots = Array.from(
    {
      length: random.chance(0.03)
        ? issued + 1
        : random.between(Math.floor(issued * (random.chance(0.8) ? 0.9 : 0.5)), issued),
    },
    () => randomBallot(random, candidates),
  )
  const barred = random.chance(0.1) ? ['w0'] : []
  return {
    rules,
    candidates,
    turnout: { due, issued, ...(random.chance(0.3) ? { all: due + random.below(4) } : {}) },
    ballots,
    decisions: { barred },
  }
}

function randomBallot(random: Random, candidates: readonly string[]): CountedBallot {
  const isBlank = random.chance(0.05)
  const share = random.pick([0.4, 0.8])
  const marked = isBlank ? [] : candidates.filter(() => random.chance(share))
  return {
    marks: Object.fromEntries(marked.map((name) => [name, random.pick(marks)])),
    writeIns: !isBlank && random.chance(0.1) ? [`w${random.below(2)}`] : [],
    unclear: random.chance(0.04),
  }
}
