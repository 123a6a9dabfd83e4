import { operations } from '#contract/consents.ts'
import { operations as records } from '#contract/privacy-records.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { listAssessments, recordAssessment } from './assessments/assessments.ts'
import { listBreaches, listBreachPersons } from './breaches/breaches.ts'
import { recordBreach, recordBreachStep } from './breaches/record-breach.ts'
import { giveConsent, withdrawConsent } from './commands/consent.ts'
import { acknowledgeNotice, publishNotice } from './commands/notice.ts'
import { getPrivacyOverview } from './queries/overview.ts'
import { getOwnPrivacy } from './queries/own-privacy.ts'

export const routes: Route[] = [
  route('getOwnPrivacy', operations.getOwnPrivacy, 'own.read', getOwnPrivacy),
  route('acknowledgeNotice', operations.acknowledgeNotice, 'own.write', acknowledgeNotice),
  route('giveConsent', operations.giveConsent, 'own.write', giveConsent),
  route('withdrawConsent', operations.withdrawConsent, 'own.write', withdrawConsent),
  route('getPrivacyOverview', operations.getPrivacyOverview, 'privacy.manage', getPrivacyOverview),
  route('publishNotice', operations.publishNotice, 'privacy.manage', publishNotice),
  route('listAssessments', records.listAssessments, 'privacy.manage', listAssessments),
  route('recordAssessment', records.recordAssessment, 'privacy.manage', recordAssessment),
  route('listBreaches', records.listBreaches, 'privacy.manage', listBreaches),
  route('recordBreach', records.recordBreach, 'privacy.manage', recordBreach),
  route('recordBreachStep', records.recordBreachStep, 'privacy.manage', recordBreachStep),
  route('listBreachPersons', records.listBreachPersons, 'privacy.manage', listBreachPersons),
]
