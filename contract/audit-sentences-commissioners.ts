import type { Sentence } from './sentence.ts'

/** What is done about commissioners. */
export const commissionerSentences = {
  'commissioners.worklist_exported': {
    zh: '导出了两新组织缺口清单（{rows} 家）',
    en: 'exported a worklist of two-new organisations ({rows} {rows|organisation|organisations})',
  },
} as const satisfies Record<string, Sentence>
