import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of running the system. */
export const systemErrors = {
  'system.no_backup_folder': {
    zh: '还没有设置备份目录。请在服务器上设置 GONGHUI_BACKUP_FOLDER，然后重新启动。',
    en: 'No backup folder is set. Set GONGHUI_BACKUP_FOLDER on the server and start it again.',
  },
  'system.backup_failed': {
    zh: '备份没有做成。原因见备份列表和服务器日志。',
    en: 'The backup failed. The list of backups and the server’s log say why.',
  },
  'system.drill_failed': {
    zh: '恢复演练没有通过。原因见本页和服务器日志；请尽快再备份一次。',
    en: 'The restore drill failed. This page and the server’s log say why; take another backup soon.',
  },
} as const satisfies Record<string, Sentence>
