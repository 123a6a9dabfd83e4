import { plainFrom, sumsFrom, type PhoneVoteResult } from '#contract/phone-votes.ts'

/**
 * What may be shown of opened ballots: nothing but their number below five (they are counted with the paper), sums below ten, and from ten on each
 * ballot. A ballot that did not open, or with more marks for than seats, is spoilt (B4).
 */
export function resultOf(
  opened: readonly (readonly number[] | null)[],
  paper: { names: readonly string[]; seats: number },
): PhoneVoteResult {
  if (opened.length < sumsFrom) return { cast: opened.length, spoilt: null, sums: null, ballots: null }
  const valid = opened.filter(
    (marks) => marks !== null && marks.filter((mark) => mark === 1).length <= paper.seats,
  ) as number[][]
  const count = (at: number, mark: number) => valid.filter((marks) => marks[at] === mark).length
  return {
    cast: opened.length,
    spoilt: opened.length - valid.length,
    sums: paper.names.map((name, at) => ({
      name,
      yes: count(at, 1),
      no: count(at, 2),
      abstain: count(at, 3),
    })),
    ballots: opened.length < plainFrom ? null : valid,
  }
}
