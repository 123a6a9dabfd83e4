import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of reports. */
export const reportErrors = {
  'reports.already_corrected': {
    zh: '这份报表已经有更正版本了。请打开最新的版本，在它上面更正。',
    en: 'This report has been corrected already. Open its newest version and correct that one.',
  },
} as const satisfies Record<string, Sentence>
