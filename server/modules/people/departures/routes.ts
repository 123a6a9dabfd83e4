import { operations } from '#contract/people-departures.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { declareOwnWithdrawal, getOwnWithdrawal, takeBackOwnWithdrawal } from './own-withdrawal.ts'
import {
  getDepartureFacts,
  proposeExpulsion,
  proposeLapse,
  recordLapseReminder,
} from './propose-departure.ts'

export const departureRoutes: Route[] = [
  route('getOwnWithdrawal', operations.getOwnWithdrawal, 'own.read', getOwnWithdrawal),
  route('declareOwnWithdrawal', operations.declareOwnWithdrawal, 'own.write', declareOwnWithdrawal),
  route('takeBackOwnWithdrawal', operations.takeBackOwnWithdrawal, 'own.write', takeBackOwnWithdrawal),
  route('getDepartureFacts', operations.getDepartureFacts, 'people.read', getDepartureFacts),
  route('recordLapseReminder', operations.recordLapseReminder, 'people.write', recordLapseReminder),
  route('proposeLapse', operations.proposeLapse, 'people.write', proposeLapse),
  route('proposeExpulsion', operations.proposeExpulsion, 'people.write', proposeExpulsion),
]
