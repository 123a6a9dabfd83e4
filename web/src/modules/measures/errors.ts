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
  'measures.export_too_large': {
    zh: '一次最多导出 {limit} 行。请选小一点的组织或时段，分几次导出。',
    en: 'At most {limit} rows can be exported at once. Choose a smaller organisation or period and export in parts.',
  },
  'measures.members_not_exported': {
    zh: '这些明细是会员姓名。您的身份可以查看，不能导出名册；需要导出请上级工会授权。',
    en: 'These rows are names of members. Your post may see them but not export the roster. Ask the union above for that power.',
  },
} as const satisfies Record<string, Sentence>
