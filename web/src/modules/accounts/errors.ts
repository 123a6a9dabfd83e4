import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes that the keeping of accounts can answer with. */
export const accountErrors = {
  'accounts.erased': {
    zh: '这个人的信息已按本人要求删除，账号不能恢复。',
    en: 'This person’s data were erased at their request; the account cannot be opened again.',
  },
  'accounts.not_locked': {
    zh: '这个账号现在没有锁定，请刷新列表。',
    en: 'This account is not locked at present. Refresh the list.',
  },
  'accounts.own': {
    zh: '不能在这里处理自己的账号。自己的密码和登录请在“登录与安全”里改。',
    en: 'You cannot keep your own account here. Change your own password and sign-in on your sign-in page.',
  },
} as const satisfies Record<string, Sentence>
