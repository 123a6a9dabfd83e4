import { get, post, type Probe } from '../probe.ts'

/** The audit log, its seals and anchors. */
export const auditProbes: Record<string, Probe> = {
  listAuditEntries: { is: 'read the audit log', plain: () => get('/audit/entries') },
  getAuditEntry: { is: 'read the audit log', plain: () => get('/audit/entries/x/y') },
  exportAuditEntries: { is: 'read the audit log', plain: () => post('/audit/entries/export', {}) },
  getAuditState: { is: 'read the audit log', plain: () => get('/audit/state') },
  listAuditSeals: { is: 'read the audit log', plain: () => get('/audit/seals') },
  listAuditAnchors: { is: 'read the audit log', plain: () => get('/audit/anchors') },
  getAuditAnchor: { is: 'read the audit log', plain: () => get('/audit/anchors/0') },
  downloadAuditAnchor: { is: 'read the audit log', plain: () => get('/audit/anchors/0/file') },
  createAuditAnchor: { is: 'check the audit log', plain: () => post('/audit/anchors') },
  verifyAuditChain: { is: 'check the audit log', plain: () => post('/audit/verification', { anchor: 1 }) },
}
