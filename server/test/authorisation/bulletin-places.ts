import { randomUUID } from 'node:crypto'
import {
  insertBulletin,
  insertEdition,
  insertRelease,
  insertText,
  insertWithdrawal,
} from '#server/modules/reports/bulletins/store.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What stands at a place for requests about bulletins to aim at. */
export interface BulletinPlace {
  /** A bulletin that was released and withdrawn: nothing can be done with it any more. */
  bulletinId: string
}

/** The same of a place that does not exist. */
export const nowhereToRead: BulletinPlace = { bulletinId: newId() }

/** Makes it for an organisation. */
export async function bulletinAt(tx: Tx, organisationId: string): Promise<BulletinPlace> {
  const nobody = { appointment: null } as Actor
  const [bulletinId, editionId] = [newId(), newId()]
  const words = [{ kind: 'title' as const, parts: [{ text: '题', figure: null }] }]
  const content = { organisationName: '测试', asOf: '2026-01-01', figures: [], zh: words, en: words }
  const text = { titleZh: '题', titleEn: 'T', textZh: '# 题', textEn: '# T', asOf: null }
  await insertBulletin(tx, nobody, { id: bulletinId, publicId: randomUUID(), organisationId })
  await insertText(tx, nobody, { bulletinId, version: 1, ...text })
  await insertEdition(tx, nobody, { id: editionId, bulletinId, version: 1, content, sealId: null })
  await insertRelease(tx, nobody, { bulletinId, editionId })
  await insertWithdrawal(tx, nobody, { bulletinId, reason: '-' })
  return { bulletinId }
}
