import type { CandidacyObstacle, CandidateOffice } from '#contract/candidacy.ts'
import { candidacyRules, obstaclesOf } from '#server/modules/ballots/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { latestDeclaration } from './store.ts'

/** The obstacles of a person (the root record) at an organisation, by what they declared last, on a day; the rules are those of elections. */
export async function candidacyObstacles(
  tx: Tx,
  asked: { personId: string; organisationId: string; office: CandidateOffice; day: string },
): Promise<CandidacyObstacle[]> {
  return obstaclesOf(asked.office, await latestDeclaration(tx, asked), await candidacyRules(tx, asked.day))
}
