import type { Sentence } from './sentence.ts'

/** What is done with reports made of figures. */
export const reportSentences = {
  'reports.sealed': {
    zh: '封存了一份报表（第 {number} 号，{figures} 项数据）',
    en: 'sealed a report (seal {number}, {figures} {figures|figure|figures})',
  },
} as const satisfies Record<string, Sentence>
