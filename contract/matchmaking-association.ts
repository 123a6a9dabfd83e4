import { Type, type Static } from 'typebox'
import { ProfileCard } from './matchmaking-entry.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation } from './operation.ts'
import { oneOf, Sex } from './people-records.ts'

export const seatRoles = ['president', 'vice_president', 'secretary', 'council', 'member'] as const
export const SeatRole = oneOf(seatRoles)
export type SeatRole = Static<typeof SeatRole>

export const meetingKinds = ['exchange', 'seminar'] as const
export const MeetingKind = oneOf(meetingKinds)
export type MeetingKind = Static<typeof MeetingKind>

export const attendanceStates = ['present', 'excused', 'absent'] as const
export const AttendanceState = oneOf(attendanceStates)
export type AttendanceState = Static<typeof AttendanceState>

const Title = Type.String({ minLength: 2, maxLength: 80 })

/** A term of the association with its council and members. `endsBefore` is the first day it no longer holds. */
export const AssociationTerm = Type.Object({
  id: Id,
  name: Type.String(),
  startsOn: DateOnly,
  endsBefore: DateOnly,
  seats: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      organisationName: Type.String(),
      role: SeatRole,
      startsOn: DateOnly,
      endsBefore: Nullable(DateOnly),
    }),
  ),
})
export type AssociationTerm = Static<typeof AssociationTerm>

export const PlanItem = Type.Object({
  id: Id,
  title: Type.String(),
  dueOn: DateOnly,
  doneOn: Nullable(DateOnly),
})
export type PlanItem = Static<typeof PlanItem>

/** A meeting in the list. */
export const MeetingRow = Type.Object({
  id: Id,
  kind: MeetingKind,
  title: Type.String(),
  heldOn: DateOnly,
  place: Type.String(),
  present: Type.Integer(),
  cases: Type.Integer(),
  introductions: Type.Integer(),
})
export type MeetingRow = Static<typeof MeetingRow>

export const Association = Type.Object({
  organisationId: Id,
  organisationName: Type.String(),
  year: Type.Integer(),
  terms: Type.Array(AssociationTerm),
  plan: Type.Array(PlanItem),
  meetings: Type.Array(MeetingRow),
})
export type Association = Static<typeof Association>

/** A meeting with who came and which numbers may be shown; nobody's card. */
export const Meeting = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  kind: MeetingKind,
  title: Type.String(),
  heldOn: DateOnly,
  place: Type.String(),
  agenda: Type.String(),
  attendances: Type.Array(
    Type.Object({
      matchmakerId: Id,
      name: Type.String(),
      organisationName: Type.String(),
      status: Nullable(AttendanceState),
    }),
  ),
  numbers: Type.Array(Type.Integer()),
  introductions: Type.Integer(),
})
export type Meeting = Static<typeof Meeting>

/** A card on the screen: a number in place of every name, and no picture. */
export const ScreenCard = Type.Object({ number: Type.Integer(), sex: Sex, card: ProfileCard })
export type ScreenCard = Static<typeof ScreenCard>

/** A meeting as a matchmaker sees it. `offered` are own cases whose person agreed and which have no number yet. */
export const DeskMeeting = Type.Object({
  id: Id,
  kind: MeetingKind,
  title: Type.String(),
  heldOn: DateOnly,
  place: Type.String(),
  agenda: Type.String(),
  own: Type.Array(Type.Object({ number: Type.Integer(), caseId: Id, nickname: Type.String() })),
  offered: Type.Array(Type.Object({ caseId: Id, nickname: Type.String() })),
  others: Type.Array(Type.Integer(), { description: 'numbers of other matchmakers’ cases' }),
})
export type DeskMeeting = Static<typeof DeskMeeting>

const ofOrganisation = Type.Object({ organisationId: Id })
const ofMeeting = Type.Object({ meetingId: Id })

/** The matchmakers' association. */
export const operations = {
  getAssociation: operation({
    method: 'GET',
    path: '/matchmaking/associations/:organisationId',
    summary: 'Terms, plan of a year and meetings of a federation’s association',
    params: ofOrganisation,
    query: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }),
    output: Association,
  }),
  openAssociationTerm: operation({
    method: 'POST',
    path: '/matchmaking/associations/:organisationId/terms',
    summary: 'Open a term of the association',
    params: ofOrganisation,
    body: Type.Object({ name: Title, startsOn: DateOnly, endsBefore: DateOnly }),
    output: Type.Object({ termId: Id }),
    status: 201,
  }),
  takeAssociationSeat: operation({
    method: 'POST',
    path: '/matchmaking/association-terms/:termId/seats',
    summary: 'Seat a matchmaker in a term, in the council or as a member',
    params: Type.Object({ termId: Id }),
    body: Type.Object({ matchmakerId: Id, role: SeatRole, startsOn: DateOnly }),
    output: Type.Object({ seatId: Id }),
    status: 201,
  }),
  leaveAssociationSeat: operation({
    method: 'POST',
    path: '/matchmaking/association-seats/:seatId/ending',
    summary: 'End a seat from today on',
    params: Type.Object({ seatId: Id }),
    output: Nothing,
  }),
  addPlanItem: operation({
    method: 'POST',
    path: '/matchmaking/associations/:organisationId/plan',
    summary: 'Add an item to the yearly plan',
    params: ofOrganisation,
    body: Type.Object({
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      title: Title,
      dueOn: DateOnly,
    }),
    output: Type.Object({ planItemId: Id }),
    status: 201,
  }),
  finishPlanItem: operation({
    method: 'POST',
    path: '/matchmaking/plan-items/:planItemId/completion',
    summary: 'Say that an item of the plan is done',
    params: Type.Object({ planItemId: Id }),
    output: Nothing,
  }),
  createMeeting: operation({
    method: 'POST',
    path: '/matchmaking/associations/:organisationId/meetings',
    summary: 'Call an exchange meeting or a work seminar',
    params: ofOrganisation,
    body: Type.Object({
      kind: MeetingKind,
      title: Title,
      heldOn: DateOnly,
      place: Type.String({ maxLength: 100 }),
      agenda: Type.String({ maxLength: 2000 }),
    }),
    output: Type.Object({ meetingId: Id }),
    status: 201,
  }),
  getMeeting: operation({
    method: 'GET',
    path: '/matchmaking/meetings/:meetingId',
    summary: 'One meeting: agenda, who came, which numbers may be shown',
    params: ofMeeting,
    output: Meeting,
  }),
  recordAttendance: operation({
    method: 'POST',
    path: '/matchmaking/meetings/:meetingId/attendances',
    summary: 'Record whether a matchmaker came',
    params: ofMeeting,
    body: Type.Object({ matchmakerId: Id, status: AttendanceState }),
    output: Nothing,
  }),
  showMeetingCase: operation({
    method: 'POST',
    path: '/matchmaking/meetings/:meetingId/showings',
    summary: 'Show one card on the screen, by its number: logged and shown to the person',
    params: ofMeeting,
    body: Type.Object({ number: Type.Integer({ minimum: 1, maximum: 999 }) }),
    output: ScreenCard,
  }),
  listDeskMeetings: operation({
    method: 'GET',
    path: '/matchmaking/desk/meetings',
    summary: 'Coming meetings of the associations above, with one’s own numbers',
    output: Type.Object({ items: Type.Array(DeskMeeting) }),
  }),
  putCaseOnScreen: operation({
    method: 'POST',
    path: '/matchmaking/desk/meetings/:meetingId/cases',
    summary: 'Give an own case a number at a meeting, where the person has agreed',
    params: ofMeeting,
    body: Type.Object({ caseId: Id }),
    output: Type.Object({ number: Type.Integer() }),
    status: 201,
  }),
  proposeAtMeeting: operation({
    method: 'POST',
    path: '/matchmaking/desk/meetings/:meetingId/introductions',
    summary: 'Propose the case behind a number to the person of one’s own case',
    params: ofMeeting,
    body: Type.Object({ caseId: Id, number: Type.Integer({ minimum: 1, maximum: 999 }) }),
    output: Type.Object({ introductionId: Id, answerUntil: Instant }),
    status: 201,
  }),
  setMeetingAgreement: operation({
    method: 'PUT',
    path: '/me/matchmaker/meetings',
    summary: 'May my card be shown at matchmakers’ meetings, by number, without nickname and picture?',
    body: Type.Object({ agreed: Type.Boolean() }),
    output: Nothing,
  }),
}
