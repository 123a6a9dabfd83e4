import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes that signing in and powers can answer with. */
export const sessionErrors = {
  'sessions.wrong_credentials': {
    zh: '账号或密码不对，请核对后再试。连续输错多次，账号会暂时锁定。',
    en: 'The login or the password is wrong. Check both and try again; repeated mistakes lock the login for a while.',
  },
  'sessions.locked': {
    zh: '输错次数太多，账号已暂时锁定。请过 15 分钟再试，或请管理员解锁。',
    en: 'Too many wrong attempts: this login is locked for now. Wait 15 minutes or ask the administrator to unlock it.',
  },
  'sessions.totp_required': {
    zh: '请输入验证器上的 6 位动态码。',
    en: 'Enter the 6-digit code of your authenticator.',
  },
  'sessions.totp_wrong': {
    zh: '动态码不对。请看验证器上最新的一组数字，并确认手机时间准确。',
    en: 'That code is wrong. Read the newest number on the authenticator and check the phone’s clock.',
  },
} as const satisfies Record<string, Sentence>
