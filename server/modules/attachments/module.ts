import { operations } from '#contract/attachments.ts'
import { waitForBackups } from '#server/platform/backup/file-hold.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { downloadRoute, route, uploadRoute } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { receiveFile } from './commands/receive.ts'
import { deleteOwnAttachment, removeStale } from './commands/remove.ts'
import { removeContent } from './content.ts'
import { openOwnAttachment, openOwnThumbnail } from './queries/attachments.ts'

export const attachments: AppModule = {
  name: 'attachments',
  routes: [
    uploadRoute('createAttachment', operations.createAttachment, 'signed_in', receiveFile),
    downloadRoute(
      'openOwnAttachment',
      operations.openOwnAttachment,
      'signed_in',
      (tx, actor, input, platform) => openOwnAttachment(tx, actor, { ...input, platform }),
    ),
    downloadRoute(
      'openOwnThumbnail',
      operations.openOwnThumbnail,
      'signed_in',
      (tx, actor, input, platform) => openOwnThumbnail(tx, actor, { ...input, platform }),
    ),
    route('deleteOwnAttachment', operations.deleteOwnAttachment, 'signed_in', deleteOwnAttachment),
  ],
  jobs: (platform) => ({
    'attachments.remove_content': async ({ tenantId, payload }) => {
      await inTenant(platform, tenantId!, waitForBackups)
      await removeContent(platform, { tenantId: tenantId!, id: payload.id! }, payload.sha256!)
      return {}
    },
    'attachments.remove_stale': async ({ tenantId }) => {
      const removed = await inTenant(platform, tenantId!, removeStale)
      platform.jobs.wake()
      return { removed }
    },
  }),
  schedules: [{ kind: 'attachments.remove_stale', every: { dayAt: '03:40' }, for: 'each tenant' }],
}
