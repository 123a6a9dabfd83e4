import { newId } from '#server/platform/ids.ts'
import { get, post, type Probe } from '../probe.ts'

const nowhere = newId()
const key = 'ab'.repeat(32)

/** Secret votes by phone: steps, the roll's side by name, the urn's side by nobody. */
export const phoneVoteProbes: Record<string, Probe> = {
  listPhoneVotes: {
    is: 'see votes by phone',
    lists: () => get('/phone-votes'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((row) => row.organisationId),
  },
  joinPhoneVote: {
    is: 'hold votes by phone',
    aimed: (place) => post(`/ballots/${place.ballotId}/phone-vote`),
  },
  // More seats than names: refused once the scope has been judged.
  createPhoneVote: {
    is: 'hold votes by phone',
    aimed: (place) =>
      post('/phone-votes', {
        organisationId: place.organisationId,
        title: '测试选举',
        seats: 9,
        names: ['甲'],
      }),
  },
  allowPhoneVote: {
    is: 'allow votes by phone',
    aimed: (place) => post(`/phone-votes/${place.voteId}/permission`),
  },
  publishCommitteeKey: {
    is: 'keep the key of votes by phone',
    aimed: (place) => post(`/phone-votes/${place.voteId}/committee-key`, { committeeKey: key }),
  },
  startTokenPeriod: {
    is: 'hold votes by phone',
    aimed: (place) => post(`/phone-votes/${place.voteId}/token-period`),
  },
  openPhoneVote: {
    is: 'hold votes by phone',
    aimed: (place) => post(`/phone-votes/${place.voteId}/opening`),
  },
  closePhoneVote: {
    is: 'hold votes by phone',
    aimed: (place) => post(`/phone-votes/${place.voteId}/closing`),
  },
  openSealedBallots: {
    is: 'keep the key of votes by phone',
    aimed: (place) => post(`/phone-votes/${place.voteId}/count`, { committeeSecret: key }),
  },
  declarePhoneVoteVoid: {
    is: 'keep the key of votes by phone',
    aimed: (place) => post(`/phone-votes/${place.voteId}/void-declaration`, { reason: '两份密钥丢失' }),
  },
  confirmPhoneVoteVoid: {
    is: 'keep the key of votes by phone',
    aimed: (place) => post(`/phone-votes/${place.voteId}/voiding`),
  },
  acceptSurrender: {
    is: 'count papers',
    aimed: (place) => post(`/phone-votes/${place.voteId}/surrenders`, { entryNo: 1 }),
  },
  copyBoard: { is: 'see votes by phone', plain: () => post(`/phone-votes/${nowhere}/board-copies`) },
  checkUrn: {
    is: 'see votes by phone',
    plain: () => post(`/phone-votes/${nowhere}/urn-check`, { lines: [] }),
  },
  listOwnPhoneVotes: { is: 'see one’s own file', plain: () => get('/own/phone-votes') },
  issueBallotToken: {
    is: 'see one’s own file',
    plain: () => post(`/own/phone-votes/${nowhere}/token`, { blinded: key }),
  },
  getBoard: { is: 'sign in and out', plain: () => get(`/public/votes/${nowhere}`) },
  castVote: {
    is: 'sign in and out',
    plain: () =>
      post(`/public/votes/${nowhere}/ballots`, { token: key + key, encryptedBallot: 'ab'.repeat(176) }),
  },
  surrenderVote: {
    is: 'sign in and out',
    plain: () => post(`/public/votes/${nowhere}/surrenders`, { token: key + key }),
  },
  verifyReceipt: { is: 'sign in and out', plain: () => get(`/public/votes/${nowhere}/receipts/${key}`) },
}
