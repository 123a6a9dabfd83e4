import type { ApprovalRow } from '#contract/approvals.ts'
import type { OwnRequest } from '#contract/own-data.ts'
import { actsOf, approvalsAskedBy, sentAlong, withdrawApproval } from '#server/modules/approvals/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { erasureKind } from '../erasure/erasure-kind.ts'
import { correctionKind } from './correction-kind.ts'
import { erasureRequestsOf, insertErasureCancellation, type ErasureRequestRow } from './store.ts'

const kinds = ['correction', 'erasure'] as const

/** What one has asked for about one's own data, with what was answered and why, the latest first. */
export async function listOwnRequests(tx: Tx, actor: Actor): Promise<{ items: OwnRequest[] }> {
  const asked = await approvalsAskedBy(tx, actor.personId, kinds)
  const erasures = await erasureRequestsOf(
    tx,
    asked.map((row) => row.id),
  )
  const items: OwnRequest[] = []
  for (const row of asked) {
    const erasure = erasures.find((each) => each.id === row.id)
    const state = erasure === undefined ? row.state : erasureState(row, erasure)
    items.push({
      id: row.id,
      kind: row.kind as OwnRequest['kind'],
      state,
      askedAt: row.askedAt,
      dueOn: row.dueOn,
      executeOn: erasure?.executeOn ?? null,
      lines: await linesOf(tx, actor, row),
      attachments: await sentAlong(tx, row.id),
      acts: await actsOf(tx, row.id),
      can: {
        withdraw: state === 'waiting' || state === 'returned' || state === 'scheduled',
        change: state === 'returned' && row.kind === 'correction',
      },
    })
  }
  return { items }
}

/** Takes a request back. An approved erasure may be taken back until the day it is done. */
export async function withdrawOwnRequest(
  tx: Tx,
  actor: Actor,
  input: { requestId: string },
): Promise<Record<string, never>> {
  const asked = await approvalsAskedBy(tx, actor.personId, kinds)
  const [erasure] = await erasureRequestsOf(tx, [found(asked.find((row) => row.id === input.requestId)).id])
  if (erasure !== undefined && erasure.executeOn !== null && !erasure.done) {
    await insertErasureCancellation(tx, erasure.id)
    await audit(tx, actor, 'people.erasure_cancelled', {
      kind: 'person',
      id: erasure.personId,
      organisationId: null,
    })
    return {}
  }
  await withdrawApproval(tx, actor, { approvalId: input.requestId, kinds })
  return {}
}

function erasureState(row: ApprovalRow, erasure: ErasureRequestRow): OwnRequest['state'] {
  if (erasure.cancelled) return 'cancelled'
  if (erasure.executeOn === null) return row.state
  return erasure.done ? 'done' : 'scheduled'
}

async function linesOf(tx: Tx, actor: Actor, row: ApprovalRow): Promise<OwnRequest['lines']> {
  const approval = { ...row, subjectId: null, personId: actor.personId, askedBy: actor.personId, params: {} }
  return (row.kind === 'correction' ? correctionKind : erasureKind).lines(tx, approval)
}
