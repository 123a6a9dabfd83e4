import { refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'

/** Without a folder there is no place for a backup: somebody with the machine sets one first. */
export function mustHaveFolder(platform: Platform): void {
  if (platform.backups.folder === null) refuse('system.no_backup_folder')
}
