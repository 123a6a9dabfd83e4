import { operations as desk } from '#contract/matchmaking-desk.ts'
import { operations as register } from '#contract/matchmaking-matchmakers.ts'
import { operations as own } from '#contract/matchmaking-own-desk.ts'
import { route, withoutKeptAnswer, type Route } from '#server/platform/http/route.ts'
import { associationRoutes } from '../association/routes.ts'
import { answerIntroduction } from './commands/answer-introduction.ts'
import { answerFollowUp, noteFollowUp } from './commands/follow-ups.ts'
import { endMatchmaker, handOverCases } from './commands/hand-over-cases.ts'
import { openPoolProfile } from './commands/open-pool-profile.ts'
import { proposeIntroduction } from './commands/propose-introduction.ts'
import { recordAgreement, registerMatchmaker, updateMatchmaker } from './commands/register-matchmaker.ts'
import { releaseCase, takeCase } from './commands/take-case.ts'
import { assignMatchmaker, takeBackWish, wishForMatchmaker } from './commands/wish-for-matchmaker.ts'
import { writeDeskNote } from './commands/write-desk-note.ts'
import { getCase, listCases } from './queries/cases.ts'
import { getDesk } from './queries/desk.ts'
import { listDistricts } from './queries/districts.ts'
import { listFollowUps } from './queries/follow-ups.ts'
import {
  getMatchmaker,
  listMatchmakerCandidates,
  listMatchmakers,
  listMatchmakerWishes,
} from './queries/matchmakers.ts'
import { getOwnMatchmaker, listOwnFollowUps, listOwnIntroductions } from './queries/own.ts'
import { listCasePartners, listPool } from './queries/pool.ts'

const manage = 'matchmaking.manage'
const work = 'matchmaking.desk'

/** The register of matchmakers, their desk and association, and what workers see of it. Nothing here exports. */
export const deskRoutes: readonly Route[] = [
  route('listMatchmakers', register.listMatchmakers, manage, listMatchmakers),
  route('listMatchmakerCandidates', register.listMatchmakerCandidates, manage, listMatchmakerCandidates),
  route('getMatchmaker', register.getMatchmaker, manage, getMatchmaker),
  route('registerMatchmaker', register.registerMatchmaker, manage, registerMatchmaker),
  route('updateMatchmaker', register.updateMatchmaker, manage, updateMatchmaker),
  route('recordAgreement', register.recordAgreement, manage, recordAgreement),
  route('endMatchmaker', register.endMatchmaker, manage, endMatchmaker),
  route('handOverCases', register.handOverCases, manage, handOverCases),
  route('listMatchmakerWishes', register.listMatchmakerWishes, manage, listMatchmakerWishes),
  route('assignMatchmaker', register.assignMatchmaker, manage, assignMatchmaker),
  route('listDistricts', desk.listDistricts, 'signed_in', listDistricts),
  route('getDesk', desk.getDesk, work, getDesk),
  route('listPool', desk.listPool, work, listPool),
  withoutKeptAnswer(route('openPoolProfile', desk.openPoolProfile, work, openPoolProfile)),
  route('listCases', desk.listCases, work, listCases),
  route('takeCase', desk.takeCase, work, takeCase),
  route('getCase', desk.getCase, work, getCase),
  route('releaseCase', desk.releaseCase, work, releaseCase),
  route('writeDeskNote', desk.writeDeskNote, work, writeDeskNote),
  route('listCasePartners', desk.listCasePartners, work, listCasePartners),
  route('proposeIntroduction', desk.proposeIntroduction, work, proposeIntroduction),
  route('listFollowUps', desk.listFollowUps, work, listFollowUps),
  route('noteFollowUp', desk.noteFollowUp, work, noteFollowUp),
  route('listOwnIntroductions', own.listOwnIntroductions, 'own.read', listOwnIntroductions),
  // A kept answer would be a second place that says that, and when, somebody answered.
  withoutKeptAnswer(route('answerIntroduction', own.answerIntroduction, 'own.write', answerIntroduction)),
  route('getOwnMatchmaker', own.getOwnMatchmaker, 'own.read', getOwnMatchmaker),
  route('wishForMatchmaker', own.wishForMatchmaker, 'own.write', wishForMatchmaker),
  route('takeBackWish', own.takeBackWish, 'own.write', takeBackWish),
  route('listOwnFollowUps', own.listOwnFollowUps, 'own.read', listOwnFollowUps),
  route('answerFollowUp', own.answerFollowUp, 'own.write', answerFollowUp),
  ...associationRoutes,
]
