import { operations } from '#contract/phone-votes.ts'
import {
  anonymousRoute,
  platformRoute,
  route,
  withoutKeptAnswer,
  type Route,
} from '#server/platform/http/route.ts'
import { checkUrnByCopy, copyBoard } from '../board/commands/copy-board.ts'
import { getBoard, verifyReceipt } from '../board/queries/get-board.ts'
import { joinPhoneVote } from '../joining/commands/join-phone-vote.ts'
import { castVote, surrenderVote } from '../urn/index.ts'
import { acceptSurrender } from './commands/accept-surrender.ts'
import { issueBallotToken } from './commands/issue-token.ts'
import { createPhoneVote } from './commands/prepare-vote.ts'
import {
  allowPhoneVote,
  closePhoneVote,
  openPhoneVote,
  openSealedBallots,
  publishCommitteeKey,
  startTokenPeriod,
} from './commands/steps.ts'
import { confirmPhoneVoteVoid } from '../voiding/commands/confirm-void.ts'
import { declarePhoneVoteVoid } from '../voiding/commands/declare-void.ts'
import { listOwnPhoneVotes, listPhoneVotes } from './queries/votes.ts'

/** Secret votes by phone: roll and tokens by name, urn and board without. */
export const phoneVoteRoutes: readonly Route[] = [
  route('listPhoneVotes', operations.listPhoneVotes, 'phone_votes.read', listPhoneVotes),
  route('joinPhoneVote', operations.joinPhoneVote, 'phone_votes.run', joinPhoneVote),
  route('createPhoneVote', operations.createPhoneVote, 'phone_votes.run', createPhoneVote),
  route('allowPhoneVote', operations.allowPhoneVote, 'phone_votes.allow', allowPhoneVote),
  route('publishCommitteeKey', operations.publishCommitteeKey, 'phone_votes.keys', publishCommitteeKey),
  route('startTokenPeriod', operations.startTokenPeriod, 'phone_votes.run', startTokenPeriod),
  platformRoute('openPhoneVote', operations.openPhoneVote, 'phone_votes.run', openPhoneVote),
  platformRoute('closePhoneVote', operations.closePhoneVote, 'phone_votes.run', closePhoneVote),
  platformRoute('openSealedBallots', operations.openSealedBallots, 'phone_votes.keys', openSealedBallots),
  route('declarePhoneVoteVoid', operations.declarePhoneVoteVoid, 'phone_votes.keys', declarePhoneVoteVoid),
  platformRoute(
    'confirmPhoneVoteVoid',
    operations.confirmPhoneVoteVoid,
    'phone_votes.keys',
    confirmPhoneVoteVoid,
  ),
  platformRoute('copyBoard', operations.copyBoard, 'phone_votes.read', copyBoard),
  platformRoute('checkUrn', operations.checkUrn, 'phone_votes.read', checkUrnByCopy),
  platformRoute('acceptSurrender', operations.acceptSurrender, 'ballots.count', acceptSurrender),
  route('listOwnPhoneVotes', operations.listOwnPhoneVotes, 'signed_in', listOwnPhoneVotes),
  // A kept answer would say when somebody drew their token.
  withoutKeptAnswer(route('issueBallotToken', operations.issueBallotToken, 'signed_in', issueBallotToken)),
  anonymousRoute('getBoard', operations.getBoard, getBoard),
  anonymousRoute('castVote', operations.castVote, castVote),
  anonymousRoute('surrenderVote', operations.surrenderVote, surrenderVote),
  anonymousRoute('verifyReceipt', operations.verifyReceipt, verifyReceipt),
]
