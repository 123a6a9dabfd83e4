import type { Sentence } from '../../i18n/texts.ts'
import { accessErrors } from '../../modules/access/errors.ts'
import { attachmentErrors } from '../../modules/attachments/errors.ts'
import { approvalErrors } from '../../modules/approvals/errors.ts'
import { auditErrors } from '../../modules/audit/errors.ts'
import { commissionerErrors } from '../../modules/commissioners/errors.ts'
import { complaintErrors } from '../../modules/complaints/errors.ts'
import { consentErrors } from '../../modules/consents/errors.ts'
import { accountErrors } from '../../modules/accounts/errors.ts'
import { activationErrors } from '../../modules/activation/errors.ts'
import { eventErrors } from '../../modules/events/errors.ts'
import { fundErrors } from '../../modules/funds/errors.ts'
import { inboxErrors } from '../../modules/inbox/errors.ts'
import { trainingErrors } from '../../modules/training/errors.ts'
import { assessmentErrors } from '../../modules/assessments/errors.ts'
import { matchmakingErrors } from '../../modules/matchmaking/errors.ts'
import { measureErrors } from '../../modules/measures/errors.ts'
import { organisationErrors } from '../../modules/organisations/errors.ts'
import { peopleErrors } from '../../modules/people/errors.ts'
import { reportErrors } from '../../modules/reports/errors.ts'
import { rosterErrors } from '../../modules/roster/errors.ts'
import { sessionErrors } from '../../modules/sessions/errors.ts'
import { systemErrors } from '../../modules/system/errors.ts'
import { phoneVoteErrors } from '../../modules/ballots/phone-vote-errors.ts'
import { honourErrors } from '../../modules/honours/errors.ts'
import { venueErrors } from '../../modules/venues/errors.ts'
import { ballotErrors } from '../../modules/ballots/errors.ts'

/** The error sentences of every module; a test finds the code of the server that none of them says. */
export const consoleErrors: readonly Readonly<Record<string, Sentence>>[] = [
  sessionErrors,
  accessErrors,
  accountErrors,
  activationErrors,
  approvalErrors,
  auditErrors,
  commissionerErrors,
  complaintErrors,
  consentErrors,
  inboxErrors,
  attachmentErrors,
  organisationErrors,
  peopleErrors,
  rosterErrors,
  measureErrors,
  systemErrors,
  venueErrors,
  ballotErrors,
  phoneVoteErrors,
  honourErrors,
  eventErrors,
  assessmentErrors,
  trainingErrors,
  matchmakingErrors,
  reportErrors,
  fundErrors,
]
