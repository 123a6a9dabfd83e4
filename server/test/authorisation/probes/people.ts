import { get, post, type Probe } from '../probe.ts'
import type { Place } from '../world.ts'

const of = (place: Place, rest: string) => `/members/${place.memberId}${rest}`
// Before the members of the test world joined: whatever is dated so is refused, once the scope has been judged.
const tooEarly = '2000-01-01'

/** Members, their files, and changes of many at once. */
export const peopleProbes: Record<string, Probe> = {
  listMembers: {
    is: 'see members',
    lists: () => get('/members?limit=200'),
    organisationIdsOf: (body: { items: { unionId: string }[] }) => body.items.map((each) => each.unionId),
  },
  getMember: { is: 'see members', aimed: (place) => get(of(place, '')) },
  listDeclaredRelatives: { is: 'see members', aimed: (place) => get(of(place, '/relatives')) },
  declareRelative: {
    is: 'change members',
    aimed: (place) => post(of(place, '/relatives'), { relativeId: place.memberId, relation: 'spouse' }),
  },
  endDeclaredRelative: {
    is: 'change members',
    aimed: (place) => post(of(place, `/relatives/${place.declarationId}/ending`)),
  },
  compareMembers: {
    is: 'see members',
    aimed: (place) => get(of(place, `/comparison?otherPersonId=${place.memberId}`)),
  },
  revealMember: {
    is: 'reveal hidden data',
    aimed: (place) => post(of(place, '/reveal'), { fields: ['mobile'], reason: '核对联系电话' }),
  },
  addMember: {
    is: 'change members',
    aimed: (place) =>
      post('/members', { unionId: place.organisationId, name: '测试新会员', joinedOn: '2099-01-01' }),
  },
  changeMember: {
    is: 'change members',
    aimed: (place) => ({ method: 'PATCH', path: of(place, ''), body: { version: 99 } }),
  },
  recordEmployment: {
    is: 'change members',
    aimed: (place) =>
      post(of(place, '/employments'), { employerId: place.organisationId, startsOn: tooEarly }),
  },
  endEmployment: { is: 'change members', plain: () => post('/members/none/employments/none/ending', {}) },
  endMemberships: {
    is: 'change members',
    aimed: (place) =>
      post('/memberships/ending', { personIds: [place.memberId], kind: 'left', on: tooEarly }),
  },
  moveMembers: {
    is: 'change members',
    aimed: (place) =>
      post('/memberships/move', {
        personIds: [place.memberId],
        toUnionId: place.organisationId,
        on: tooEarly,
      }),
  },
  transferMembership: {
    is: 'change members',
    aimed: (place) => post(of(place, '/transfer'), { toUnionId: place.organisationId, on: tooEarly }),
  },
  previewMassChange: {
    is: 'change members',
    aimed: (place) =>
      post('/memberships/preview', { personIds: [place.memberId], kind: 'left', on: tooEarly }),
  },
  listMassChanges: { is: 'change members', plain: () => get('/mass-changes') },
  undoMassChange: { is: 'change members', plain: () => post('/mass-changes/none/undoing', {}) },
  exportMembers: {
    is: 'export a roster',
    aimed: (place) =>
      post('/members/export', { filter: { organisationId: place.organisationId }, purpose: '核对花名册' }),
  },
  mergePersons: {
    is: 'change members',
    aimed: (place) => post(of(place, '/merges'), { otherPersonId: place.memberId, reason: '同一个人' }),
  },
  listDuplicates: { is: 'change members', plain: () => get('/duplicates?reason=card') },
  previewMerges: {
    is: 'change members',
    aimed: (place) =>
      post('/duplicates/preview', {
        pairs: [{ personId: place.memberId, otherPersonId: place.memberId }],
      }),
  },
  mergeMany: {
    is: 'change members',
    aimed: (place) =>
      post('/duplicates/merges', {
        pairs: [{ personId: place.memberId, otherPersonId: place.memberId }],
        reason: '同一个人',
      }),
  },
  keepApart: {
    is: 'change members',
    aimed: (place) =>
      post('/duplicates/distinctions', {
        personId: place.memberId,
        otherPersonId: place.memberId,
      }),
  },
  proposeMerge: {
    is: 'change members',
    aimed: (place) => post('/duplicates/proposals', { personId: place.memberId }),
  },
  undoMergePersons: { is: 'change members', plain: () => post('/members/none/merges/none/undoing', {}) },
  getDepartureFacts: { is: 'see members', aimed: (place) => get(of(place, '/departure')) },
  recordLapseReminder: {
    is: 'change members',
    aimed: (place) => post(of(place, '/lapse-reminders'), { remindedOn: '2099-01-01', way: 'phone' }),
  },
  proposeLapse: {
    is: 'change members',
    aimed: (place) => post(of(place, '/lapse'), { unpaidSince: '2099-01-01' }),
  },
  proposeExpulsion: {
    is: 'change members',
    aimed: (place) =>
      post(of(place, '/expulsion'), {
        judgmentNo: '判决书',
        groupDecidedOn: '2099-01-02',
        groupDocumentNo: '小组决议',
        committeeDecidedOn: '2099-01-01',
        committeeDocumentNo: '委员会决议',
      }),
  },
  getOwnWithdrawal: { is: 'see one’s own file', plain: () => get('/me/withdrawal') },
  declareOwnWithdrawal: { is: 'ask for what is one’s own', plain: () => post('/me/withdrawal', {}) },
  takeBackOwnWithdrawal: {
    is: 'ask for what is one’s own',
    plain: () => post('/me/withdrawal/undoing'),
  },
  getOwnCard: { is: 'see one’s own file', plain: () => get('/me/card') },
  getOwnFile: { is: 'see one’s own file', plain: () => get('/me/file') },
  verifyCard: { is: 'see members', plain: () => post('/cards/verification', { code: 'none' }) },
}
