import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of notices, consents and breaches. */
export const consentErrors = {
  'consents.missing': {
    zh: '这位职工没有同意这项用途，不能办理。请先征得本人同意。',
    en: 'This person has not agreed to this purpose. Ask them first.',
  },
  'consents.not_asked': {
    zh: '这项用途依法办理，不需要征求同意。',
    en: 'This purpose rests on the law; nobody is asked for it.',
  },
  'consents.notice_changed': {
    zh: '隐私告知刚刚更新，请刷新后看新的内容。',
    en: 'The notice has just been renewed. Refresh and read the new one.',
  },
  'consents.step_taken': {
    zh: '这一步已经登记过，请刷新页面。',
    en: 'This step was recorded already. Refresh the page.',
  },
  'consents.version_changed': {
    zh: '这项用途的说明已经更新，请刷新后重新阅读再决定。',
    en: 'What this purpose means has changed. Refresh, read it again, then decide.',
  },
} satisfies Record<string, Sentence>
