// Written by tools/generate-operations.ts from contract/*.ts; run `node tools/generate-operations.ts` after a change there.
import type { operations as accessOperations } from '#contract/access.ts'
import type { operations as auditOperations } from '#contract/audit.ts'
import type { operations as inboxOperations } from '#contract/inbox.ts'
import type { operations as jobsOperations } from '#contract/jobs.ts'
import type { operations as measuresOperations } from '#contract/measures.ts'
import type { operations as organisationsOperations } from '#contract/organisations.ts'
import type { operations as sessionsOperations } from '#contract/sessions.ts'

/** Every operation of the contract by its id. */
export interface Operations {
  explainAccess: (typeof accessOperations)['explainAccess']
  listAuditEntries: (typeof auditOperations)['listAuditEntries']
  verifyAuditChain: (typeof auditOperations)['verifyAuditChain']
  listInboxTasks: (typeof inboxOperations)['listInboxTasks']
  endInboxTask: (typeof inboxOperations)['endInboxTask']
  getJob: (typeof jobsOperations)['getJob']
  listOwnJobs: (typeof jobsOperations)['listOwnJobs']
  listMeasures: (typeof measuresOperations)['listMeasures']
  queryMeasure: (typeof measuresOperations)['queryMeasure']
  openMeasure: (typeof measuresOperations)['openMeasure']
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
  createSession: (typeof sessionsOperations)['createSession']
  deleteSession: (typeof sessionsOperations)['deleteSession']
  getMe: (typeof sessionsOperations)['getMe']
  actAs: (typeof sessionsOperations)['actAs']
  startTotpEnrolment: (typeof sessionsOperations)['startTotpEnrolment']
  confirmTotpEnrolment: (typeof sessionsOperations)['confirmTotpEnrolment']
  listDemoLogins: (typeof sessionsOperations)['listDemoLogins']
}

export type Kind = 'json' | 'upload' | 'download'

/** Where an operation is called: method, path below /api/v1, kind of transfer. */
export const operationTable = {
  explainAccess: ['GET', '/access/explanation', 'json'],
  listAuditEntries: ['GET', '/audit/entries', 'json'],
  verifyAuditChain: ['POST', '/audit/verification', 'json'],
  listInboxTasks: ['GET', '/inbox/tasks', 'json'],
  endInboxTask: ['POST', '/inbox/tasks/:taskId/ending', 'json'],
  getJob: ['GET', '/jobs/:jobId', 'json'],
  listOwnJobs: ['GET', '/jobs', 'json'],
  listMeasures: ['GET', '/measures', 'json'],
  queryMeasure: ['GET', '/measures/:measure', 'json'],
  openMeasure: ['GET', '/measures/:measure/rows', 'json'],
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
  createSession: ['POST', '/sessions', 'json'],
  deleteSession: ['DELETE', '/sessions/current', 'json'],
  getMe: ['GET', '/me', 'json'],
  actAs: ['POST', '/me/appointment', 'json'],
  startTotpEnrolment: ['POST', '/me/totp', 'json'],
  confirmTotpEnrolment: ['POST', '/me/totp/confirmation', 'json'],
  listDemoLogins: ['GET', '/demo-logins', 'json'],
} as const satisfies Record<keyof Operations, readonly [string, string, Kind]>
