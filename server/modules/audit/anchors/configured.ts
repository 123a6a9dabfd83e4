import { inPlumbing } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { latestAnchors, type FoundAnchors } from './folder.ts'

/** What the folder of GONGHUI_ANCHOR_FOLDER holds of a tenant; nothing where none is set. Reads files: never inside a transaction. */
export async function configuredAnchors(platform: Platform, tenantId: string): Promise<FoundAnchors> {
  const folder = platform.outside.anchorFolder
  if (folder === null) return { anchors: [], damaged: [] }
  const tenant = await inPlumbing(platform.pool, (tx) =>
    tx.selectFrom('tenants').select(['id', 'code']).where('id', '=', tenantId).executeTakeFirst(),
  )
  return latestAnchors(folder, found(tenant)).catch((error: unknown) => {
    platform.log.error('folder of anchors', error)
    return refuse('audit.folder_unreadable')
  })
}
