import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of accounts and posts. */
export const accessErrors = {
  'access.separate_posts': {
    zh: '系统管理员、安全管理员、审计管理员必须由三个人分别担任，请另选一位。',
    en: 'The system, security and audit administrators must be three people. Choose somebody else.',
  },
  'access.unknown_post': {
    zh: '没有这个职务，请从列表中重新选择。',
    en: 'There is no such post. Choose one of the list.',
  },
  'accounts.login_taken': {
    zh: '这个账号名已经有人使用，请换一个。',
    en: 'Somebody uses this login already. Choose another one.',
  },
} as const satisfies Record<string, Sentence>
