import { checkAllUrns } from '../../modules/ballots/index.ts'
import { fromRows, type Finding, type Place } from './check.ts'

/** Every ballot and cancellation of secret votes was made with a token, and there are no more of them than tokens were drawn. */
export async function urnFinding(place: Place): Promise<Finding> {
  const { urns, faults } = await checkAllUrns(place)
  const rows = faults.map(({ voteId, kind, hash }) => ({
    what: [`vote ${voteId}`, kind.replaceAll('_', ' '), hash].filter((each) => each !== null).join(', '),
  }))
  return fromRows(`${urns} urns`, rows)
}
