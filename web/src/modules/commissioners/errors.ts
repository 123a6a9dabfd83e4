import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of the commissioners’ programme. */
export const commissionerErrors = {
  'commissioners.not_two_new': {
    zh: '它不是在册的两新组织，没有党工专员情况。请在组织台账核对类型。',
    en: 'This is no two-new organisation in the register. Check its type there.',
  },
} satisfies Record<string, Sentence>
