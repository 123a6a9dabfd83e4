// Written by tools/generate-operations.ts from contract/*.ts; run `node tools/generate-operations.ts` after a change there.
import type { operations as accessOperations } from '#contract/access.ts'
import type { operations as accountsOperations } from '#contract/accounts.ts'
import type { operations as activationOperations } from '#contract/activation.ts'
import type { operations as appointmentsOperations } from '#contract/appointments.ts'
import type { operations as approvalsOperations } from '#contract/approvals.ts'
import type { operations as assessmentsOwnOperations } from '#contract/assessments-own.ts'
import type { operations as assessmentsSchemesOperations } from '#contract/assessments-schemes.ts'
import type { operations as assessmentsVoicesOperations } from '#contract/assessments-voices.ts'
import type { operations as assessmentsOperations } from '#contract/assessments.ts'
import type { operations as attachmentsOperations } from '#contract/attachments.ts'
import type { operations as auditOperations } from '#contract/audit.ts'
import type { operations as ballotDocumentsOperations } from '#contract/ballot-documents.ts'
import type { operations as ballotsOperations } from '#contract/ballots.ts'
import type { operations as calendarOperations } from '#contract/calendar.ts'
import type { operations as commissionersPilotOperations } from '#contract/commissioners-pilot.ts'
import type { operations as commissionersPoolOperations } from '#contract/commissioners-pool.ts'
import type { operations as commissionersPostsOperations } from '#contract/commissioners-posts.ts'
import type { operations as commissionersOperations } from '#contract/commissioners.ts'
import type { operations as complaintsOperations } from '#contract/complaints.ts'
import type { operations as consentsOperations } from '#contract/consents.ts'
import type { operations as dashboardOperations } from '#contract/dashboard.ts'
import type { operations as eventsAdmissionOperations } from '#contract/events-admission.ts'
import type { operations as eventsCalendarOperations } from '#contract/events-calendar.ts'
import type { operations as eventsDoorOperations } from '#contract/events-door.ts'
import type { operations as eventsHostsOperations } from '#contract/events-hosts.ts'
import type { operations as eventsSeatingOperations } from '#contract/events-seating.ts'
import type { operations as eventsSeriesOperations } from '#contract/events-series.ts'
import type { operations as eventsOperations } from '#contract/events.ts'
import type { operations as fundsAllocationsOperations } from '#contract/funds-allocations.ts'
import type { operations as fundsCeilingsOperations } from '#contract/funds-ceilings.ts'
import type { operations as fundsContributionsOperations } from '#contract/funds-contributions.ts'
import type { operations as fundsDuesOperations } from '#contract/funds-dues.ts'
import type { operations as fundsPaymentsOperations } from '#contract/funds-payments.ts'
import type { operations as fundsPointsOperations } from '#contract/funds-points.ts'
import type { operations as fundsPrizesOperations } from '#contract/funds-prizes.ts'
import type { operations as fundsOperations } from '#contract/funds.ts'
import type { operations as honoursPublicOperations } from '#contract/honours-public.ts'
import type { operations as honoursOperations } from '#contract/honours.ts'
import type { operations as inboxOperations } from '#contract/inbox.ts'
import type { operations as jobsOperations } from '#contract/jobs.ts'
import type { operations as matchmakingAssociationOperations } from '#contract/matchmaking-association.ts'
import type { operations as matchmakingChoicesOperations } from '#contract/matchmaking-choices.ts'
import type { operations as matchmakingDeskOperations } from '#contract/matchmaking-desk.ts'
import type { operations as matchmakingEntryOperations } from '#contract/matchmaking-entry.ts'
import type { operations as matchmakingFiguresOperations } from '#contract/matchmaking-figures.ts'
import type { operations as matchmakingMatchmakersOperations } from '#contract/matchmaking-matchmakers.ts'
import type { operations as matchmakingOwnDeskOperations } from '#contract/matchmaking-own-desk.ts'
import type { operations as matchmakingPairsOperations } from '#contract/matchmaking-pairs.ts'
import type { operations as matchmakingPaperOperations } from '#contract/matchmaking-paper.ts'
import type { operations as matchmakingSafetyOperations } from '#contract/matchmaking-safety.ts'
import type { operations as matchmakingSuggestionsOperations } from '#contract/matchmaking-suggestions.ts'
import type { operations as measureWorkbookOperations } from '#contract/measure-workbook.ts'
import type { operations as measuresOperations } from '#contract/measures.ts'
import type { operations as messagesOperations } from '#contract/messages.ts'
import type { operations as organisationsOperations } from '#contract/organisations.ts'
import type { operations as ownDataOperations } from '#contract/own-data.ts'
import type { operations as passkeysOperations } from '#contract/passkeys.ts'
import type { operations as peopleDeparturesOperations } from '#contract/people-departures.ts'
import type { operations as peopleDuplicatesOperations } from '#contract/people-duplicates.ts'
import type { operations as peopleRelativesOperations } from '#contract/people-relatives.ts'
import type { operations as peopleTransfersOperations } from '#contract/people-transfers.ts'
import type { operations as peopleOperations } from '#contract/people.ts'
import type { operations as phoneVotesOperations } from '#contract/phone-votes.ts'
import type { operations as privacyRecordsOperations } from '#contract/privacy-records.ts'
import type { operations as providerOperations } from '#contract/provider.ts'
import type { operations as publicPagesOperations } from '#contract/public-pages.ts'
import type { operations as reportsBulletinsOperations } from '#contract/reports-bulletins.ts'
import type { operations as reportsReturnsOperations } from '#contract/reports-returns.ts'
import type { operations as reportsSealsOperations } from '#contract/reports-seals.ts'
import type { operations as reportsTemplatesOperations } from '#contract/reports-templates.ts'
import type { operations as retentionOperations } from '#contract/retention.ts'
import type { operations as rosterOperations } from '#contract/roster.ts'
import type { operations as sessionsOperations } from '#contract/sessions.ts'
import type { operations as signInOperations } from '#contract/sign-in.ts'
import type { operations as stipendsOperations } from '#contract/stipends.ts'
import type { operations as systemOperations } from '#contract/system.ts'
import type { operations as tenantsOperations } from '#contract/tenants.ts'
import type { operations as trainingOperations } from '#contract/training.ts'
import type { operations as venuesReportsOperations } from '#contract/venues-reports.ts'
import type { operations as venuesOperations } from '#contract/venues.ts'

/** Every operation of the contract by its id. */
export interface Operations {
  explainAccess: (typeof accessOperations)['explainAccess']
  explainAccessOf: (typeof accessOperations)['explainAccessOf']
  listOwnPowers: (typeof accessOperations)['listOwnPowers']
  listPostPowers: (typeof accessOperations)['listPostPowers']
  listOwnDelegations: (typeof accessOperations)['listOwnDelegations']
  listDelegations: (typeof accessOperations)['listDelegations']
  createDelegation: (typeof accessOperations)['createDelegation']
  endDelegation: (typeof accessOperations)['endDelegation']
  createToken: (typeof accessOperations)['createToken']
  listTokens: (typeof accessOperations)['listTokens']
  revokeToken: (typeof accessOperations)['revokeToken']
  listAccounts: (typeof accountsOperations)['listAccounts']
  resetAccountPassword: (typeof accountsOperations)['resetAccountPassword']
  endAccountSessions: (typeof accountsOperations)['endAccountSessions']
  unlockAccount: (typeof accountsOperations)['unlockAccount']
  closeAccount: (typeof accountsOperations)['closeAccount']
  reopenAccount: (typeof accountsOperations)['reopenAccount']
  getActivationWays: (typeof activationOperations)['getActivationWays']
  requestActivationCode: (typeof activationOperations)['requestActivationCode']
  confirmActivationCode: (typeof activationOperations)['confirmActivationCode']
  confirmActivationSlip: (typeof activationOperations)['confirmActivationSlip']
  openInvitation: (typeof activationOperations)['openInvitation']
  completeActivation: (typeof activationOperations)['completeActivation']
  listActivationMembers: (typeof activationOperations)['listActivationMembers']
  printActivationSlips: (typeof activationOperations)['printActivationSlips']
  listSlipRuns: (typeof activationOperations)['listSlipRuns']
  openSlipRun: (typeof activationOperations)['openSlipRun']
  revokeActivationSlips: (typeof activationOperations)['revokeActivationSlips']
  listOfficerAccess: (typeof activationOperations)['listOfficerAccess']
  inviteOfficer: (typeof activationOperations)['inviteOfficer']
  revokeInvitation: (typeof activationOperations)['revokeInvitation']
  listAppointments: (typeof appointmentsOperations)['listAppointments']
  getAppointment: (typeof appointmentsOperations)['getAppointment']
  listAppointablePosts: (typeof appointmentsOperations)['listAppointablePosts']
  listAppointmentCandidates: (typeof appointmentsOperations)['listAppointmentCandidates']
  createAppointment: (typeof appointmentsOperations)['createAppointment']
  endAppointment: (typeof appointmentsOperations)['endAppointment']
  appointSubstitute: (typeof appointmentsOperations)['appointSubstitute']
  previewHandOver: (typeof appointmentsOperations)['previewHandOver']
  handOver: (typeof appointmentsOperations)['handOver']
  undoHandOver: (typeof appointmentsOperations)['undoHandOver']
  listApprovals: (typeof approvalsOperations)['listApprovals']
  getApproval: (typeof approvalsOperations)['getApproval']
  openApprovalAttachment: (typeof approvalsOperations)['openApprovalAttachment']
  openApprovalThumbnail: (typeof approvalsOperations)['openApprovalThumbnail']
  decideApproval: (typeof approvalsOperations)['decideApproval']
  listOwnAssessments: (typeof assessmentsOwnOperations)['listOwnAssessments']
  submitSelfReport: (typeof assessmentsOwnOperations)['submitSelfReport']
  appealAssessment: (typeof assessmentsOwnOperations)['appealAssessment']
  listSchemes: (typeof assessmentsSchemesOperations)['listSchemes']
  createScheme: (typeof assessmentsSchemesOperations)['createScheme']
  reviseScheme: (typeof assessmentsSchemesOperations)['reviseScheme']
  listAssessmentPeriods: (typeof assessmentsSchemesOperations)['listAssessmentPeriods']
  createAssessmentPeriod: (typeof assessmentsSchemesOperations)['createAssessmentPeriod']
  getAssessmentPeriod: (typeof assessmentsSchemesOperations)['getAssessmentPeriod']
  enrolAssessmentSubjects: (typeof assessmentsSchemesOperations)['enrolAssessmentSubjects']
  closeAssessmentPeriod: (typeof assessmentsSchemesOperations)['closeAssessmentPeriod']
  listAskedVoices: (typeof assessmentsVoicesOperations)['listAskedVoices']
  giveVoice: (typeof assessmentsVoicesOperations)['giveVoice']
  getOwnAssessmentDuties: (typeof assessmentsVoicesOperations)['getOwnAssessmentDuties']
  listAssessedPersons: (typeof assessmentsOperations)['listAssessedPersons']
  createAssessment: (typeof assessmentsOperations)['createAssessment']
  getAssessment: (typeof assessmentsOperations)['getAssessment']
  downloadAssessmentEvidence: (typeof assessmentsOperations)['downloadAssessmentEvidence']
  recordAssessmentLeave: (typeof assessmentsOperations)['recordAssessmentLeave']
  submitScores: (typeof assessmentsOperations)['submitScores']
  reviewAssessment: (typeof assessmentsOperations)['reviewAssessment']
  approveAssessment: (typeof assessmentsOperations)['approveAssessment']
  returnAssessment: (typeof assessmentsOperations)['returnAssessment']
  decideAssessmentAppeal: (typeof assessmentsOperations)['decideAssessmentAppeal']
  createAttachment: (typeof attachmentsOperations)['createAttachment']
  openOwnAttachment: (typeof attachmentsOperations)['openOwnAttachment']
  openOwnThumbnail: (typeof attachmentsOperations)['openOwnThumbnail']
  deleteOwnAttachment: (typeof attachmentsOperations)['deleteOwnAttachment']
  listAuditEntries: (typeof auditOperations)['listAuditEntries']
  getAuditEntry: (typeof auditOperations)['getAuditEntry']
  exportAuditEntries: (typeof auditOperations)['exportAuditEntries']
  verifyAuditChain: (typeof auditOperations)['verifyAuditChain']
  getAuditState: (typeof auditOperations)['getAuditState']
  listAuditSeals: (typeof auditOperations)['listAuditSeals']
  listAuditAnchors: (typeof auditOperations)['listAuditAnchors']
  createAuditAnchor: (typeof auditOperations)['createAuditAnchor']
  getAuditAnchor: (typeof auditOperations)['getAuditAnchor']
  downloadAuditAnchor: (typeof auditOperations)['downloadAuditAnchor']
  getBallotDocument: (typeof ballotDocumentsOperations)['getBallotDocument']
  downloadBallotDocument: (typeof ballotDocumentsOperations)['downloadBallotDocument']
  listBallots: (typeof ballotsOperations)['listBallots']
  listChairVacancies: (typeof ballotsOperations)['listChairVacancies']
  createBallot: (typeof ballotsOperations)['createBallot']
  getBallot: (typeof ballotsOperations)['getBallot']
  submitBallot: (typeof ballotsOperations)['submitBallot']
  freezeRoll: (typeof ballotsOperations)['freezeRoll']
  getBallotRoll: (typeof ballotsOperations)['getBallotRoll']
  nominateCandidate: (typeof ballotsOperations)['nominateCandidate']
  withdrawCandidate: (typeof ballotsOperations)['withdrawCandidate']
  publishCandidates: (typeof ballotsOperations)['publishCandidates']
  raiseBallotObjection: (typeof ballotsOperations)['raiseBallotObjection']
  settleBallotObjection: (typeof ballotsOperations)['settleBallotObjection']
  openBallot: (typeof ballotsOperations)['openBallot']
  handOutPapers: (typeof ballotsOperations)['handOutPapers']
  recordPaperResult: (typeof ballotsOperations)['recordPaperResult']
  getPaperEntry: (typeof ballotsOperations)['getPaperEntry']
  closeBallot: (typeof ballotsOperations)['closeBallot']
  getBallotResult: (typeof ballotsOperations)['getBallotResult']
  decideBallot: (typeof ballotsOperations)['decideBallot']
  submitBallotResult: (typeof ballotsOperations)['submitBallotResult']
  listCalendarDays: (typeof calendarOperations)['listCalendarDays']
  listPilot: (typeof commissionersPilotOperations)['listPilot']
  takePilotStep: (typeof commissionersPilotOperations)['takePilotStep']
  listTalents: (typeof commissionersPoolOperations)['listTalents']
  addTalent: (typeof commissionersPoolOperations)['addTalent']
  changeTalent: (typeof commissionersPoolOperations)['changeTalent']
  endTalent: (typeof commissionersPoolOperations)['endTalent']
  recordTalentSharing: (typeof commissionersPoolOperations)['recordTalentSharing']
  listVacancyMatches: (typeof commissionersPoolOperations)['listVacancyMatches']
  getOwnTalent: (typeof commissionersPoolOperations)['getOwnTalent']
  setOwnTalentSharing: (typeof commissionersPoolOperations)['setOwnTalentSharing']
  listCommissioners: (typeof commissionersPostsOperations)['listCommissioners']
  checkCandidacy: (typeof commissionersPostsOperations)['checkCandidacy']
  giveCommissionerPost: (typeof commissionersPostsOperations)['giveCommissionerPost']
  endCommissionerPost: (typeof commissionersPostsOperations)['endCommissionerPost']
  getHandOverList: (typeof commissionersPostsOperations)['getHandOverList']
  recordHandOverPoint: (typeof commissionersPostsOperations)['recordHandOverPoint']
  getCommissionerCoverage: (typeof commissionersOperations)['getCommissionerCoverage']
  listTwoNewOrganisations: (typeof commissionersOperations)['listTwoNewOrganisations']
  downloadTwoNewOrganisations: (typeof commissionersOperations)['downloadTwoNewOrganisations']
  getOrganisationStory: (typeof commissionersOperations)['getOrganisationStory']
  listComplaintTargets: (typeof complaintsOperations)['listComplaintTargets']
  fileComplaint: (typeof complaintsOperations)['fileComplaint']
  listOwnComplaints: (typeof complaintsOperations)['listOwnComplaints']
  replyToAnswer: (typeof complaintsOperations)['replyToAnswer']
  listComplaints: (typeof complaintsOperations)['listComplaints']
  getComplaint: (typeof complaintsOperations)['getComplaint']
  answerComplaint: (typeof complaintsOperations)['answerComplaint']
  revealComplainant: (typeof complaintsOperations)['revealComplainant']
  getOwnPrivacy: (typeof consentsOperations)['getOwnPrivacy']
  acknowledgeNotice: (typeof consentsOperations)['acknowledgeNotice']
  giveConsent: (typeof consentsOperations)['giveConsent']
  withdrawConsent: (typeof consentsOperations)['withdrawConsent']
  getPrivacyOverview: (typeof consentsOperations)['getPrivacyOverview']
  publishNotice: (typeof consentsOperations)['publishNotice']
  getDashboard: (typeof dashboardOperations)['getDashboard']
  registerForEvent: (typeof eventsAdmissionOperations)['registerForEvent']
  cancelRegistration: (typeof eventsAdmissionOperations)['cancelRegistration']
  answerOffer: (typeof eventsAdmissionOperations)['answerOffer']
  explainAdmission: (typeof eventsAdmissionOperations)['explainAdmission']
  getAdmission: (typeof eventsAdmissionOperations)['getAdmission']
  setAdmission: (typeof eventsAdmissionOperations)['setAdmission']
  listRegistrations: (typeof eventsAdmissionOperations)['listRegistrations']
  registerOnSite: (typeof eventsAdmissionOperations)['registerOnSite']
  withdrawRegistration: (typeof eventsAdmissionOperations)['withdrawRegistration']
  excuseAbsence: (typeof eventsAdmissionOperations)['excuseAbsence']
  drawLottery: (typeof eventsAdmissionOperations)['drawLottery']
  getDrawProof: (typeof eventsAdmissionOperations)['getDrawProof']
  downloadEventCalendar: (typeof eventsCalendarOperations)['downloadEventCalendar']
  downloadOwnCalendar: (typeof eventsCalendarOperations)['downloadOwnCalendar']
  checkIn: (typeof eventsDoorOperations)['checkIn']
  letInWaiting: (typeof eventsDoorOperations)['letInWaiting']
  openScanDevice: (typeof eventsDoorOperations)['openScanDevice']
  listOfflineEntries: (typeof eventsDoorOperations)['listOfflineEntries']
  syncScans: (typeof eventsDoorOperations)['syncScans']
  listScans: (typeof eventsDoorOperations)['listScans']
  getHall: (typeof eventsDoorOperations)['getHall']
  streamHall: (typeof eventsDoorOperations)['streamHall']
  printDoorList: (typeof eventsDoorOperations)['printDoorList']
  keyInDoorList: (typeof eventsDoorOperations)['keyInDoorList']
  getOwnEventPass: (typeof eventsDoorOperations)['getOwnEventPass']
  takeBackCheckIn: (typeof eventsDoorOperations)['takeBackCheckIn']
  listPartnerUnions: (typeof eventsHostsOperations)['listPartnerUnions']
  inviteHost: (typeof eventsHostsOperations)['inviteHost']
  listHostInvitations: (typeof eventsHostsOperations)['listHostInvitations']
  answerHostInvitation: (typeof eventsHostsOperations)['answerHostInvitation']
  planRounds: (typeof eventsSeatingOperations)['planRounds']
  listRounds: (typeof eventsSeatingOperations)['listRounds']
  releaseRound: (typeof eventsSeatingOperations)['releaseRound']
  leaveSeating: (typeof eventsSeatingOperations)['leaveSeating']
  returnToSeating: (typeof eventsSeatingOperations)['returnToSeating']
  listOwnRounds: (typeof eventsSeatingOperations)['listOwnRounds']
  leaveOwnSeating: (typeof eventsSeatingOperations)['leaveOwnSeating']
  listEventSeries: (typeof eventsSeriesOperations)['listEventSeries']
  getEventSeries: (typeof eventsSeriesOperations)['getEventSeries']
  createEventSeries: (typeof eventsSeriesOperations)['createEventSeries']
  updateEventSeries: (typeof eventsSeriesOperations)['updateEventSeries']
  draftEditions: (typeof eventsSeriesOperations)['draftEditions']
  createEvent: (typeof eventsOperations)['createEvent']
  updateEvent: (typeof eventsOperations)['updateEvent']
  submitEvent: (typeof eventsOperations)['submitEvent']
  returnEvent: (typeof eventsOperations)['returnEvent']
  publishEvent: (typeof eventsOperations)['publishEvent']
  postponeEvent: (typeof eventsOperations)['postponeEvent']
  cancelEvent: (typeof eventsOperations)['cancelEvent']
  closeEvent: (typeof eventsOperations)['closeEvent']
  listEvents: (typeof eventsOperations)['listEvents']
  getEvent: (typeof eventsOperations)['getEvent']
  listOpenEvents: (typeof eventsOperations)['listOpenEvents']
  getOpenEvent: (typeof eventsOperations)['getOpenEvent']
  planAllocation: (typeof fundsAllocationsOperations)['planAllocation']
  listAllocations: (typeof fundsAllocationsOperations)['listAllocations']
  downloadAllocations: (typeof fundsAllocationsOperations)['downloadAllocations']
  getAllocation: (typeof fundsAllocationsOperations)['getAllocation']
  downloadAllocation: (typeof fundsAllocationsOperations)['downloadAllocation']
  createAllocation: (typeof fundsAllocationsOperations)['createAllocation']
  decideAllocation: (typeof fundsAllocationsOperations)['decideAllocation']
  payAllocation: (typeof fundsAllocationsOperations)['payAllocation']
  listUnionShares: (typeof fundsAllocationsOperations)['listUnionShares']
  downloadUnionShares: (typeof fundsAllocationsOperations)['downloadUnionShares']
  getUnionShare: (typeof fundsAllocationsOperations)['getUnionShare']
  recordAllocationSpending: (typeof fundsAllocationsOperations)['recordAllocationSpending']
  reverseAllocationSpending: (typeof fundsAllocationsOperations)['reverseAllocationSpending']
  getCeilings: (typeof fundsCeilingsOperations)['getCeilings']
  getBenefitRoom: (typeof fundsCeilingsOperations)['getBenefitRoom']
  listBenefits: (typeof fundsCeilingsOperations)['listBenefits']
  getBenefit: (typeof fundsCeilingsOperations)['getBenefit']
  downloadBenefits: (typeof fundsCeilingsOperations)['downloadBenefits']
  recordBenefit: (typeof fundsCeilingsOperations)['recordBenefit']
  decideBenefit: (typeof fundsCeilingsOperations)['decideBenefit']
  listContributions: (typeof fundsContributionsOperations)['listContributions']
  sumContributions: (typeof fundsContributionsOperations)['sumContributions']
  downloadContributions: (typeof fundsContributionsOperations)['downloadContributions']
  getContribution: (typeof fundsContributionsOperations)['getContribution']
  recordContribution: (typeof fundsContributionsOperations)['recordContribution']
  withdrawContribution: (typeof fundsContributionsOperations)['withdrawContribution']
  recordContributionMovement: (typeof fundsContributionsOperations)['recordContributionMovement']
  reverseContributionMovement: (typeof fundsContributionsOperations)['reverseContributionMovement']
  getDuesTerms: (typeof fundsDuesOperations)['getDuesTerms']
  listDues: (typeof fundsDuesOperations)['listDues']
  downloadDues: (typeof fundsDuesOperations)['downloadDues']
  recordDues: (typeof fundsDuesOperations)['recordDues']
  withdrawDues: (typeof fundsDuesOperations)['withdrawDues']
  recordPayeeAccount: (typeof fundsPaymentsOperations)['recordPayeeAccount']
  listOpenClaims: (typeof fundsPaymentsOperations)['listOpenClaims']
  createPaymentBatch: (typeof fundsPaymentsOperations)['createPaymentBatch']
  listPaymentBatches: (typeof fundsPaymentsOperations)['listPaymentBatches']
  downloadPaymentBatches: (typeof fundsPaymentsOperations)['downloadPaymentBatches']
  getPaymentBatch: (typeof fundsPaymentsOperations)['getPaymentBatch']
  listPaymentLines: (typeof fundsPaymentsOperations)['listPaymentLines']
  approvePaymentBatch: (typeof fundsPaymentsOperations)['approvePaymentBatch']
  sendBackPaymentBatch: (typeof fundsPaymentsOperations)['sendBackPaymentBatch']
  exportPaymentBatch: (typeof fundsPaymentsOperations)['exportPaymentBatch']
  getPaymentPaper: (typeof fundsPaymentsOperations)['getPaymentPaper']
  downloadPaymentPaper: (typeof fundsPaymentsOperations)['downloadPaymentPaper']
  payPaymentBatch: (typeof fundsPaymentsOperations)['payPaymentBatch']
  importPaymentReturns: (typeof fundsPaymentsOperations)['importPaymentReturns']
  getDirectPointTerms: (typeof fundsPointsOperations)['getDirectPointTerms']
  listDirectPoints: (typeof fundsPointsOperations)['listDirectPoints']
  downloadDirectPoints: (typeof fundsPointsOperations)['downloadDirectPoints']
  getDirectPoint: (typeof fundsPointsOperations)['getDirectPoint']
  createDirectPointGrant: (typeof fundsPointsOperations)['createDirectPointGrant']
  decideDirectPointGrant: (typeof fundsPointsOperations)['decideDirectPointGrant']
  payDirectPointShare: (typeof fundsPointsOperations)['payDirectPointShare']
  reverseDirectPointPayment: (typeof fundsPointsOperations)['reverseDirectPointPayment']
  reportDirectPoint: (typeof fundsPointsOperations)['reportDirectPoint']
  reviewDirectPointReport: (typeof fundsPointsOperations)['reviewDirectPointReport']
  proposeDemonstrationPoint: (typeof fundsPointsOperations)['proposeDemonstrationPoint']
  decideDemonstrationPoint: (typeof fundsPointsOperations)['decideDemonstrationPoint']
  getPrizeTerms: (typeof fundsPrizesOperations)['getPrizeTerms']
  listPrizeLists: (typeof fundsPrizesOperations)['listPrizeLists']
  downloadPrizeLists: (typeof fundsPrizesOperations)['downloadPrizeLists']
  givePrizes: (typeof fundsPrizesOperations)['givePrizes']
  listFundSources: (typeof fundsOperations)['listFundSources']
  createFundSource: (typeof fundsOperations)['createFundSource']
  listBudgets: (typeof fundsOperations)['listBudgets']
  downloadBudgets: (typeof fundsOperations)['downloadBudgets']
  getBudget: (typeof fundsOperations)['getBudget']
  createBudget: (typeof fundsOperations)['createBudget']
  addToBudget: (typeof fundsOperations)['addToBudget']
  reverseBudgetMovement: (typeof fundsOperations)['reverseBudgetMovement']
  releaseHonour: (typeof honoursPublicOperations)['releaseHonour']
  withdrawHonourRelease: (typeof honoursPublicOperations)['withdrawHonourRelease']
  getPublicHonour: (typeof honoursPublicOperations)['getPublicHonour']
  listOwnHonours: (typeof honoursPublicOperations)['listOwnHonours']
  downloadOwnHonourCertificate: (typeof honoursPublicOperations)['downloadOwnHonourCertificate']
  downloadHonourCertificate: (typeof honoursPublicOperations)['downloadHonourCertificate']
  listHonourTitles: (typeof honoursOperations)['listHonourTitles']
  listHonours: (typeof honoursOperations)['listHonours']
  conferHonour: (typeof honoursOperations)['conferHonour']
  revokeHonour: (typeof honoursOperations)['revokeHonour']
  verifyHonour: (typeof honoursOperations)['verifyHonour']
  listInboxTasks: (typeof inboxOperations)['listInboxTasks']
  endInboxTask: (typeof inboxOperations)['endInboxTask']
  getJob: (typeof jobsOperations)['getJob']
  streamEvents: (typeof jobsOperations)['streamEvents']
  listOwnJobs: (typeof jobsOperations)['listOwnJobs']
  getAssociation: (typeof matchmakingAssociationOperations)['getAssociation']
  openAssociationTerm: (typeof matchmakingAssociationOperations)['openAssociationTerm']
  takeAssociationSeat: (typeof matchmakingAssociationOperations)['takeAssociationSeat']
  leaveAssociationSeat: (typeof matchmakingAssociationOperations)['leaveAssociationSeat']
  addPlanItem: (typeof matchmakingAssociationOperations)['addPlanItem']
  finishPlanItem: (typeof matchmakingAssociationOperations)['finishPlanItem']
  createMeeting: (typeof matchmakingAssociationOperations)['createMeeting']
  getMeeting: (typeof matchmakingAssociationOperations)['getMeeting']
  recordAttendance: (typeof matchmakingAssociationOperations)['recordAttendance']
  showMeetingCase: (typeof matchmakingAssociationOperations)['showMeetingCase']
  listDeskMeetings: (typeof matchmakingAssociationOperations)['listDeskMeetings']
  putCaseOnScreen: (typeof matchmakingAssociationOperations)['putCaseOnScreen']
  proposeAtMeeting: (typeof matchmakingAssociationOperations)['proposeAtMeeting']
  setMeetingAgreement: (typeof matchmakingAssociationOperations)['setMeetingAgreement']
  getOwnChoices: (typeof matchmakingChoicesOperations)['getOwnChoices']
  recordChoices: (typeof matchmakingChoicesOperations)['recordChoices']
  getChoiceCounts: (typeof matchmakingChoicesOperations)['getChoiceCounts']
  closeChoices: (typeof matchmakingChoicesOperations)['closeChoices']
  listDistricts: (typeof matchmakingDeskOperations)['listDistricts']
  getDesk: (typeof matchmakingDeskOperations)['getDesk']
  listPool: (typeof matchmakingDeskOperations)['listPool']
  openPoolProfile: (typeof matchmakingDeskOperations)['openPoolProfile']
  listCases: (typeof matchmakingDeskOperations)['listCases']
  takeCase: (typeof matchmakingDeskOperations)['takeCase']
  getCase: (typeof matchmakingDeskOperations)['getCase']
  releaseCase: (typeof matchmakingDeskOperations)['releaseCase']
  writeDeskNote: (typeof matchmakingDeskOperations)['writeDeskNote']
  listCasePartners: (typeof matchmakingDeskOperations)['listCasePartners']
  proposeIntroduction: (typeof matchmakingDeskOperations)['proposeIntroduction']
  listFollowUps: (typeof matchmakingDeskOperations)['listFollowUps']
  noteFollowUp: (typeof matchmakingDeskOperations)['noteFollowUp']
  getOwnMatchmaking: (typeof matchmakingEntryOperations)['getOwnMatchmaking']
  declareSingle: (typeof matchmakingEntryOperations)['declareSingle']
  askAttestation: (typeof matchmakingEntryOperations)['askAttestation']
  createProfile: (typeof matchmakingEntryOperations)['createProfile']
  getOwnProfile: (typeof matchmakingEntryOperations)['getOwnProfile']
  updateProfile: (typeof matchmakingEntryOperations)['updateProfile']
  pauseProfile: (typeof matchmakingEntryOperations)['pauseProfile']
  resumeProfile: (typeof matchmakingEntryOperations)['resumeProfile']
  withdrawFromMatchmaking: (typeof matchmakingEntryOperations)['withdrawFromMatchmaking']
  listOwnProfileViews: (typeof matchmakingEntryOperations)['listOwnProfileViews']
  downloadOwnPhoto: (typeof matchmakingEntryOperations)['downloadOwnPhoto']
  downloadSharedPhoto: (typeof matchmakingEntryOperations)['downloadSharedPhoto']
  listAttestations: (typeof matchmakingEntryOperations)['listAttestations']
  attestEligibility: (typeof matchmakingEntryOperations)['attestEligibility']
  getMatchmakingFunnel: (typeof matchmakingFiguresOperations)['getMatchmakingFunnel']
  listMatchmakers: (typeof matchmakingMatchmakersOperations)['listMatchmakers']
  listMatchmakerCandidates: (typeof matchmakingMatchmakersOperations)['listMatchmakerCandidates']
  getMatchmaker: (typeof matchmakingMatchmakersOperations)['getMatchmaker']
  registerMatchmaker: (typeof matchmakingMatchmakersOperations)['registerMatchmaker']
  updateMatchmaker: (typeof matchmakingMatchmakersOperations)['updateMatchmaker']
  recordAgreement: (typeof matchmakingMatchmakersOperations)['recordAgreement']
  endMatchmaker: (typeof matchmakingMatchmakersOperations)['endMatchmaker']
  handOverCases: (typeof matchmakingMatchmakersOperations)['handOverCases']
  listMatchmakerWishes: (typeof matchmakingMatchmakersOperations)['listMatchmakerWishes']
  assignMatchmaker: (typeof matchmakingMatchmakersOperations)['assignMatchmaker']
  listOwnIntroductions: (typeof matchmakingOwnDeskOperations)['listOwnIntroductions']
  answerIntroduction: (typeof matchmakingOwnDeskOperations)['answerIntroduction']
  getOwnMatchmaker: (typeof matchmakingOwnDeskOperations)['getOwnMatchmaker']
  wishForMatchmaker: (typeof matchmakingOwnDeskOperations)['wishForMatchmaker']
  takeBackWish: (typeof matchmakingOwnDeskOperations)['takeBackWish']
  listOwnFollowUps: (typeof matchmakingOwnDeskOperations)['listOwnFollowUps']
  answerFollowUp: (typeof matchmakingOwnDeskOperations)['answerFollowUp']
  listOwnMatches: (typeof matchmakingPairsOperations)['listOwnMatches']
  releaseContact: (typeof matchmakingPairsOperations)['releaseContact']
  confirmCouple: (typeof matchmakingPairsOperations)['confirmCouple']
  recordOutcome: (typeof matchmakingPairsOperations)['recordOutcome']
  listPaperCards: (typeof matchmakingPaperOperations)['listPaperCards']
  keyPaperCard: (typeof matchmakingPaperOperations)['keyPaperCard']
  openPaperCard: (typeof matchmakingPaperOperations)['openPaperCard']
  settlePaperCard: (typeof matchmakingPaperOperations)['settlePaperCard']
  blockPerson: (typeof matchmakingSafetyOperations)['blockPerson']
  listOwnBlocks: (typeof matchmakingSafetyOperations)['listOwnBlocks']
  unblockPerson: (typeof matchmakingSafetyOperations)['unblockPerson']
  reportPerson: (typeof matchmakingSafetyOperations)['reportPerson']
  listOwnReports: (typeof matchmakingSafetyOperations)['listOwnReports']
  listPersonReports: (typeof matchmakingSafetyOperations)['listPersonReports']
  getPersonReport: (typeof matchmakingSafetyOperations)['getPersonReport']
  downloadReportEvidence: (typeof matchmakingSafetyOperations)['downloadReportEvidence']
  decidePersonReport: (typeof matchmakingSafetyOperations)['decidePersonReport']
  liftExclusion: (typeof matchmakingSafetyOperations)['liftExclusion']
  listSuggestions: (typeof matchmakingSuggestionsOperations)['listSuggestions']
  listSuggestionWeeks: (typeof matchmakingSuggestionsOperations)['listSuggestionWeeks']
  downloadMeasure: (typeof measureWorkbookOperations)['downloadMeasure']
  downloadMeasureRows: (typeof measureWorkbookOperations)['downloadMeasureRows']
  listMeasures: (typeof measuresOperations)['listMeasures']
  queryMeasure: (typeof measuresOperations)['queryMeasure']
  openMeasure: (typeof measuresOperations)['openMeasure']
  listOutbox: (typeof messagesOperations)['listOutbox']
  getMessageDelivery: (typeof messagesOperations)['getMessageDelivery']
  listOrganisations: (typeof organisationsOperations)['listOrganisations']
  getOrganisationTree: (typeof organisationsOperations)['getOrganisationTree']
  getOrganisation: (typeof organisationsOperations)['getOrganisation']
  listOrganisationGaps: (typeof organisationsOperations)['listOrganisationGaps']
  createOrganisation: (typeof organisationsOperations)['createOrganisation']
  changeOrganisation: (typeof organisationsOperations)['changeOrganisation']
  moveOrganisation: (typeof organisationsOperations)['moveOrganisation']
  mergeOrganisations: (typeof organisationsOperations)['mergeOrganisations']
  splitOrganisation: (typeof organisationsOperations)['splitOrganisation']
  closeOrganisation: (typeof organisationsOperations)['closeOrganisation']
  previewTreeChange: (typeof organisationsOperations)['previewTreeChange']
  recordHeadcount: (typeof organisationsOperations)['recordHeadcount']
  recordTerm: (typeof organisationsOperations)['recordTerm']
  recordCoverage: (typeof organisationsOperations)['recordCoverage']
  endCoverage: (typeof organisationsOperations)['endCoverage']
  recordAffiliation: (typeof organisationsOperations)['recordAffiliation']
  changeOwnData: (typeof ownDataOperations)['changeOwnData']
  askCorrection: (typeof ownDataOperations)['askCorrection']
  changeCorrection: (typeof ownDataOperations)['changeCorrection']
  listOwnRequests: (typeof ownDataOperations)['listOwnRequests']
  withdrawOwnRequest: (typeof ownDataOperations)['withdrawOwnRequest']
  getErasurePreview: (typeof ownDataOperations)['getErasurePreview']
  askErasure: (typeof ownDataOperations)['askErasure']
  downloadOwnData: (typeof ownDataOperations)['downloadOwnData']
  askFullExport: (typeof ownDataOperations)['askFullExport']
  listFullExports: (typeof ownDataOperations)['listFullExports']
  downloadFullExport: (typeof ownDataOperations)['downloadFullExport']
  startPasskeySignIn: (typeof passkeysOperations)['startPasskeySignIn']
  createPasskeySession: (typeof passkeysOperations)['createPasskeySession']
  listOwnPasskeys: (typeof passkeysOperations)['listOwnPasskeys']
  startPasskeyRegistration: (typeof passkeysOperations)['startPasskeyRegistration']
  registerPasskey: (typeof passkeysOperations)['registerPasskey']
  removePasskey: (typeof passkeysOperations)['removePasskey']
  getOwnWithdrawal: (typeof peopleDeparturesOperations)['getOwnWithdrawal']
  declareOwnWithdrawal: (typeof peopleDeparturesOperations)['declareOwnWithdrawal']
  takeBackOwnWithdrawal: (typeof peopleDeparturesOperations)['takeBackOwnWithdrawal']
  getDepartureFacts: (typeof peopleDeparturesOperations)['getDepartureFacts']
  recordLapseReminder: (typeof peopleDeparturesOperations)['recordLapseReminder']
  proposeLapse: (typeof peopleDeparturesOperations)['proposeLapse']
  proposeExpulsion: (typeof peopleDeparturesOperations)['proposeExpulsion']
  listDuplicates: (typeof peopleDuplicatesOperations)['listDuplicates']
  previewMerges: (typeof peopleDuplicatesOperations)['previewMerges']
  mergeMany: (typeof peopleDuplicatesOperations)['mergeMany']
  keepApart: (typeof peopleDuplicatesOperations)['keepApart']
  proposeMerge: (typeof peopleDuplicatesOperations)['proposeMerge']
  listDeclaredRelatives: (typeof peopleRelativesOperations)['listDeclaredRelatives']
  declareRelative: (typeof peopleRelativesOperations)['declareRelative']
  endDeclaredRelative: (typeof peopleRelativesOperations)['endDeclaredRelative']
  listTransfers: (typeof peopleTransfersOperations)['listTransfers']
  getTransfer: (typeof peopleTransfersOperations)['getTransfer']
  releaseTransfer: (typeof peopleTransfersOperations)['releaseTransfer']
  acceptTransfer: (typeof peopleTransfersOperations)['acceptTransfer']
  refuseTransfer: (typeof peopleTransfersOperations)['refuseTransfer']
  withdrawTransfer: (typeof peopleTransfersOperations)['withdrawTransfer']
  answerTransfers: (typeof peopleTransfersOperations)['answerTransfers']
  requestTransferByDocument: (typeof peopleTransfersOperations)['requestTransferByDocument']
  findUnions: (typeof peopleTransfersOperations)['findUnions']
  requestOwnTransfer: (typeof peopleTransfersOperations)['requestOwnTransfer']
  withdrawOwnTransfer: (typeof peopleTransfersOperations)['withdrawOwnTransfer']
  listOwnTransfers: (typeof peopleTransfersOperations)['listOwnTransfers']
  listMembers: (typeof peopleOperations)['listMembers']
  getMember: (typeof peopleOperations)['getMember']
  revealMember: (typeof peopleOperations)['revealMember']
  addMember: (typeof peopleOperations)['addMember']
  changeMember: (typeof peopleOperations)['changeMember']
  recordEmployment: (typeof peopleOperations)['recordEmployment']
  endEmployment: (typeof peopleOperations)['endEmployment']
  endMemberships: (typeof peopleOperations)['endMemberships']
  previewMassChange: (typeof peopleOperations)['previewMassChange']
  listMassChanges: (typeof peopleOperations)['listMassChanges']
  moveMembers: (typeof peopleOperations)['moveMembers']
  transferMembership: (typeof peopleOperations)['transferMembership']
  undoMassChange: (typeof peopleOperations)['undoMassChange']
  exportMembers: (typeof peopleOperations)['exportMembers']
  compareMembers: (typeof peopleOperations)['compareMembers']
  mergePersons: (typeof peopleOperations)['mergePersons']
  undoMergePersons: (typeof peopleOperations)['undoMergePersons']
  getOwnCard: (typeof peopleOperations)['getOwnCard']
  getOwnFile: (typeof peopleOperations)['getOwnFile']
  verifyCard: (typeof peopleOperations)['verifyCard']
  listPhoneVotes: (typeof phoneVotesOperations)['listPhoneVotes']
  joinPhoneVote: (typeof phoneVotesOperations)['joinPhoneVote']
  createPhoneVote: (typeof phoneVotesOperations)['createPhoneVote']
  allowPhoneVote: (typeof phoneVotesOperations)['allowPhoneVote']
  publishCommitteeKey: (typeof phoneVotesOperations)['publishCommitteeKey']
  startTokenPeriod: (typeof phoneVotesOperations)['startTokenPeriod']
  openPhoneVote: (typeof phoneVotesOperations)['openPhoneVote']
  closePhoneVote: (typeof phoneVotesOperations)['closePhoneVote']
  openSealedBallots: (typeof phoneVotesOperations)['openSealedBallots']
  declarePhoneVoteVoid: (typeof phoneVotesOperations)['declarePhoneVoteVoid']
  confirmPhoneVoteVoid: (typeof phoneVotesOperations)['confirmPhoneVoteVoid']
  copyBoard: (typeof phoneVotesOperations)['copyBoard']
  checkUrn: (typeof phoneVotesOperations)['checkUrn']
  acceptSurrender: (typeof phoneVotesOperations)['acceptSurrender']
  listOwnPhoneVotes: (typeof phoneVotesOperations)['listOwnPhoneVotes']
  issueBallotToken: (typeof phoneVotesOperations)['issueBallotToken']
  getBoard: (typeof phoneVotesOperations)['getBoard']
  castVote: (typeof phoneVotesOperations)['castVote']
  surrenderVote: (typeof phoneVotesOperations)['surrenderVote']
  verifyReceipt: (typeof phoneVotesOperations)['verifyReceipt']
  listAssessments: (typeof privacyRecordsOperations)['listAssessments']
  recordAssessment: (typeof privacyRecordsOperations)['recordAssessment']
  listBreaches: (typeof privacyRecordsOperations)['listBreaches']
  recordBreach: (typeof privacyRecordsOperations)['recordBreach']
  recordBreachStep: (typeof privacyRecordsOperations)['recordBreachStep']
  listBreachPersons: (typeof privacyRecordsOperations)['listBreachPersons']
  getProvider: (typeof providerOperations)['getProvider']
  startProviderSignIn: (typeof providerOperations)['startProviderSignIn']
  createProviderSession: (typeof providerOperations)['createProviderSession']
  startProviderLink: (typeof providerOperations)['startProviderLink']
  linkProvider: (typeof providerOperations)['linkProvider']
  unlinkProvider: (typeof providerOperations)['unlinkProvider']
  listPublicFederations: (typeof publicPagesOperations)['listPublicFederations']
  getPublicFederation: (typeof publicPagesOperations)['getPublicFederation']
  listBulletinTemplates: (typeof reportsBulletinsOperations)['listBulletinTemplates']
  renderBulletin: (typeof reportsBulletinsOperations)['renderBulletin']
  listBulletins: (typeof reportsBulletinsOperations)['listBulletins']
  createBulletin: (typeof reportsBulletinsOperations)['createBulletin']
  getBulletin: (typeof reportsBulletinsOperations)['getBulletin']
  updateBulletin: (typeof reportsBulletinsOperations)['updateBulletin']
  submitBulletin: (typeof reportsBulletinsOperations)['submitBulletin']
  withdrawBulletin: (typeof reportsBulletinsOperations)['withdrawBulletin']
  downloadBulletin: (typeof reportsBulletinsOperations)['downloadBulletin']
  getPublicBulletin: (typeof reportsBulletinsOperations)['getPublicBulletin']
  makeAnnualReturn: (typeof reportsReturnsOperations)['makeAnnualReturn']
  listAnnualReturns: (typeof reportsReturnsOperations)['listAnnualReturns']
  getAnnualReturn: (typeof reportsReturnsOperations)['getAnnualReturn']
  listAnnualReturnLines: (typeof reportsReturnsOperations)['listAnnualReturnLines']
  downloadAnnualReturn: (typeof reportsReturnsOperations)['downloadAnnualReturn']
  recordStatisticalCode: (typeof reportsReturnsOperations)['recordStatisticalCode']
  listStatisticalCodes: (typeof reportsReturnsOperations)['listStatisticalCodes']
  sealReport: (typeof reportsSealsOperations)['sealReport']
  listSealedReports: (typeof reportsSealsOperations)['listSealedReports']
  getSealedReport: (typeof reportsSealsOperations)['getSealedReport']
  openSealedFigure: (typeof reportsSealsOperations)['openSealedFigure']
  verifySeal: (typeof reportsSealsOperations)['verifySeal']
  createReportTemplate: (typeof reportsTemplatesOperations)['createReportTemplate']
  listReportTemplates: (typeof reportsTemplatesOperations)['listReportTemplates']
  getReportTemplate: (typeof reportsTemplatesOperations)['getReportTemplate']
  saveTemplateMapping: (typeof reportsTemplatesOperations)['saveTemplateMapping']
  fillReportTemplate: (typeof reportsTemplatesOperations)['fillReportTemplate']
  downloadFilledTemplate: (typeof reportsTemplatesOperations)['downloadFilledTemplate']
  getRetention: (typeof retentionOperations)['getRetention']
  createRosterImport: (typeof rosterOperations)['createRosterImport']
  createOrganisationImport: (typeof rosterOperations)['createOrganisationImport']
  listRosterImports: (typeof rosterOperations)['listRosterImports']
  getRosterImport: (typeof rosterOperations)['getRosterImport']
  remapRosterImport: (typeof rosterOperations)['remapRosterImport']
  listRosterImportRows: (typeof rosterOperations)['listRosterImportRows']
  listRosterImportLeavers: (typeof rosterOperations)['listRosterImportLeavers']
  checkRosterImportRow: (typeof rosterOperations)['checkRosterImportRow']
  fixRosterImportRow: (typeof rosterOperations)['fixRosterImportRow']
  commitRosterImport: (typeof rosterOperations)['commitRosterImport']
  undoRosterImport: (typeof rosterOperations)['undoRosterImport']
  getRosterImportReport: (typeof rosterOperations)['getRosterImportReport']
  downloadRejectedRows: (typeof rosterOperations)['downloadRejectedRows']
  createSession: (typeof sessionsOperations)['createSession']
  deleteSession: (typeof sessionsOperations)['deleteSession']
  getMe: (typeof sessionsOperations)['getMe']
  actAs: (typeof sessionsOperations)['actAs']
  listOwnSessions: (typeof sessionsOperations)['listOwnSessions']
  endOwnSession: (typeof sessionsOperations)['endOwnSession']
  endOtherSessions: (typeof sessionsOperations)['endOtherSessions']
  getOwnSignIn: (typeof signInOperations)['getOwnSignIn']
  changeOwnPassword: (typeof signInOperations)['changeOwnPassword']
  confirmOwnPassword: (typeof signInOperations)['confirmOwnPassword']
  startTotpEnrolment: (typeof signInOperations)['startTotpEnrolment']
  confirmTotpEnrolment: (typeof signInOperations)['confirmTotpEnrolment']
  removeTotp: (typeof signInOperations)['removeTotp']
  makeRecoveryCodes: (typeof signInOperations)['makeRecoveryCodes']
  getSignInRules: (typeof signInOperations)['getSignInRules']
  chooseSignInRules: (typeof signInOperations)['chooseSignInRules']
  enterStipendGrade: (typeof stipendsOperations)['enterStipendGrade']
  listStipendGrades: (typeof stipendsOperations)['listStipendGrades']
  decideStipendGrade: (typeof stipendsOperations)['decideStipendGrade']
  previewStipends: (typeof stipendsOperations)['previewStipends']
  runStipends: (typeof stipendsOperations)['runStipends']
  listStipendRuns: (typeof stipendsOperations)['listStipendRuns']
  verifyStipendRun: (typeof stipendsOperations)['verifyStipendRun']
  explainPayment: (typeof stipendsOperations)['explainPayment']
  getSystemState: (typeof systemOperations)['getSystemState']
  startBackup: (typeof systemOperations)['startBackup']
  startDrill: (typeof systemOperations)['startDrill']
  retryJob: (typeof systemOperations)['retryJob']
  forgetJob: (typeof systemOperations)['forgetJob']
  listDemoLogins: (typeof tenantsOperations)['listDemoLogins']
  listTrainingPlans: (typeof trainingOperations)['listTrainingPlans']
  createTrainingPlan: (typeof trainingOperations)['createTrainingPlan']
  getTrainingPlan: (typeof trainingOperations)['getTrainingPlan']
  addTrainingCourse: (typeof trainingOperations)['addTrainingCourse']
  listCourseChoices: (typeof trainingOperations)['listCourseChoices']
  listTrainees: (typeof trainingOperations)['listTrainees']
  downloadTrainingCertificate: (typeof trainingOperations)['downloadTrainingCertificate']
  getOwnTraining: (typeof trainingOperations)['getOwnTraining']
  downloadOwnTrainingCertificate: (typeof trainingOperations)['downloadOwnTrainingCertificate']
  verifyTrainingCertificate: (typeof trainingOperations)['verifyTrainingCertificate']
  downloadVenueInspection: (typeof venuesReportsOperations)['downloadVenueInspection']
  listVenues: (typeof venuesOperations)['listVenues']
  getVenue: (typeof venuesOperations)['getVenue']
  createVenue: (typeof venuesOperations)['createVenue']
  changeVenue: (typeof venuesOperations)['changeVenue']
  closeVenue: (typeof venuesOperations)['closeVenue']
  createVenueInspection: (typeof venuesOperations)['createVenueInspection']
  openVenueEvidence: (typeof venuesOperations)['openVenueEvidence']
  grantVenueStars: (typeof venuesOperations)['grantVenueStars']
  withdrawVenueStars: (typeof venuesOperations)['withdrawVenueStars']
  listSharedVenues: (typeof venuesOperations)['listSharedVenues']
  bookVenue: (typeof venuesOperations)['bookVenue']
  cancelVenueBooking: (typeof venuesOperations)['cancelVenueBooking']
  checkInVenueBooking: (typeof venuesOperations)['checkInVenueBooking']
}

export type Kind = 'json' | 'upload' | 'download'

/** Where an operation is called: method, path below /api/v1, kind of transfer. */
export const operationTable = {
  explainAccess: ['GET', '/access/explanation', 'json'],
  explainAccessOf: ['POST', '/access/appointments/:appointmentId/explanation', 'json'],
  listOwnPowers: ['GET', '/me/powers', 'json'],
  listPostPowers: ['GET', '/access/posts', 'json'],
  listOwnDelegations: ['GET', '/me/delegations', 'json'],
  listDelegations: ['GET', '/delegations', 'json'],
  createDelegation: ['POST', '/delegations', 'json'],
  endDelegation: ['POST', '/delegations/:delegationId/ending', 'json'],
  createToken: ['POST', '/me/tokens', 'json'],
  listTokens: ['GET', '/me/tokens', 'json'],
  revokeToken: ['POST', '/me/tokens/:tokenId/ending', 'json'],
  listAccounts: ['GET', '/accounts', 'json'],
  resetAccountPassword: ['POST', '/accounts/:accountId/password-reset', 'json'],
  endAccountSessions: ['POST', '/accounts/:accountId/session-endings', 'json'],
  unlockAccount: ['POST', '/accounts/:accountId/unlocking', 'json'],
  closeAccount: ['POST', '/accounts/:accountId/closure', 'json'],
  reopenAccount: ['POST', '/accounts/:accountId/reopening', 'json'],
  getActivationWays: ['GET', '/activation/ways', 'json'],
  requestActivationCode: ['POST', '/activation/codes', 'json'],
  confirmActivationCode: ['POST', '/activation/codes/:requestId/tries', 'json'],
  confirmActivationSlip: ['POST', '/activation/slip-proofs', 'json'],
  openInvitation: ['POST', '/activation/invitation-proofs', 'json'],
  completeActivation: ['POST', '/activation/completions', 'json'],
  listActivationMembers: ['GET', '/activation/members', 'json'],
  printActivationSlips: ['POST', '/activation/slip-runs', 'json'],
  listSlipRuns: ['GET', '/activation/slip-runs', 'json'],
  openSlipRun: ['POST', '/activation/slip-runs/:runId/sheets', 'json'],
  revokeActivationSlips: ['POST', '/activation/slip-revocations', 'json'],
  listOfficerAccess: ['GET', '/activation/officers', 'json'],
  inviteOfficer: ['POST', '/activation/invitations', 'json'],
  revokeInvitation: ['POST', '/activation/invitations/:invitationId/revocation', 'json'],
  listAppointments: ['GET', '/appointments', 'json'],
  getAppointment: ['GET', '/appointments/:appointmentId', 'json'],
  listAppointablePosts: ['GET', '/appointable-posts', 'json'],
  listAppointmentCandidates: ['GET', '/appointment-candidates', 'json'],
  createAppointment: ['POST', '/appointments', 'json'],
  endAppointment: ['POST', '/appointments/:appointmentId/ending', 'json'],
  appointSubstitute: ['POST', '/appointments/:appointmentId/substitutes', 'json'],
  previewHandOver: ['GET', '/appointments/:appointmentId/hand-over', 'json'],
  handOver: ['POST', '/appointments/:appointmentId/hand-over', 'json'],
  undoHandOver: ['POST', '/hand-overs/:handOverId/undoing', 'json'],
  listApprovals: ['GET', '/approvals', 'json'],
  getApproval: ['GET', '/approvals/:approvalId', 'json'],
  openApprovalAttachment: ['GET', '/approvals/:approvalId/attachments/:attachmentId', 'download'],
  openApprovalThumbnail: ['GET', '/approvals/:approvalId/attachments/:attachmentId/thumbnail', 'download'],
  decideApproval: ['POST', '/approvals/:approvalId/decision', 'json'],
  listOwnAssessments: ['GET', '/me/assessments', 'json'],
  submitSelfReport: ['POST', '/me/assessments/:assessmentId/report', 'json'],
  appealAssessment: ['POST', '/me/assessments/:assessmentId/appeal', 'json'],
  listSchemes: ['GET', '/assessments/schemes', 'json'],
  createScheme: ['POST', '/assessments/schemes', 'json'],
  reviseScheme: ['POST', '/assessments/schemes/:schemeId/versions', 'json'],
  listAssessmentPeriods: ['GET', '/assessments/periods', 'json'],
  createAssessmentPeriod: ['POST', '/assessments/periods', 'json'],
  getAssessmentPeriod: ['GET', '/assessments/periods/:periodId', 'json'],
  enrolAssessmentSubjects: ['POST', '/assessments/periods/:periodId/subjects', 'json'],
  closeAssessmentPeriod: ['POST', '/assessments/periods/:periodId/closing', 'json'],
  listAskedVoices: ['GET', '/me/assessment-voices', 'json'],
  giveVoice: ['POST', '/me/assessment-voices/:assessmentId', 'json'],
  getOwnAssessmentDuties: ['GET', '/me/assessment-duties', 'json'],
  listAssessedPersons: ['GET', '/assessments', 'json'],
  createAssessment: ['POST', '/assessments', 'json'],
  getAssessment: ['GET', '/assessments/:assessmentId', 'json'],
  downloadAssessmentEvidence: ['GET', '/assessments/:assessmentId/evidence/:attachmentId', 'download'],
  recordAssessmentLeave: ['POST', '/assessments/:assessmentId/leaves', 'json'],
  submitScores: ['POST', '/assessments/:assessmentId/scores', 'json'],
  reviewAssessment: ['POST', '/assessments/:assessmentId/review', 'json'],
  approveAssessment: ['POST', '/assessments/:assessmentId/approval', 'json'],
  returnAssessment: ['POST', '/assessments/:assessmentId/return', 'json'],
  decideAssessmentAppeal: ['POST', '/assessments/:assessmentId/appeal-decision', 'json'],
  createAttachment: ['POST', '/attachments', 'upload'],
  openOwnAttachment: ['GET', '/attachments/:attachmentId/content', 'download'],
  openOwnThumbnail: ['GET', '/attachments/:attachmentId/thumbnail', 'download'],
  deleteOwnAttachment: ['DELETE', '/attachments/:attachmentId', 'json'],
  listAuditEntries: ['GET', '/audit/entries', 'json'],
  getAuditEntry: ['GET', '/audit/entries/:chain/:seq', 'json'],
  exportAuditEntries: ['POST', '/audit/entries/export', 'download'],
  verifyAuditChain: ['POST', '/audit/verification', 'json'],
  getAuditState: ['GET', '/audit/state', 'json'],
  listAuditSeals: ['GET', '/audit/seals', 'json'],
  listAuditAnchors: ['GET', '/audit/anchors', 'json'],
  createAuditAnchor: ['POST', '/audit/anchors', 'json'],
  getAuditAnchor: ['GET', '/audit/anchors/:number', 'json'],
  downloadAuditAnchor: ['GET', '/audit/anchors/:number/file', 'download'],
  getBallotDocument: ['GET', '/ballots/:ballotId/documents/:document', 'json'],
  downloadBallotDocument: ['GET', '/ballots/:ballotId/documents/:document/file', 'download'],
  listBallots: ['GET', '/ballots', 'json'],
  listChairVacancies: ['GET', '/ballots/chair-vacancies', 'json'],
  createBallot: ['POST', '/ballots', 'json'],
  getBallot: ['GET', '/ballots/:ballotId', 'json'],
  submitBallot: ['POST', '/ballots/:ballotId/submission', 'json'],
  freezeRoll: ['POST', '/ballots/:ballotId/roll', 'json'],
  getBallotRoll: ['GET', '/ballots/:ballotId/roll', 'json'],
  nominateCandidate: ['POST', '/ballots/:ballotId/candidates', 'json'],
  withdrawCandidate: ['DELETE', '/ballots/:ballotId/candidates/:candidateId', 'json'],
  publishCandidates: ['POST', '/ballots/:ballotId/notice', 'json'],
  raiseBallotObjection: ['POST', '/ballots/:ballotId/objections', 'json'],
  settleBallotObjection: ['POST', '/ballots/:ballotId/objections/:objectionId/answer', 'json'],
  openBallot: ['POST', '/ballots/:ballotId/rounds', 'json'],
  handOutPapers: ['POST', '/ballots/:ballotId/papers', 'json'],
  recordPaperResult: ['POST', '/ballots/:ballotId/paper-entries', 'json'],
  getPaperEntry: ['GET', '/ballots/:ballotId/paper-entries/:bundleNo', 'json'],
  closeBallot: ['POST', '/ballots/:ballotId/closing', 'json'],
  getBallotResult: ['GET', '/ballots/:ballotId/result', 'json'],
  decideBallot: ['POST', '/ballots/:ballotId/decision', 'json'],
  submitBallotResult: ['POST', '/ballots/:ballotId/result/submission', 'json'],
  listCalendarDays: ['GET', '/calendar-days', 'json'],
  listPilot: ['GET', '/commissioners/pilot', 'json'],
  takePilotStep: ['POST', '/commissioners/pilot/steps', 'json'],
  listTalents: ['GET', '/commissioners/talents', 'json'],
  addTalent: ['POST', '/commissioners/talents', 'json'],
  changeTalent: ['PUT', '/commissioners/talents/:talentId', 'json'],
  endTalent: ['POST', '/commissioners/talents/:talentId/ending', 'json'],
  recordTalentSharing: ['POST', '/commissioners/talents/:talentId/sharing', 'json'],
  listVacancyMatches: ['GET', '/commissioners/organisations/:organisationId/matches', 'json'],
  getOwnTalent: ['GET', '/me/talent', 'json'],
  setOwnTalentSharing: ['PUT', '/me/talent/sharing', 'json'],
  listCommissioners: ['GET', '/commissioners/posts', 'json'],
  checkCandidacy: ['POST', '/commissioners/organisations/:organisationId/candidacy-checks', 'json'],
  giveCommissionerPost: ['POST', '/commissioners/posts', 'json'],
  endCommissionerPost: ['POST', '/commissioners/posts/:appointmentId/ending', 'json'],
  getHandOverList: ['GET', '/commissioners/posts/:appointmentId/hand-over', 'json'],
  recordHandOverPoint: ['POST', '/commissioners/posts/:appointmentId/hand-over', 'json'],
  getCommissionerCoverage: ['GET', '/commissioners/coverage', 'json'],
  listTwoNewOrganisations: ['GET', '/commissioners/organisations', 'json'],
  downloadTwoNewOrganisations: ['POST', '/commissioners/organisations/workbook', 'download'],
  getOrganisationStory: ['GET', '/commissioners/organisations/:organisationId', 'json'],
  listComplaintTargets: ['GET', '/me/complaint-targets', 'json'],
  fileComplaint: ['POST', '/me/complaints', 'json'],
  listOwnComplaints: ['GET', '/me/complaints', 'json'],
  replyToAnswer: ['POST', '/me/complaints/:complaintId/reply', 'json'],
  listComplaints: ['GET', '/complaints', 'json'],
  getComplaint: ['GET', '/complaints/:complaintId', 'json'],
  answerComplaint: ['POST', '/complaints/:complaintId/answer', 'json'],
  revealComplainant: ['POST', '/complaints/:complaintId/identity', 'json'],
  getOwnPrivacy: ['GET', '/me/privacy', 'json'],
  acknowledgeNotice: ['POST', '/me/privacy/acknowledgement', 'json'],
  giveConsent: ['POST', '/me/consents', 'json'],
  withdrawConsent: ['POST', '/me/consents/withdrawal', 'json'],
  getPrivacyOverview: ['GET', '/privacy', 'json'],
  publishNotice: ['POST', '/privacy/notices', 'json'],
  getDashboard: ['GET', '/dashboard', 'json'],
  registerForEvent: ['POST', '/events/:eventId/registration', 'json'],
  cancelRegistration: ['POST', '/events/:eventId/registration/cancellation', 'json'],
  answerOffer: ['POST', '/events/:eventId/registration/answer', 'json'],
  explainAdmission: ['GET', '/events/:eventId/registration', 'json'],
  getAdmission: ['GET', '/events/:eventId/admission', 'json'],
  setAdmission: ['PUT', '/events/:eventId/admission', 'json'],
  listRegistrations: ['GET', '/events/:eventId/registrations', 'json'],
  registerOnSite: ['POST', '/events/:eventId/registrations', 'json'],
  withdrawRegistration: ['POST', '/registrations/:registrationId/cancellation', 'json'],
  excuseAbsence: ['POST', '/registrations/:registrationId/excuse', 'json'],
  drawLottery: ['POST', '/events/:eventId/draw', 'json'],
  getDrawProof: ['GET', '/events/:eventId/draw', 'json'],
  downloadEventCalendar: ['GET', '/me/events/:eventId/calendar', 'download'],
  downloadOwnCalendar: ['GET', '/me/events-calendar', 'download'],
  checkIn: ['POST', '/events/:eventId/check-ins', 'json'],
  letInWaiting: ['POST', '/events/:eventId/waiting-entries', 'json'],
  openScanDevice: ['POST', '/events/:eventId/scan-devices', 'json'],
  listOfflineEntries: ['GET', '/events/:eventId/offline-entries', 'json'],
  syncScans: ['POST', '/events/:eventId/scans', 'json'],
  listScans: ['GET', '/events/:eventId/scans', 'json'],
  getHall: ['GET', '/events/:eventId/hall', 'json'],
  streamHall: ['GET', '/events/:eventId/hall/events', 'json'],
  printDoorList: ['POST', '/events/:eventId/door-list', 'json'],
  keyInDoorList: ['POST', '/events/:eventId/door-list/entries', 'json'],
  getOwnEventPass: ['GET', '/me/events/:eventId/pass', 'json'],
  takeBackCheckIn: ['POST', '/events/:eventId/check-ins/:badgeNo/correction', 'json'],
  listPartnerUnions: ['GET', '/events/:eventId/partner-unions', 'json'],
  inviteHost: ['POST', '/events/:eventId/host-invitations', 'json'],
  listHostInvitations: ['GET', '/event-host-invitations', 'json'],
  answerHostInvitation: ['POST', '/event-host-invitations/:invitationId/answer', 'json'],
  planRounds: ['POST', '/events/:eventId/rounds', 'json'],
  listRounds: ['GET', '/events/:eventId/rounds', 'json'],
  releaseRound: ['POST', '/events/:eventId/rounds/:roundNo/release', 'json'],
  leaveSeating: ['POST', '/events/:eventId/leavings', 'json'],
  returnToSeating: ['POST', '/events/:eventId/returns', 'json'],
  listOwnRounds: ['GET', '/me/events/:eventId/rounds', 'json'],
  leaveOwnSeating: ['POST', '/me/events/:eventId/leaving', 'json'],
  listEventSeries: ['GET', '/event-series', 'json'],
  getEventSeries: ['GET', '/event-series/:seriesId', 'json'],
  createEventSeries: ['POST', '/event-series', 'json'],
  updateEventSeries: ['POST', '/event-series/:seriesId/changes', 'json'],
  draftEditions: ['POST', '/event-series/:seriesId/drafts', 'json'],
  createEvent: ['POST', '/events', 'json'],
  updateEvent: ['PUT', '/events/:eventId', 'json'],
  submitEvent: ['POST', '/events/:eventId/submission', 'json'],
  returnEvent: ['POST', '/events/:eventId/return', 'json'],
  publishEvent: ['POST', '/events/:eventId/publication', 'json'],
  postponeEvent: ['POST', '/events/:eventId/postponement', 'json'],
  cancelEvent: ['POST', '/events/:eventId/cancellation', 'json'],
  closeEvent: ['POST', '/events/:eventId/closing', 'json'],
  listEvents: ['GET', '/union-events', 'json'],
  getEvent: ['GET', '/events/:eventId', 'json'],
  listOpenEvents: ['GET', '/me/events', 'json'],
  getOpenEvent: ['GET', '/me/events/:eventId', 'json'],
  planAllocation: ['GET', '/allocation-plan', 'json'],
  listAllocations: ['GET', '/allocations', 'json'],
  downloadAllocations: ['POST', '/allocations/workbook', 'download'],
  getAllocation: ['GET', '/allocations/:allocationId', 'json'],
  downloadAllocation: ['POST', '/allocations/:allocationId/workbook', 'download'],
  createAllocation: ['POST', '/allocations', 'json'],
  decideAllocation: ['POST', '/allocations/:allocationId/decision', 'json'],
  payAllocation: ['POST', '/allocations/:allocationId/payment', 'json'],
  listUnionShares: ['GET', '/allocation-shares', 'json'],
  downloadUnionShares: ['POST', '/allocation-shares/workbook', 'download'],
  getUnionShare: ['GET', '/allocation-shares/:shareId', 'json'],
  recordAllocationSpending: ['POST', '/allocation-shares/:shareId/spending', 'json'],
  reverseAllocationSpending: ['POST', '/allocation-spending/:spendingId/reversal', 'json'],
  getCeilings: ['GET', '/benefit-ceilings', 'json'],
  getBenefitRoom: ['GET', '/members/:personId/benefit-room', 'json'],
  listBenefits: ['GET', '/benefits', 'json'],
  getBenefit: ['GET', '/benefits/:benefitId', 'json'],
  downloadBenefits: ['POST', '/benefits/workbook', 'download'],
  recordBenefit: ['POST', '/benefits', 'json'],
  decideBenefit: ['POST', '/benefits/:benefitId/decision', 'json'],
  listContributions: ['GET', '/contributions', 'json'],
  sumContributions: ['GET', '/contribution-totals', 'json'],
  downloadContributions: ['POST', '/contributions/workbook', 'download'],
  getContribution: ['GET', '/contributions/:contributionId', 'json'],
  recordContribution: ['POST', '/contributions', 'json'],
  withdrawContribution: ['POST', '/contributions/:contributionId/withdrawal', 'json'],
  recordContributionMovement: ['POST', '/contributions/:contributionId/movements', 'json'],
  reverseContributionMovement: ['POST', '/contribution-movements/:movementId/reversal', 'json'],
  getDuesTerms: ['GET', '/dues-terms', 'json'],
  listDues: ['GET', '/dues', 'json'],
  downloadDues: ['POST', '/dues/workbook', 'download'],
  recordDues: ['POST', '/dues', 'json'],
  withdrawDues: ['POST', '/dues/:duesId/withdrawal', 'json'],
  recordPayeeAccount: ['POST', '/members/:personId/payee-accounts', 'json'],
  listOpenClaims: ['GET', '/budgets/:budgetId/open-claims', 'json'],
  createPaymentBatch: ['POST', '/budgets/:budgetId/payment-batches', 'json'],
  listPaymentBatches: ['GET', '/payment-batches', 'json'],
  downloadPaymentBatches: ['POST', '/payment-batches/workbook', 'download'],
  getPaymentBatch: ['GET', '/payment-batches/:batchId', 'json'],
  listPaymentLines: ['GET', '/payment-batches/:batchId/lines', 'json'],
  approvePaymentBatch: ['POST', '/payment-batches/:batchId/check', 'json'],
  sendBackPaymentBatch: ['POST', '/payment-batches/:batchId/return-to-maker', 'json'],
  exportPaymentBatch: ['GET', '/payment-batches/:batchId/bank-list', 'download'],
  getPaymentPaper: ['GET', '/payment-batches/:batchId/papers/:paper', 'json'],
  downloadPaymentPaper: ['GET', '/payment-batches/:batchId/papers/:paper/file', 'download'],
  payPaymentBatch: ['POST', '/payment-batches/:batchId/payment', 'json'],
  importPaymentReturns: ['POST', '/payment-returns', 'upload'],
  getDirectPointTerms: ['GET', '/direct-point-terms', 'json'],
  listDirectPoints: ['GET', '/direct-points', 'json'],
  downloadDirectPoints: ['POST', '/direct-points/workbook', 'download'],
  getDirectPoint: ['GET', '/direct-points/:grantId', 'json'],
  createDirectPointGrant: ['POST', '/direct-points', 'json'],
  decideDirectPointGrant: ['POST', '/direct-points/:grantId/decision', 'json'],
  payDirectPointShare: ['POST', '/direct-point-shares/:shareId/payments', 'json'],
  reverseDirectPointPayment: ['POST', '/direct-point-payments/:paymentId/reversal', 'json'],
  reportDirectPoint: ['POST', '/direct-points/:grantId/reports', 'json'],
  reviewDirectPointReport: ['POST', '/direct-point-reports/:reportId/review', 'json'],
  proposeDemonstrationPoint: ['POST', '/direct-points/:grantId/demonstration', 'json'],
  decideDemonstrationPoint: ['POST', '/demonstration-points/:proposalId/decision', 'json'],
  getPrizeTerms: ['GET', '/prize-terms', 'json'],
  listPrizeLists: ['GET', '/prize-lists', 'json'],
  downloadPrizeLists: ['POST', '/prize-lists/workbook', 'download'],
  givePrizes: ['POST', '/prize-lists', 'json'],
  listFundSources: ['GET', '/fund-sources', 'json'],
  createFundSource: ['POST', '/fund-sources', 'json'],
  listBudgets: ['GET', '/budgets', 'json'],
  downloadBudgets: ['POST', '/budgets/workbook', 'download'],
  getBudget: ['GET', '/budgets/:budgetId', 'json'],
  createBudget: ['POST', '/budgets', 'json'],
  addToBudget: ['POST', '/budgets/:budgetId/movements', 'json'],
  reverseBudgetMovement: ['POST', '/budget-movements/:movementId/reversal', 'json'],
  releaseHonour: ['POST', '/honours/:honourId/release', 'json'],
  withdrawHonourRelease: ['POST', '/honours/:honourId/release/withdrawal', 'json'],
  getPublicHonour: ['GET', '/public/federations/:federationCode/public-honours/:publicId', 'json'],
  listOwnHonours: ['GET', '/me/honours', 'json'],
  downloadOwnHonourCertificate: ['GET', '/me/honours/:honourId/certificate', 'download'],
  downloadHonourCertificate: ['GET', '/honours/:honourId/certificate', 'download'],
  listHonourTitles: ['GET', '/honour-titles', 'json'],
  listHonours: ['GET', '/honours', 'json'],
  conferHonour: ['POST', '/honours', 'json'],
  revokeHonour: ['POST', '/honours/:honourId/revocation', 'json'],
  verifyHonour: ['GET', '/public/federations/:federationCode/honours/:code', 'json'],
  listInboxTasks: ['GET', '/inbox/tasks', 'json'],
  endInboxTask: ['POST', '/inbox/tasks/:taskId/ending', 'json'],
  getJob: ['GET', '/jobs/:jobId', 'json'],
  streamEvents: ['GET', '/events', 'json'],
  listOwnJobs: ['GET', '/jobs', 'json'],
  getAssociation: ['GET', '/matchmaking/associations/:organisationId', 'json'],
  openAssociationTerm: ['POST', '/matchmaking/associations/:organisationId/terms', 'json'],
  takeAssociationSeat: ['POST', '/matchmaking/association-terms/:termId/seats', 'json'],
  leaveAssociationSeat: ['POST', '/matchmaking/association-seats/:seatId/ending', 'json'],
  addPlanItem: ['POST', '/matchmaking/associations/:organisationId/plan', 'json'],
  finishPlanItem: ['POST', '/matchmaking/plan-items/:planItemId/completion', 'json'],
  createMeeting: ['POST', '/matchmaking/associations/:organisationId/meetings', 'json'],
  getMeeting: ['GET', '/matchmaking/meetings/:meetingId', 'json'],
  recordAttendance: ['POST', '/matchmaking/meetings/:meetingId/attendances', 'json'],
  showMeetingCase: ['POST', '/matchmaking/meetings/:meetingId/showings', 'json'],
  listDeskMeetings: ['GET', '/matchmaking/desk/meetings', 'json'],
  putCaseOnScreen: ['POST', '/matchmaking/desk/meetings/:meetingId/cases', 'json'],
  proposeAtMeeting: ['POST', '/matchmaking/desk/meetings/:meetingId/introductions', 'json'],
  setMeetingAgreement: ['PUT', '/me/matchmaker/meetings', 'json'],
  getOwnChoices: ['GET', '/me/events/:eventId/choices', 'json'],
  recordChoices: ['PUT', '/me/events/:eventId/choices', 'json'],
  getChoiceCounts: ['GET', '/events/:eventId/choices', 'json'],
  closeChoices: ['POST', '/events/:eventId/choice-closing', 'json'],
  listDistricts: ['GET', '/matchmaking/districts', 'json'],
  getDesk: ['GET', '/matchmaking/desk', 'json'],
  listPool: ['GET', '/matchmaking/pool', 'json'],
  openPoolProfile: ['POST', '/matchmaking/pool/openings', 'json'],
  listCases: ['GET', '/matchmaking/cases', 'json'],
  takeCase: ['POST', '/matchmaking/cases', 'json'],
  getCase: ['GET', '/matchmaking/cases/:caseId', 'json'],
  releaseCase: ['POST', '/matchmaking/cases/:caseId/ending', 'json'],
  writeDeskNote: ['POST', '/matchmaking/cases/:caseId/notes', 'json'],
  listCasePartners: ['GET', '/matchmaking/cases/:caseId/partners', 'json'],
  proposeIntroduction: ['POST', '/matchmaking/introductions', 'json'],
  listFollowUps: ['GET', '/matchmaking/follow-ups', 'json'],
  noteFollowUp: ['POST', '/matchmaking/follow-ups/:followUpId/outcome', 'json'],
  getOwnMatchmaking: ['GET', '/me/matchmaking', 'json'],
  declareSingle: ['POST', '/me/matchmaking/declaration', 'json'],
  askAttestation: ['POST', '/me/matchmaking/attestation', 'json'],
  createProfile: ['POST', '/me/matchmaking/profile', 'json'],
  getOwnProfile: ['GET', '/me/matchmaking/profile', 'json'],
  updateProfile: ['PUT', '/me/matchmaking/profile', 'json'],
  pauseProfile: ['POST', '/me/matchmaking/profile/pause', 'json'],
  resumeProfile: ['POST', '/me/matchmaking/profile/return', 'json'],
  withdrawFromMatchmaking: ['POST', '/me/matchmaking/withdrawal', 'json'],
  listOwnProfileViews: ['GET', '/me/matchmaking/views', 'json'],
  downloadOwnPhoto: ['GET', '/me/matchmaking/profile/photo', 'download'],
  downloadSharedPhoto: ['GET', '/me/matchmaking/interests/:interestId/photo', 'download'],
  listAttestations: ['GET', '/matchmaking/attestations', 'json'],
  attestEligibility: ['POST', '/matchmaking/attestations/:attestationId/answer', 'json'],
  getMatchmakingFunnel: ['GET', '/matchmaking/funnel', 'json'],
  listMatchmakers: ['GET', '/matchmaking/matchmakers', 'json'],
  listMatchmakerCandidates: ['GET', '/matchmaking/matchmaker-candidates', 'json'],
  getMatchmaker: ['GET', '/matchmaking/matchmakers/:matchmakerId', 'json'],
  registerMatchmaker: ['POST', '/matchmaking/matchmakers', 'json'],
  updateMatchmaker: ['PUT', '/matchmaking/matchmakers/:matchmakerId', 'json'],
  recordAgreement: ['POST', '/matchmaking/matchmakers/:matchmakerId/agreement', 'json'],
  endMatchmaker: ['POST', '/matchmaking/matchmakers/:matchmakerId/ending', 'json'],
  handOverCases: ['POST', '/matchmaking/matchmakers/:matchmakerId/hand-over', 'json'],
  listMatchmakerWishes: ['GET', '/matchmaking/wishes', 'json'],
  assignMatchmaker: ['POST', '/matchmaking/wishes/:wishId/matchmaker', 'json'],
  listOwnIntroductions: ['GET', '/me/introductions', 'json'],
  answerIntroduction: ['POST', '/me/introductions/:introductionId/answer', 'json'],
  getOwnMatchmaker: ['GET', '/me/matchmaker', 'json'],
  wishForMatchmaker: ['POST', '/me/matchmaker/wish', 'json'],
  takeBackWish: ['POST', '/me/matchmaker/wish/ending', 'json'],
  listOwnFollowUps: ['GET', '/me/follow-ups', 'json'],
  answerFollowUp: ['POST', '/me/follow-ups/:followUpId/answer', 'json'],
  listOwnMatches: ['GET', '/me/matches', 'json'],
  releaseContact: ['PUT', '/me/matches/:interestId/contacts', 'json'],
  confirmCouple: ['POST', '/me/matches/:interestId/couple', 'json'],
  recordOutcome: ['POST', '/me/matches/:interestId/outcomes', 'json'],
  listPaperCards: ['GET', '/events/:eventId/paper-cards', 'json'],
  keyPaperCard: ['PUT', '/events/:eventId/paper-cards/:badge', 'json'],
  openPaperCard: ['POST', '/events/:eventId/paper-cards/:badge/opening', 'json'],
  settlePaperCard: ['POST', '/events/:eventId/paper-cards/:badge/settlement', 'json'],
  blockPerson: ['POST', '/me/matchmaking/blocks', 'json'],
  listOwnBlocks: ['GET', '/me/matchmaking/blocks', 'json'],
  unblockPerson: ['DELETE', '/me/matchmaking/blocks/:blockId', 'json'],
  reportPerson: ['POST', '/me/matchmaking/reports', 'json'],
  listOwnReports: ['GET', '/me/matchmaking/reports', 'json'],
  listPersonReports: ['GET', '/matchmaking/reports', 'json'],
  getPersonReport: ['GET', '/matchmaking/reports/:reportId', 'json'],
  downloadReportEvidence: ['GET', '/matchmaking/reports/:reportId/evidence/:attachmentId', 'download'],
  decidePersonReport: ['POST', '/matchmaking/reports/:reportId/decision', 'json'],
  liftExclusion: ['POST', '/matchmaking/reports/:reportId/exclusion-end', 'json'],
  listSuggestions: ['GET', '/me/suggestions', 'json'],
  listSuggestionWeeks: ['GET', '/matchmaking/suggestion-weeks', 'json'],
  downloadMeasure: ['POST', '/measures/:measure/workbook', 'download'],
  downloadMeasureRows: ['POST', '/measures/:measure/rows/workbook', 'download'],
  listMeasures: ['GET', '/measures', 'json'],
  queryMeasure: ['GET', '/measures/:measure', 'json'],
  openMeasure: ['GET', '/measures/:measure/rows', 'json'],
  listOutbox: ['GET', '/outbox', 'json'],
  getMessageDelivery: ['GET', '/messages/delivery', 'json'],
  listOrganisations: ['GET', '/organisations', 'json'],
  getOrganisationTree: ['GET', '/organisation-tree', 'json'],
  getOrganisation: ['GET', '/organisations/:organisationId', 'json'],
  listOrganisationGaps: ['GET', '/organisation-gaps', 'json'],
  createOrganisation: ['POST', '/organisations', 'json'],
  changeOrganisation: ['POST', '/organisations/:organisationId/changes', 'json'],
  moveOrganisation: ['POST', '/organisations/:organisationId/moves', 'json'],
  mergeOrganisations: ['POST', '/organisation-mergers', 'json'],
  splitOrganisation: ['POST', '/organisations/:organisationId/splits', 'json'],
  closeOrganisation: ['POST', '/organisations/:organisationId/closure', 'json'],
  previewTreeChange: ['GET', '/organisations/:organisationId/consequences', 'json'],
  recordHeadcount: ['POST', '/organisations/:organisationId/headcounts', 'json'],
  recordTerm: ['POST', '/organisations/:organisationId/terms', 'json'],
  recordCoverage: ['POST', '/organisations/:organisationId/coverages', 'json'],
  endCoverage: ['POST', '/organisations/:organisationId/coverages/endings', 'json'],
  recordAffiliation: ['POST', '/organisations/:organisationId/affiliations', 'json'],
  changeOwnData: ['PATCH', '/me/file', 'json'],
  askCorrection: ['POST', '/me/corrections', 'json'],
  changeCorrection: ['PUT', '/me/corrections/:requestId', 'json'],
  listOwnRequests: ['GET', '/me/requests', 'json'],
  withdrawOwnRequest: ['POST', '/me/requests/:requestId/withdrawal', 'json'],
  getErasurePreview: ['GET', '/me/erasure', 'json'],
  askErasure: ['POST', '/me/erasure', 'json'],
  downloadOwnData: ['GET', '/me/data', 'download'],
  askFullExport: ['POST', '/members/full-exports', 'json'],
  listFullExports: ['GET', '/members/full-exports', 'json'],
  downloadFullExport: ['POST', '/members/full-exports/:requestId/taking', 'download'],
  startPasskeySignIn: ['POST', '/sessions/passkey/options', 'json'],
  createPasskeySession: ['POST', '/sessions/passkey', 'json'],
  listOwnPasskeys: ['GET', '/me/passkeys', 'json'],
  startPasskeyRegistration: ['POST', '/me/passkeys/options', 'json'],
  registerPasskey: ['POST', '/me/passkeys', 'json'],
  removePasskey: ['DELETE', '/me/passkeys/:passkeyId', 'json'],
  getOwnWithdrawal: ['GET', '/me/withdrawal', 'json'],
  declareOwnWithdrawal: ['POST', '/me/withdrawal', 'json'],
  takeBackOwnWithdrawal: ['POST', '/me/withdrawal/undoing', 'json'],
  getDepartureFacts: ['GET', '/members/:personId/departure', 'json'],
  recordLapseReminder: ['POST', '/members/:personId/lapse-reminders', 'json'],
  proposeLapse: ['POST', '/members/:personId/lapse', 'json'],
  proposeExpulsion: ['POST', '/members/:personId/expulsion', 'json'],
  listDuplicates: ['GET', '/duplicates', 'json'],
  previewMerges: ['POST', '/duplicates/preview', 'json'],
  mergeMany: ['POST', '/duplicates/merges', 'json'],
  keepApart: ['POST', '/duplicates/distinctions', 'json'],
  proposeMerge: ['POST', '/duplicates/proposals', 'json'],
  listDeclaredRelatives: ['GET', '/members/:personId/relatives', 'json'],
  declareRelative: ['POST', '/members/:personId/relatives', 'json'],
  endDeclaredRelative: ['POST', '/members/:personId/relatives/:declarationId/ending', 'json'],
  listTransfers: ['GET', '/transfers', 'json'],
  getTransfer: ['GET', '/transfers/:transferId', 'json'],
  releaseTransfer: ['POST', '/transfers/:transferId/release', 'json'],
  acceptTransfer: ['POST', '/transfers/:transferId/acceptance', 'json'],
  refuseTransfer: ['POST', '/transfers/:transferId/refusal', 'json'],
  withdrawTransfer: ['POST', '/transfers/:transferId/withdrawal', 'json'],
  answerTransfers: ['POST', '/transfers/answers', 'json'],
  requestTransferByDocument: ['POST', '/transfers/by-document', 'json'],
  findUnions: ['GET', '/unions', 'json'],
  requestOwnTransfer: ['POST', '/me/transfers', 'json'],
  withdrawOwnTransfer: ['POST', '/me/transfers/:transferId/withdrawal', 'json'],
  listOwnTransfers: ['GET', '/me/transfers', 'json'],
  listMembers: ['GET', '/members', 'json'],
  getMember: ['GET', '/members/:personId', 'json'],
  revealMember: ['POST', '/members/:personId/reveal', 'json'],
  addMember: ['POST', '/members', 'json'],
  changeMember: ['PATCH', '/members/:personId', 'json'],
  recordEmployment: ['POST', '/members/:personId/employments', 'json'],
  endEmployment: ['POST', '/members/:personId/employments/:employmentId/ending', 'json'],
  endMemberships: ['POST', '/memberships/ending', 'json'],
  previewMassChange: ['POST', '/memberships/preview', 'json'],
  listMassChanges: ['GET', '/mass-changes', 'json'],
  moveMembers: ['POST', '/memberships/move', 'json'],
  transferMembership: ['POST', '/members/:personId/transfer', 'json'],
  undoMassChange: ['POST', '/mass-changes/:changeId/undoing', 'json'],
  exportMembers: ['POST', '/members/export', 'download'],
  compareMembers: ['GET', '/members/:personId/comparison', 'json'],
  mergePersons: ['POST', '/members/:personId/merges', 'json'],
  undoMergePersons: ['POST', '/members/:personId/merges/:mergeId/undoing', 'json'],
  getOwnCard: ['GET', '/me/card', 'json'],
  getOwnFile: ['GET', '/me/file', 'json'],
  verifyCard: ['POST', '/cards/verification', 'json'],
  listPhoneVotes: ['GET', '/phone-votes', 'json'],
  joinPhoneVote: ['POST', '/ballots/:ballotId/phone-vote', 'json'],
  createPhoneVote: ['POST', '/phone-votes', 'json'],
  allowPhoneVote: ['POST', '/phone-votes/:voteId/permission', 'json'],
  publishCommitteeKey: ['POST', '/phone-votes/:voteId/committee-key', 'json'],
  startTokenPeriod: ['POST', '/phone-votes/:voteId/token-period', 'json'],
  openPhoneVote: ['POST', '/phone-votes/:voteId/opening', 'json'],
  closePhoneVote: ['POST', '/phone-votes/:voteId/closing', 'json'],
  openSealedBallots: ['POST', '/phone-votes/:voteId/count', 'json'],
  declarePhoneVoteVoid: ['POST', '/phone-votes/:voteId/void-declaration', 'json'],
  confirmPhoneVoteVoid: ['POST', '/phone-votes/:voteId/voiding', 'json'],
  copyBoard: ['POST', '/phone-votes/:voteId/board-copies', 'json'],
  checkUrn: ['POST', '/phone-votes/:voteId/urn-check', 'json'],
  acceptSurrender: ['POST', '/phone-votes/:voteId/surrenders', 'json'],
  listOwnPhoneVotes: ['GET', '/own/phone-votes', 'json'],
  issueBallotToken: ['POST', '/own/phone-votes/:voteId/token', 'json'],
  getBoard: ['GET', '/public/votes/:voteId', 'json'],
  castVote: ['POST', '/public/votes/:voteId/ballots', 'json'],
  surrenderVote: ['POST', '/public/votes/:voteId/surrenders', 'json'],
  verifyReceipt: ['GET', '/public/votes/:voteId/receipts/:receipt', 'json'],
  listAssessments: ['GET', '/privacy/assessments', 'json'],
  recordAssessment: ['POST', '/privacy/assessments', 'json'],
  listBreaches: ['GET', '/privacy/breaches', 'json'],
  recordBreach: ['POST', '/privacy/breaches', 'json'],
  recordBreachStep: ['POST', '/privacy/breaches/:breachId/steps', 'json'],
  listBreachPersons: ['GET', '/privacy/breaches/:breachId/persons', 'json'],
  getProvider: ['GET', '/sessions/provider', 'json'],
  startProviderSignIn: ['POST', '/sessions/provider/departure', 'json'],
  createProviderSession: ['POST', '/sessions/provider', 'json'],
  startProviderLink: ['POST', '/me/provider/departure', 'json'],
  linkProvider: ['POST', '/me/provider', 'json'],
  unlinkProvider: ['DELETE', '/me/provider', 'json'],
  listPublicFederations: ['GET', '/public/federations', 'json'],
  getPublicFederation: ['GET', '/public/federations/:federationCode', 'json'],
  listBulletinTemplates: ['GET', '/bulletin-templates', 'json'],
  renderBulletin: ['POST', '/bulletins/render', 'json'],
  listBulletins: ['GET', '/bulletins', 'json'],
  createBulletin: ['POST', '/bulletins', 'json'],
  getBulletin: ['GET', '/bulletins/:bulletinId', 'json'],
  updateBulletin: ['PUT', '/bulletins/:bulletinId', 'json'],
  submitBulletin: ['POST', '/bulletins/:bulletinId/submission', 'json'],
  withdrawBulletin: ['POST', '/bulletins/:bulletinId/withdrawal', 'json'],
  downloadBulletin: ['GET', '/bulletins/:bulletinId/document', 'download'],
  getPublicBulletin: ['GET', '/public/federations/:federationCode/bulletins/:publicId', 'json'],
  makeAnnualReturn: ['POST', '/annual-returns', 'json'],
  listAnnualReturns: ['GET', '/annual-returns', 'json'],
  getAnnualReturn: ['GET', '/annual-returns/:returnId', 'json'],
  listAnnualReturnLines: ['GET', '/annual-returns/:returnId/lines', 'json'],
  downloadAnnualReturn: ['GET', '/annual-returns/:returnId/workbook', 'download'],
  recordStatisticalCode: ['POST', '/organisations/:organisationId/statistical-codes', 'json'],
  listStatisticalCodes: ['GET', '/organisations/:organisationId/statistical-codes', 'json'],
  sealReport: ['POST', '/sealed-reports', 'json'],
  listSealedReports: ['GET', '/sealed-reports', 'json'],
  getSealedReport: ['GET', '/sealed-reports/:reportId', 'json'],
  openSealedFigure: ['GET', '/sealed-reports/:reportId/figures/:figure/rows', 'json'],
  verifySeal: ['GET', '/sealed-reports/:reportId/verification', 'json'],
  createReportTemplate: ['POST', '/report-templates', 'upload'],
  listReportTemplates: ['GET', '/report-templates', 'json'],
  getReportTemplate: ['GET', '/report-templates/:templateId', 'json'],
  saveTemplateMapping: ['POST', '/report-templates/:templateId/mappings', 'json'],
  fillReportTemplate: ['POST', '/report-templates/:templateId/fillings', 'json'],
  downloadFilledTemplate: ['GET', '/sealed-reports/:reportId/workbook', 'download'],
  getRetention: ['GET', '/privacy/retention', 'json'],
  createRosterImport: ['POST', '/roster-imports', 'upload'],
  createOrganisationImport: ['POST', '/organisation-imports', 'upload'],
  listRosterImports: ['GET', '/roster-imports', 'json'],
  getRosterImport: ['GET', '/roster-imports/:importId', 'json'],
  remapRosterImport: ['PUT', '/roster-imports/:importId/columns', 'json'],
  listRosterImportRows: ['GET', '/roster-imports/:importId/rows', 'json'],
  listRosterImportLeavers: ['GET', '/roster-imports/:importId/leavers', 'json'],
  checkRosterImportRow: ['POST', '/roster-imports/:importId/rows/:rowId/check', 'json'],
  fixRosterImportRow: ['PATCH', '/roster-imports/:importId/rows/:rowId', 'json'],
  commitRosterImport: ['POST', '/roster-imports/:importId/commit', 'json'],
  undoRosterImport: ['POST', '/roster-imports/:importId/undo', 'json'],
  getRosterImportReport: ['GET', '/roster-imports/:importId/report', 'json'],
  downloadRejectedRows: ['GET', '/roster-imports/:importId/rejected-rows', 'download'],
  createSession: ['POST', '/sessions', 'json'],
  deleteSession: ['DELETE', '/sessions/current', 'json'],
  getMe: ['GET', '/me', 'json'],
  actAs: ['POST', '/me/appointment', 'json'],
  listOwnSessions: ['GET', '/me/sessions', 'json'],
  endOwnSession: ['DELETE', '/me/sessions/:sessionId', 'json'],
  endOtherSessions: ['DELETE', '/me/sessions', 'json'],
  getOwnSignIn: ['GET', '/me/sign-in', 'json'],
  changeOwnPassword: ['POST', '/me/password', 'json'],
  confirmOwnPassword: ['POST', '/me/password/confirmation', 'json'],
  startTotpEnrolment: ['POST', '/me/totp', 'json'],
  confirmTotpEnrolment: ['POST', '/me/totp/confirmation', 'json'],
  removeTotp: ['DELETE', '/me/totp', 'json'],
  makeRecoveryCodes: ['POST', '/me/recovery-codes', 'json'],
  getSignInRules: ['GET', '/sign-in-rules', 'json'],
  chooseSignInRules: ['POST', '/sign-in-rules/choices', 'json'],
  enterStipendGrade: ['POST', '/stipends/grades', 'json'],
  listStipendGrades: ['GET', '/stipends/grades', 'json'],
  decideStipendGrade: ['POST', '/stipends/grades/:gradeId/decision', 'json'],
  previewStipends: ['GET', '/stipends/preview', 'json'],
  runStipends: ['POST', '/stipends/runs', 'json'],
  listStipendRuns: ['GET', '/stipends/runs', 'json'],
  verifyStipendRun: ['GET', '/stipends/runs/:runId/replay', 'json'],
  explainPayment: ['GET', '/claims/:claimId/explanation', 'json'],
  getSystemState: ['GET', '/system', 'json'],
  startBackup: ['POST', '/system/backups', 'json'],
  startDrill: ['POST', '/system/drills', 'json'],
  retryJob: ['POST', '/system/jobs/:jobId/retry', 'json'],
  forgetJob: ['DELETE', '/system/jobs/:jobId', 'json'],
  listDemoLogins: ['GET', '/demo-logins', 'json'],
  listTrainingPlans: ['GET', '/training/plans', 'json'],
  createTrainingPlan: ['POST', '/training/plans', 'json'],
  getTrainingPlan: ['GET', '/training/plans/:planId', 'json'],
  addTrainingCourse: ['POST', '/training/plans/:planId/courses', 'json'],
  listCourseChoices: ['GET', '/training/courses', 'json'],
  listTrainees: ['GET', '/training/courses/:courseId/trainees', 'json'],
  downloadTrainingCertificate: ['GET', '/training/certificates/:certificateId/file', 'download'],
  getOwnTraining: ['GET', '/me/training', 'json'],
  downloadOwnTrainingCertificate: ['GET', '/me/training/certificates/:certificateId/file', 'download'],
  verifyTrainingCertificate: ['GET', '/public/federations/:federationCode/training-certificates/:code', 'json'],
  downloadVenueInspection: ['GET', '/venues/:venueId/inspections/:inspectionId/report', 'download'],
  listVenues: ['GET', '/venues', 'json'],
  getVenue: ['GET', '/venues/:venueId', 'json'],
  createVenue: ['POST', '/venues', 'json'],
  changeVenue: ['PUT', '/venues/:venueId', 'json'],
  closeVenue: ['POST', '/venues/:venueId/closing', 'json'],
  createVenueInspection: ['POST', '/venues/:venueId/inspections', 'json'],
  openVenueEvidence: ['GET', '/venues/:venueId/evidence/:evidenceId', 'download'],
  grantVenueStars: ['POST', '/venues/:venueId/stars', 'json'],
  withdrawVenueStars: ['POST', '/venues/:venueId/stars/withdrawal', 'json'],
  listSharedVenues: ['GET', '/shared-venues', 'json'],
  bookVenue: ['POST', '/shared-venues/:venueId/bookings', 'json'],
  cancelVenueBooking: ['POST', '/venue-bookings/:bookingId/cancellation', 'json'],
  checkInVenueBooking: ['POST', '/venue-bookings/:bookingId/check-in', 'json'],
} as const satisfies Record<keyof Operations, readonly [string, string, Kind]>
