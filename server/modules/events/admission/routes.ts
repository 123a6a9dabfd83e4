import { operations } from '#contract/events-admission.ts'
import { batchedRoute, route, type Route } from '#server/platform/http/route.ts'
import { answerOffer } from './commands/answer-offer.ts'
import { cancelRegistration, withdrawRegistration } from './commands/cancel.ts'
import { drawLottery } from './commands/draw-lottery.ts'
import { excuseAbsence } from './commands/excuse-absence.ts'
import { registerOnSite } from './commands/register-on-site.ts'
import { registerForEvent } from './commands/register.ts'
import { setAdmission } from './commands/set-admission.ts'
import { getAdmission } from './queries/admission.ts'
import { getDrawProof } from './queries/draw-proof.ts'
import { explainAdmission } from './queries/own-admission.ts'
import { listRegistrations } from './queries/registrations.ts'

/** Places: what a worker does for themself, and what the office of the event does. */
export const admissionRoutes: readonly Route[] = [
  batchedRoute('registerForEvent', operations.registerForEvent, 'own.write', {
    about: ({ eventId }) => eventId,
    run: registerForEvent,
  }),
  route('cancelRegistration', operations.cancelRegistration, 'own.write', cancelRegistration),
  route('answerOffer', operations.answerOffer, 'own.write', answerOffer),
  route('explainAdmission', operations.explainAdmission, 'own.read', explainAdmission),
  route('getAdmission', operations.getAdmission, 'events.read', getAdmission),
  route('setAdmission', operations.setAdmission, 'events.write', setAdmission),
  route('listRegistrations', operations.listRegistrations, 'events.run', listRegistrations),
  route('registerOnSite', operations.registerOnSite, 'events.run', registerOnSite),
  route('withdrawRegistration', operations.withdrawRegistration, 'events.run', withdrawRegistration),
  route('excuseAbsence', operations.excuseAbsence, 'events.run', excuseAbsence),
  route('drawLottery', operations.drawLottery, 'events.run', drawLottery),
  route('getDrawProof', operations.getDrawProof, 'own.read', getDrawProof),
]
