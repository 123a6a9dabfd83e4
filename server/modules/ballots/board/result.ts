import { plainFrom, sumsFrom, type PhoneVoteResult } from '#contract/phone-votes.ts'

/**
 * What may be shown of opened ballots: nothing but their number below five (they are counted with the paper), sums below ten, and from ten on each
 * ballot. A ballot that did not open, or with more marks for than seats, is spoilt (B4).
 */
export function resultOf(
  opened: readonly (readonly number[] | null)[],
  paper: { names: readonly string[]; seats: number },
): PhoneVoteResult {
  if (opened.length < sumsFrom)
    return { cast: opened.length, paper: null, spoilt: null, sums: null, ballots: null }
  const valid = opened.filter(
    (marks) => marks !== null && marks.filter((mark) => mark === 1).length <= paper.seats,
  ) as number[][]
  const count = (at: number, mark: number) => valid.filter((marks) => marks[at] === mark).length
  return {
    cast: opened.length,
    paper: null,
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

/** What an election came to, papers and ballots by phone together. */
export interface JointResult {
  /** Papers that came back. */
  paper: number
  valid: number
  void: number
  sums: NonNullable<PhoneVoteResult['sums']>
}

/**
 * What may be shown of ballots by phone that were counted with papers: the sums of both together, from five valid ballots on. One by one they stand there
 * only where nobody can take one heap from the sums and see the other: ten or more by phone, and ten or more on paper or none.
 */
export function jointResultOf(
  opened: readonly (readonly number[] | null)[],
  { joint, ...paper }: { names: readonly string[]; seats: number; joint: JointResult },
): PhoneVoteResult {
  const isApart = joint.paper === 0 || joint.paper >= plainFrom
  return {
    cast: opened.length,
    paper: joint.paper,
    spoilt: joint.valid < sumsFrom ? null : joint.void,
    sums: joint.valid < sumsFrom ? null : joint.sums,
    ballots: isApart ? resultOf(opened, paper).ballots : null,
  }
}
