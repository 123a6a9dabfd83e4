import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation } from './operation.ts'
import { oneOf, Reason } from './people-records.ts'

/** How a member was reminded of dues and union life. */
export const ReminderWay = oneOf(['letter', 'phone', 'message', 'visit'])
export type ReminderWay = Static<typeof ReminderWay>

/** One’s own withdrawal: what it would mean, and one that is declared. */
export const OwnWithdrawal = Type.Object({
  member: Type.Boolean(),
  /** The first day without the membership, if it were declared today. */
  wouldEndOn: DateOnly,
  /** Union posts held today: they end with the membership only when whoever appoints ends them. */
  appointments: Type.Integer(),
  declared: Nullable(Type.Object({ effectiveOn: DateOnly, declaredAt: Instant })),
})
export type OwnWithdrawal = Static<typeof OwnWithdrawal>

/** What stands on a member’s file about leaving: reminders as evidence, and whether a lapse may be proposed. */
export const DepartureFacts = Type.Object({
  reminders: Type.Array(Type.Object({ id: Id, remindedOn: DateOnly, way: ReminderWay })),
  lapseMonths: Type.Integer(),
  lapseReminders: Type.Integer(),
  /** A proposal that waits for its decision. */
  open: Nullable(Type.Object({ requestId: Id, kind: oneOf(['lapse', 'expulsion']) })),
  /** The member has declared to withdraw. */
  withdrawsOn: Nullable(DateOnly),
  can: Type.Object({ change: Type.Boolean() }),
})
export type DepartureFacts = Static<typeof DepartureFacts>

const onePerson = Type.Object({ personId: Id })
const DocumentNo = Type.String({ minLength: 2, maxLength: 100 })
const Proposed = Type.Object({ requestId: Id })

/** Leaving the union by own wish, by lapse and by expulsion. */
export const operations = {
  getOwnWithdrawal: operation({
    method: 'GET',
    path: '/me/withdrawal',
    summary: 'What withdrawing from the union would mean, and whether one has declared it',
    output: OwnWithdrawal,
  }),
  declareOwnWithdrawal: operation({
    method: 'POST',
    path: '/me/withdrawal',
    summary: 'Declare that one withdraws; it takes effect after some days and can be taken back until then',
    body: Type.Object({ consequencesRead: Type.Literal(true), reason: Type.Optional(Reason) }),
    output: OwnWithdrawal,
    status: 201,
  }),
  takeBackOwnWithdrawal: operation({
    method: 'POST',
    path: '/me/withdrawal/undoing',
    summary: 'Stay a member after all',
    body: Type.Object({}),
    output: OwnWithdrawal,
  }),
  getDepartureFacts: operation({
    method: 'GET',
    path: '/members/:personId/departure',
    summary: 'Reminders and proposals about a member’s leaving',
    params: onePerson,
    output: DepartureFacts,
  }),
  recordLapseReminder: operation({
    method: 'POST',
    path: '/members/:personId/lapse-reminders',
    summary: 'A member without dues and union life was reminded',
    params: onePerson,
    body: Type.Object({ remindedOn: DateOnly, way: ReminderWay }),
    output: DepartureFacts,
    status: 201,
  }),
  proposeLapse: operation({
    method: 'POST',
    path: '/members/:personId/lapse',
    summary:
      'Propose that half a year without dues and union life counts as withdrawal; somebody else decides',
    params: onePerson,
    body: Type.Object({ unpaidSince: DateOnly }),
    output: Proposed,
    status: 201,
  }),
  proposeExpulsion: operation({
    method: 'POST',
    path: '/members/:personId/expulsion',
    summary: 'Propose an expulsion decided by group and committee; the union above decides last',
    params: onePerson,
    body: Type.Object({
      judgmentNo: DocumentNo,
      groupDecidedOn: DateOnly,
      groupDocumentNo: DocumentNo,
      committeeDecidedOn: DateOnly,
      committeeDocumentNo: DocumentNo,
    }),
    output: Proposed,
    status: 201,
  }),
}
