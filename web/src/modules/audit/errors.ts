import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes the audit log can answer with. */
export const auditErrors = {
  'audit.not_an_anchor': {
    zh: '这个文件不是本总工会的审计存证，或者已经损坏、被改动。请选择当时保存的 .jsonl 文件。',
    en: 'This file is not an audit anchor of this federation, or it is damaged or was changed. Choose the .jsonl file that was kept then.',
  },
  'audit.export_too_large': {
    zh: '一次最多导出 {limit} 条，请缩小时间或范围再导出。',
    en: 'One file carries {limit} entries at most: narrow the period or the filter and export again.',
  },
  'audit.folder_unreadable': {
    zh: '存放存证的文件夹现在打不开。请系统管理员检查共享或移动硬盘，然后再校验。',
    en: 'The folder of anchors cannot be opened now. Ask the system administrator to look at the share or disk, then verify again.',
  },
} as const satisfies Record<string, Sentence>
