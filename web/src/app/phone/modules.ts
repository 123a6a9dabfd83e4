import { addErrorTexts } from '../../kit/errors.ts'
import { offerEventParts } from '../../kit/event-parts.ts'
import type { PhoneModule } from '../../kit/routes.ts'
import { attachmentErrors } from '../../modules/attachments/errors.ts'
import { eventErrors } from '../../modules/events/errors.ts'
import { eventsPhone } from '../../modules/events/routes.tsx'
import { ballotsPhone } from '../../modules/ballots/phone-routes.tsx'
import { phoneVoteErrors } from '../../modules/ballots/phone-vote-errors.ts'
import { trainingErrors } from '../../modules/training/errors.ts'
import { assessmentErrors } from '../../modules/assessments/errors.ts'
import { matchmakingErrors } from '../../modules/matchmaking/errors.ts'
import { measureErrors } from '../../modules/measures/errors.ts'
import { measuresPhone } from '../../modules/measures/phone-routes.tsx'
import { assessmentsPhone } from '../../modules/assessments/phone-routes.tsx'
import { trainingPhone } from '../../modules/training/phone-routes.tsx'
import { matchmakingPhone } from '../../modules/matchmaking/phone-routes.tsx'
import { ownMembershipErrors } from '../../modules/people/phone/errors.ts'
import { honourErrors } from '../../modules/honours/errors.ts'
import { honoursPhone } from '../../modules/honours/phone-routes.tsx'
import { venueErrors } from '../../modules/venues/errors.ts'
import { venuesPhone } from '../../modules/venues/phone-routes.tsx'
import { commissionerErrors } from '../../modules/commissioners/errors.ts'
import { commissionersPhone } from '../../modules/commissioners/phone-routes.tsx'
import { complaintsPhone } from '../../modules/complaints/routes.tsx'
import { consentsPhone } from '../../modules/consents/routes.tsx'
import { complaintErrors } from '../../modules/complaints/errors.ts'
import { consentErrors } from '../../modules/consents/errors.ts'
import { approvalErrors } from '../../modules/approvals/errors.ts'
import { ownDataErrors } from '../../modules/people/own-data-errors.ts'
import { peoplePhone } from '../../modules/people/routes.tsx'
import { sessionErrors } from '../../modules/sessions/errors.ts'
import { sessionsPhone } from '../../modules/sessions/routes.tsx'

/** The modules the phone is made of, in the order of their lines. A new module adds one line here and one below. */
export const phoneModules: readonly PhoneModule[] = [
  measuresPhone,
  eventsPhone,
  matchmakingPhone,
  commissionersPhone,
  ballotsPhone,
  trainingPhone,
  honoursPhone,
  venuesPhone,
  assessmentsPhone,
  peoplePhone,
  consentsPhone,
  complaintsPhone,
  sessionsPhone,
]

for (const errors of [
  sessionErrors,
  attachmentErrors,
  ownMembershipErrors,
  approvalErrors,
  ownDataErrors,
  complaintErrors,
  consentErrors,
  eventErrors,
  assessmentErrors,
  trainingErrors,
  phoneVoteErrors,
  matchmakingErrors,
  measureErrors,
  commissionerErrors,
  honourErrors,
  venueErrors,
])
  addErrorTexts(errors)

offerEventParts(phoneModules)
