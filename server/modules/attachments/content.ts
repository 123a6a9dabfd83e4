import { Readable } from 'node:stream'
import { deriveKey } from '#server/platform/crypto.ts'
import { deleteFile, openFile, storeFile, type FileStore } from '#server/platform/files/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { attachmentLimits } from './rules.ts'

/** Where contents lie, and the keys. */
export type ContentPlace = Pick<Platform, 'dataFolder' | 'keys'>

/** One attachment, by which its key follows: no two share a file, so removing one never takes another's content. */
export interface AttachmentKey {
  tenantId: string
  id: string
}

/** Keeps a content sealed under the attachment's own key; returns the SHA-256 by which it is opened. */
export async function keepContent(place: ContentPlace, key: AttachmentKey, content: Buffer): Promise<string> {
  const file = await storeFile(storeOf(place, key), Readable.from([content]), attachmentLimits.bytes * 4)
  return file.sha256
}

/** The content of an attachment or of its small form. Throws when it is gone or was altered. */
export function openContent(place: ContentPlace, key: AttachmentKey, sha256: string): Promise<Buffer> {
  return openFile(storeOf(place, key), sha256)
}

/** Removes a content for good; no error when it is gone already. */
export function removeContent(place: ContentPlace, key: AttachmentKey, sha256: string): Promise<void> {
  return deleteFile(storeOf(place, key), sha256)
}

function storeOf(place: ContentPlace, key: AttachmentKey): FileStore {
  return { dataFolder: place.dataFolder, key: deriveKey(place.keys, `attachment ${key.tenantId} ${key.id}`) }
}
