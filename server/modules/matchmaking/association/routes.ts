import { operations } from '#contract/matchmaking-association.ts'
import { route, withoutKeptAnswer, type Route } from '#server/platform/http/route.ts'
import { proposeAtMeeting, putCaseOnScreen, setMeetingAgreement, showMeetingCase } from './commands/meet.ts'
import {
  addPlanItem,
  createMeeting,
  finishPlanItem,
  leaveAssociationSeat,
  openAssociationTerm,
  recordAttendance,
  takeAssociationSeat,
} from './commands/run-association.ts'
import { getAssociation, getMeeting } from './queries/association.ts'
import { listDeskMeetings } from './queries/desk-meetings.ts'

const manage = 'matchmaking.manage'
const work = 'matchmaking.desk'

/** The matchmakers' association: terms, plan, meetings, and cases by number on their screens. */
export const associationRoutes: readonly Route[] = [
  route('getAssociation', operations.getAssociation, manage, getAssociation),
  route('openAssociationTerm', operations.openAssociationTerm, manage, openAssociationTerm),
  route('takeAssociationSeat', operations.takeAssociationSeat, manage, takeAssociationSeat),
  route('leaveAssociationSeat', operations.leaveAssociationSeat, manage, leaveAssociationSeat),
  route('addPlanItem', operations.addPlanItem, manage, addPlanItem),
  route('finishPlanItem', operations.finishPlanItem, manage, finishPlanItem),
  route('createMeeting', operations.createMeeting, manage, createMeeting),
  route('getMeeting', operations.getMeeting, manage, getMeeting),
  route('recordAttendance', operations.recordAttendance, manage, recordAttendance),
  withoutKeptAnswer(route('showMeetingCase', operations.showMeetingCase, manage, showMeetingCase)),
  route('listDeskMeetings', operations.listDeskMeetings, work, listDeskMeetings),
  route('putCaseOnScreen', operations.putCaseOnScreen, work, putCaseOnScreen),
  route('proposeAtMeeting', operations.proposeAtMeeting, work, proposeAtMeeting),
  route('setMeetingAgreement', operations.setMeetingAgreement, 'own.write', setMeetingAgreement),
]
