import { operations } from '#contract/approvals.ts'
import type { ApprovalKind } from '#server/platform/approval.ts'
import { downloadRoute, route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { decide } from './commands/decide-approval.ts'
import {
  approvalFile,
  listApprovals,
  openApprovalAttachment,
  openApprovalThumbnail,
} from './queries/approvals.ts'

/**
 * Requests of every kind the other modules declare. The routes ask for the inbox; which request somebody may see and sign is asked by the
 * permission of its steps.
 */
export function approvalsOf(kinds: readonly ApprovalKind[]): AppModule {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]))
  const kindOf = (kind: string): ApprovalKind => {
    const known = byName.get(kind)
    if (known === undefined) throw new Error(`no module declares approvals of the kind ${kind}`)
    return known
  }
  return {
    name: 'approvals',
    routes: [
      route('listApprovals', operations.listApprovals, 'inbox.read', listApprovals),
      route('getApproval', operations.getApproval, 'inbox.read', (tx, actor, input) =>
        approvalFile(tx, actor, { ...input, kindOf }),
      ),
      downloadRoute(
        'openApprovalAttachment',
        operations.openApprovalAttachment,
        'inbox.read',
        (tx, actor, input, platform) => openApprovalAttachment(tx, actor, { ...input, platform }),
      ),
      downloadRoute(
        'openApprovalThumbnail',
        operations.openApprovalThumbnail,
        'inbox.read',
        (tx, actor, input, platform) => openApprovalThumbnail(tx, actor, { ...input, platform }),
      ),
      route('decideApproval', operations.decideApproval, 'inbox.read', async (tx, actor, input) => {
        await decide(tx, actor, { ...input, kindOf })
        return approvalFile(tx, actor, { approvalId: input.approvalId, kindOf })
      }),
    ],
  }
}
