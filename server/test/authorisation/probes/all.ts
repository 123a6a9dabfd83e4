import type { Probe } from '../probe.ts'
import { attachmentProbes } from './attachments.ts'
import { approvalProbes } from './approvals.ts'
import { accountAdministrationProbes } from './account-administration.ts'
import { accountProbes } from './accounts.ts'
import { assessmentProbes } from './assessments.ts'
import { associationProbes } from './association.ts'
import { auditProbes } from './audit.ts'
import { ballotProbes } from './ballots.ts'
import { bulletinProbes } from './bulletins.ts'
import { choiceProbes } from './choices.ts'
import { admissionProbes } from './events-admission.ts'
import { commissionerProbes } from './commissioners.ts'
import { complaintProbes } from './complaints.ts'
import { consentProbes } from './consents.ts'
import { entryProbes, safetyProbes } from './matchmaking-entry.ts'
import { eventSeriesProbes } from './event-series.ts'
import { eventProbes } from './events.ts'
import { doorProbes } from './events-door.ts'
import { deskProbes } from './desk.ts'
import { fundProbes, paymentProbes } from './funds.ts'
import { allocationProbes, ceilingProbes, duesProbes, prizeProbes } from './funds-allocations.ts'
import { contributionProbes } from './funds-contributions.ts'
import { pointProbes } from './funds-points.ts'
import { seatingProbes } from './events-seating.ts'
import { activationProbes } from './activation.ts'
import { suggestionProbes } from './matchmaking-suggestions.ts'
import { foundationProbes } from './foundation.ts'
import { messageProbes } from './messages.ts'
import { organisationProbes } from './organisations.ts'
import { ownDataProbes } from './own-data.ts'
import { peopleProbes } from './people.ts'
import { powerProbes } from './powers.ts'
import { reportProbes } from './reports.ts'
import { rosterProbes } from './roster.ts'
import { trainingProbes } from './training.ts'
import { transferProbes } from './transfers.ts'
import { systemProbes } from './system.ts'
import { phoneVoteProbes } from './phone-votes.ts'
import { honourProbes } from './honours.ts'
import { venueProbes } from './venues.ts'

/** Every operation of the product, by its operationId. */
export const probes: Record<string, Probe> = {
  ...foundationProbes,
  ...activationProbes,
  ...attachmentProbes,
  ...messageProbes,
  ...accountProbes,
  ...accountAdministrationProbes,
  ...auditProbes,
  ...organisationProbes,
  ...peopleProbes,
  ...ownDataProbes,
  ...approvalProbes,
  ...consentProbes,
  ...powerProbes,
  ...admissionProbes,
  ...commissionerProbes,
  ...complaintProbes,
  ...ballotProbes,
  ...bulletinProbes,
  ...choiceProbes,
  ...deskProbes,
  ...associationProbes,
  ...assessmentProbes,
  ...trainingProbes,
  ...reportProbes,
  ...rosterProbes,
  ...transferProbes,
  ...systemProbes,
  ...eventProbes,
  ...fundProbes,
  ...paymentProbes,
  ...eventSeriesProbes,
  ...doorProbes,
  ...seatingProbes,
  ...entryProbes,
  ...safetyProbes,
  ...suggestionProbes,
  ...phoneVoteProbes,
  ...venueProbes,
  ...honourProbes,
  ...pointProbes,
  ...contributionProbes,
  ...allocationProbes,
  ...ceilingProbes,
  ...prizeProbes,
  ...duesProbes,
}
