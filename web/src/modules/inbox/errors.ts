import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of tasks. */
export const inboxErrors = {
  'inbox.already_ended': {
    zh: '这件事刚才已经办结。请刷新待办列表。',
    en: 'This task has just been ended. Refresh the list.',
  },
} as const satisfies Record<string, Sentence>
