import type { Tx } from '#server/platform/db/transaction.ts'
import type { JointResult } from '../board/result.ts'
import { candidatesOf } from '../election.ts'
import { resultsOf } from '../result/results.ts'

/** What the first vote of an election came to, papers and phones together, for the public board; null before it was counted. */
export async function jointResult(tx: Tx, electionId: string): Promise<JointResult | null> {
  const first = (await resultsOf(tx, electionId)).at(0)
  if (first === undefined) return null
  const names = new Map((await candidatesOf(tx, electionId)).map(({ id, name }) => [id, name]))
  const { channels, result } = first
  return {
    paper: channels.returned,
    valid: result.valid,
    void: result.void,
    sums: result.tallies.map(({ name, yes, no, abstain }) => ({
      name: names.get(name) ?? name,
      yes,
      no,
      abstain,
    })),
  }
}
