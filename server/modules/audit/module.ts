import { operations } from '#contract/audit.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { verifyAuditChain } from './commands/verify-chain.ts'
import { listAuditEntries } from './queries/entries.ts'

export const auditLog: AppModule = {
  name: 'audit',
  routes: [
    route('listAuditEntries', operations.listAuditEntries, 'audit.read', listAuditEntries),
    route('verifyAuditChain', operations.verifyAuditChain, 'audit.verify', verifyAuditChain),
  ],
}
