import { randomUUID } from 'node:crypto'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/reports-bulletins.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, notFound } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { presets } from '../presets.ts'
import { findBulletin, type BulletinHead } from '../queries/bulletins.ts'
import type { Renderer } from '../render.ts'
import { insertBulletin, insertText, lockBulletin } from '../store.ts'

type Begin = InputOf<(typeof operations)['createBulletin']> & { renderer: Renderer }
type Write = InputOf<(typeof operations)['updateBulletin']> & { renderer: Renderer }

/** Begins a bulletin of one’s own organisation, or of one within reach, with the text of a template or of an earlier bulletin. Returns its id. */
export async function createBulletin(tx: Tx, actor: Actor, input: Begin): Promise<string> {
  const organisationId = input.organisationId ?? actor.appointment?.organisationId ?? notFound()
  await mustReach(tx, { actor, permission: 'bulletins.write' }, organisationId)
  const { textZh, textEn } = await textToBeginWith(tx, actor, input)
  const titles = await input.renderer.titlesOf(tx, { textZh, textEn, organisationId, asOf: actor.today })
  const bulletinId = newId()
  // Random and not by time: everybody will read this one.
  await insertBulletin(tx, actor, { id: bulletinId, publicId: randomUUID(), organisationId })
  await insertText(tx, actor, { bulletinId, version: 1, ...titles, textZh, textEn, asOf: null })
  await audit(tx, actor, 'reports.bulletin_begun', { kind: 'bulletin', id: bulletinId, organisationId })
  return bulletinId
}

/** Writes a draft anew. Whoever read an older version is told (409); a wrong placeholder is named with its line (400). */
export async function updateBulletin(tx: Tx, actor: Actor, input: Write): Promise<void> {
  const head = await lockedDraft(tx, actor, input.bulletinId)
  if (head.version !== input.version) conflict('reports.bulletin_changed')
  if (input.asOf !== null && input.asOf > actor.today) invalid([{ path: 'asOf', code: 'reports.day_ahead' }])
  const { textZh, textEn, asOf } = input
  const day = asOf ?? actor.today
  const titles = await input.renderer.titlesOf(tx, {
    textZh,
    textEn,
    organisationId: head.organisationId,
    asOf: day,
  })
  await insertText(tx, actor, {
    bulletinId: head.id,
    version: head.version + 1,
    ...titles,
    textZh,
    textEn,
    asOf,
  })
  await audit(tx, actor, 'reports.bulletin_written', {
    kind: 'bulletin',
    id: head.id,
    organisationId: head.organisationId,
    params: { version: head.version + 1 },
  })
}

/** A draft that the actor may write, locked. One that waits or is out is never changed (409). */
export async function lockedDraft(tx: Tx, actor: Actor, bulletinId: string): Promise<BulletinHead> {
  await lockBulletin(tx, bulletinId)
  const head = await findBulletin(tx, actor, bulletinId)
  if (!(await canReach(tx, { actor, permission: 'bulletins.write' }, head.organisationId))) notFound()
  if (head.state !== 'draft') conflict('reports.bulletin_not_draft')
  return head
}

async function textToBeginWith(
  tx: Tx,
  actor: Actor,
  { template, copyOf }: Begin,
): Promise<{ textZh: string; textEn: string }> {
  if (copyOf !== undefined) return findBulletin(tx, actor, copyOf)
  const preset = presets.find(({ key }) => key === template)
  return preset ?? invalid([{ path: 'template', code: 'reports.unknown_template' }])
}
