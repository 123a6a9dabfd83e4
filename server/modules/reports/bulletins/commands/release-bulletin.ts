import type { BulletinContent } from '#contract/reports-bulletins.ts'
import { canReach } from '#server/modules/access/index.ts'
import { submitApproval } from '#server/modules/approvals/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Approval, ApprovalKind } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { contentNow } from '../queries/bulletin-file.ts'
import { hasWritten } from '../queries/own-text.ts'
import { contentOf, findBulletin, type BulletinHead } from '../queries/bulletins.ts'
import type { sealReportOf } from '../../seals/commands/seal-report.ts'
import type { Renderer } from '../render.ts'
import { insertEdition, insertRelease, insertWithdrawal, lockBulletin } from '../store.ts'
import { lockedDraft } from './write-bulletin.ts'

/**
 * Fixes the values of a draft and asks a second officer. What they read is what goes out: the values are not asked for again.
 */
export async function submitBulletin(
  tx: Tx,
  actor: Actor,
  input: { bulletinId: string; renderer: Renderer; seal: Seal },
): Promise<void> {
  const head = await lockedDraft(tx, actor, input.bulletinId)
  const content = await contentNow(tx, actor, { head, renderer: input.renderer })
  const id = newId()
  const sealId = await sealed(tx, actor, { head, content, seal: input.seal })
  await insertEdition(tx, actor, { id, bulletinId: head.id, version: head.version, content, sealId })
  await submitApproval(tx, actor, {
    id,
    kind: 'bulletin',
    organisationId: head.organisationId,
    subjectId: head.id,
    personId: null,
    params: {},
    reason: '',
  })
}

/** Seals figures as they are now. */
export type Seal = ReturnType<typeof sealReportOf>

/**
 * The figures of a bulletin sealed with the rows behind them, as known when they were fixed; null where whoever submits may not seal, or there is
 * no figure. The seal holds exact values for those who may open them; the bulletin says what may leave the house.
 */
async function sealed(
  tx: Tx,
  actor: Actor,
  { head, content, seal }: { head: BulletinHead; content: BulletinContent; seal: Seal },
): Promise<string | null> {
  const { organisationId } = head
  for (const permission of ['reports.seal', 'figures.open'] as const)
    if (!(await canReach(tx, { actor, permission }, organisationId))) return null
  const figures = content.figures.map(({ measure, asOf, from, to, by }) => ({
    measure,
    organisationId,
    asOf,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(by === null ? {} : { by }),
  }))
  if (figures.length === 0) return null
  const report = await seal(tx, actor, {
    title: head.titleZh.slice(0, longestTitle),
    organisationId,
    figures,
  })
  return report.id
}

const longestTitle = 120

/** The release of a bulletin: asked for by whoever submitted it, decided by a second officer who has not written it. */
export const bulletinKind: ApprovalKind = {
  kind: 'bulletin',
  lines: async (tx, approval) => {
    const { asOf, figures, zh } = await contentOf(tx, approval.id)
    const title = zh[0]?.parts.map(({ text }) => text).join('') ?? ''
    return [
      { field: 'bulletinTitle', before: null, after: title },
      { field: 'bulletinDay', before: null, after: asOf },
      { field: 'bulletinFigures', before: null, after: String(figures.length) },
    ]
  },
  approved: release,
}

async function release(tx: Tx, actor: Actor, approval: Approval): Promise<void> {
  const bulletinId = found(approval.subjectId)
  await lockBulletin(tx, bulletinId)
  if (await hasWritten(tx, actor, approval.id)) refuse('reports.own_text')
  await insertRelease(tx, actor, { bulletinId, editionId: approval.id })
  await audit(tx, actor, 'reports.bulletin_released', {
    kind: 'bulletin',
    id: bulletinId,
    organisationId: approval.organisationId,
  })
}

/** Takes a released bulletin back, with a reason everybody can read. It stays listed, without its words and figures. */
export async function withdrawBulletin(
  tx: Tx,
  actor: Actor,
  input: { bulletinId: string; reason: string },
): Promise<void> {
  await lockBulletin(tx, input.bulletinId)
  const head = await findBulletin(tx, actor, input.bulletinId)
  if (!(await canReach(tx, { actor, permission: 'bulletins.release' }, head.organisationId))) notFound()
  if (head.state !== 'released') conflict('reports.bulletin_not_released')
  await insertWithdrawal(tx, actor, { bulletinId: head.id, reason: input.reason.trim() })
  await audit(tx, actor, 'reports.bulletin_withdrawn', {
    kind: 'bulletin',
    id: head.id,
    organisationId: head.organisationId,
  })
}
