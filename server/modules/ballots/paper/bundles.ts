import type { KeyedPaper } from '#contract/ballots-shapes.ts'
import type { CountedBallot, Mark } from '../counting/result.ts'
import type { Entry } from './store.ts'

/** A bundle as two people keyed it. */
export interface Bundle {
  bundleNo: number
  papers: number
  /** At most two: nobody else keys it. */
  keyedBy: readonly string[]
  /** Places, from 1, where the two differ; null until both have keyed it. */
  differences: number[] | null
}

/** The bundles of a vote with what is left to settle, in their order. */
export function bundlesOf(entries: readonly Entry[]): Bundle[] {
  const numbers = [...new Set(entries.map(({ bundleNo }) => bundleNo))].sort((a, b) => a - b)
  return numbers.map((bundleNo) => {
    const both = entries.filter((entry) => entry.bundleNo === bundleNo)
    const [first, second] = both
    return {
      bundleNo,
      papers: Math.max(...both.map(({ ballots }) => ballots.length)),
      keyedBy: both.map(({ personId }) => personId),
      differences: second === undefined ? null : differencesOf(first!.ballots, second.ballots),
    }
  })
}

/** The places, from 1, at which two people keyed something else; a paper that one of them lacks is a difference. */
export function differencesOf(one: readonly KeyedPaper[], other: readonly KeyedPaper[]): number[] {
  const places = Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at)
  return places.filter((at) => spelt(one[at]) !== spelt(other[at])).map((at) => at + 1)
}

/** A keyed paper as it is counted: marks stand in the order of the candidates on the paper. */
export function ballotOf(paper: KeyedPaper, candidateIds: readonly string[]): CountedBallot {
  const meaning: Record<string, Mark> = { y: 'yes', n: 'no', '-': 'abstain' }
  return {
    marks: Object.fromEntries(candidateIds.map((id, at) => [id, meaning[paper.marks[at] ?? '-']!])),
    writeIns: paper.writeIns,
    unclear: paper.unclear,
  }
}

function spelt(paper: KeyedPaper | undefined): string {
  if (paper === undefined) return ''
  // What an unreadable paper seems to say is nobody's to key.
  return paper.unclear ? 'unclear' : `${paper.marks} ${[...paper.writeIns].sort().join('|')}`
}
