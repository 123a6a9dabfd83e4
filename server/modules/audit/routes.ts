import { operations } from '#contract/audit.ts'
import { downloadRoute, platformRoute, route, type Route } from '#server/platform/http/route.ts'
import { createAuditAnchor } from './commands/create-anchor.ts'
import { exportAuditEntries } from './commands/export-entries.ts'
import { verifyAuditChain } from './commands/verify-chain.ts'
import { downloadAuditAnchor, getAuditAnchor, listAuditAnchors } from './queries/anchors.ts'
import { listAuditEntries } from './queries/entries.ts'
import { getAuditEntry } from './queries/entry.ts'
import { listAuditSeals } from './queries/seals.ts'
import { getAuditState } from './queries/state.ts'

/** Reading the log, its seals and its anchors; checking it, and taking an anchor outside. */
export const routes: readonly Route[] = [
  route('listAuditEntries', operations.listAuditEntries, 'audit.read', listAuditEntries),
  route('getAuditEntry', operations.getAuditEntry, 'audit.read', getAuditEntry),
  downloadRoute('exportAuditEntries', operations.exportAuditEntries, 'audit.read', exportAuditEntries),
  platformRoute('getAuditState', operations.getAuditState, 'audit.read', getAuditState),
  route('listAuditSeals', operations.listAuditSeals, 'audit.read', listAuditSeals),
  route('listAuditAnchors', operations.listAuditAnchors, 'audit.read', listAuditAnchors),
  route('getAuditAnchor', operations.getAuditAnchor, 'audit.read', getAuditAnchor),
  downloadRoute('downloadAuditAnchor', operations.downloadAuditAnchor, 'audit.read', downloadAuditAnchor),
  route('createAuditAnchor', operations.createAuditAnchor, 'audit.verify', createAuditAnchor),
  platformRoute('verifyAuditChain', operations.verifyAuditChain, 'audit.verify', verifyAuditChain),
]
