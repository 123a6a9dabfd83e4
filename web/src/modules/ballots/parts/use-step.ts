import { App } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import type { Input } from '../../../kit/call.ts'
import { useAct } from '../../../kit/query.ts'
import { ballotsChanged } from '../ballots-changed.ts'

type StepOperation =
  | 'submitBallot'
  | 'freezeRoll'
  | 'nominateCandidate'
  | 'withdrawCandidate'
  | 'publishCandidates'
  | 'raiseBallotObjection'
  | 'settleBallotObjection'
  | 'openBallot'
  | 'handOutPapers'
  | 'closeBallot'
  | 'decideBallot'
  | 'submitBallotResult'
  | 'joinPhoneVote'
  | 'allowPhoneVote'
  | 'publishCommitteeKey'
  | 'startTokenPeriod'
  | 'openPhoneVote'
  | 'closePhoneVote'
  | 'openSealedBallots'
  | 'declarePhoneVoteVoid'
  | 'confirmPhoneVoteVoid'
  | 'acceptSurrender'

/** One step of an election: a refusal is said in words; everything shown of the election is read anew. */
export function useStep<Id extends StepOperation>(
  operation: Id,
): { busy: boolean; take: (input: Input<Id>, done?: () => void) => void } {
  const { message } = App.useApp()
  const act = useAct(operation, { invalidates: ballotsChanged })
  return {
    busy: act.isPending,
    take: (input, done) =>
      act.mutate(input, {
        onSuccess: () => done?.(),
        onError: (error) => void message.error(errorSentence(error), 8),
      }),
  }
}
