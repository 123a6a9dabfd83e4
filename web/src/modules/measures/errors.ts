import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of figures. */
export const measureErrors = {
  'measures.month_ends_only': {
    zh: '您的身份只能看每月月末的数。请把日期改为某个月的最后一天。',
    en: 'Your post sees figures of month-ends only. Choose the last day of a month.',
  },
  'measures.years_only': {
    zh: '您的身份只能看整年的数。请从 1 月 1 日选到 12 月 31 日。',
    en: 'Your post sees figures of whole years only. Choose from 1 January to 31 December.',
  },
} as const satisfies Record<string, Sentence>
