import type { Sentence } from './sentence.ts'

/** What acts on choices and pairs are called in the audit log. None of them says whom somebody chose. */
export const choiceSentences = {
  'matchmaking.choices_closed': {
    zh: '截止了一场联谊活动的意向选择，共收到 {sheets} 份',
    en: 'closed the choices of a social match event; {sheets} {sheets|sheet|sheets} had come in',
  },
} as const satisfies Record<string, Sentence>
