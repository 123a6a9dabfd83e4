import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes that signing in can answer with. */
export const sessionErrors = {
  'sessions.wrong': {
    zh: '账号或密码不对，请核对后再试。连续输错多次，账号会暂时锁定。',
    en: 'The login or the password is wrong. Check both and try again; repeated mistakes lock the login for a while.',
  },
  'sessions.locked': {
    zh: '输错次数太多，账号暂时锁定。请过 {seconds} 秒再试；忘记密码请找本单位工会的管理员。',
    en: 'Too many wrong attempts: this login is shut for {seconds} {seconds|second|seconds}. Try again then, or ask your union’s administrator for a new password.',
  },
  'sessions.totp_needed': {
    zh: '请输入验证器上的 6 位动态码。',
    en: 'Enter the 6-digit code of your authenticator.',
  },
  'sessions.totp_wrong': {
    zh: '动态码不对。请看验证器上最新的一组数字，并确认手机时间准确。',
    en: 'That code is wrong. Read the newest number on the authenticator and check the phone’s clock.',
  },
  'sessions.totp_enrolled': {
    zh: '您已经开启两步登录，不用再设置。换手机请找安全管理员先停用旧的。',
    en: 'Two-step sign-in is already on. For a new phone ask the security administrator to switch the old one off first.',
  },
  'sessions.totp_not_started': {
    zh: '二维码已失效，请刷新页面重新扫码。',
    en: 'That QR code is no longer valid. Refresh the page and scan the new one.',
  },
} as const satisfies Record<string, Sentence>
