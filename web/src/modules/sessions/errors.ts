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
  'sessions.slowed': {
    zh: '您所在的网络里登录失败太多，请等 {seconds} 秒再试。',
    en: 'Too many sign-ins have failed from your network. Wait {seconds} {seconds|second|seconds} and try again.',
  },
  'sessions.password_change_needed': {
    zh: '请先把密码换成自己的，再办其他事。',
    en: 'Choose a password of your own first, then go on.',
  },
  'sessions.second_factor_needed': {
    zh: '您的职务可以看到他人的个人信息或经费，请先开启两步登录。',
    en: 'Your post can see other people’s data or money: set up two-step sign-in first.',
  },
  'sessions.password_again': {
    zh: '为确认是您本人，请再输入一次密码。',
    en: 'To make sure it is you, enter your password again.',
  },
  'sessions.recovery_code_wrong': {
    zh: '恢复码不对，或已经用过。请换一个没有用过的。',
    en: 'That recovery code is wrong or was used before. Try one that is left.',
  },
  'sessions.passkey_wrong': {
    zh: '通行密钥没有通过验证，可能已被移除。请再试一次，或改用密码登录。',
    en: 'The passkey was not accepted; it may have been removed. Try again, or sign in with your password.',
  },
  'sessions.passkey_needs_name': {
    zh: '通行密钥要用域名访问才能使用，现在的网址是一串数字。请用管理员给的网址打开。',
    en: 'Passkeys work only where the address is a name, and this one is a number. Open the address your administrator gave you.',
  },
  'sessions.too_late': {
    zh: '等得太久，这一步已经失效，请重新开始。',
    en: 'That took too long. Begin this step again.',
  },
  'sessions.provider_unreachable': {
    zh: '统一认证平台暂时连不上，请稍后再试，或用账号和密码登录。',
    en: 'The outside sign-in cannot be reached now. Try later, or use login and password.',
  },
  'sessions.provider_wrong': {
    zh: '统一认证没有通过，请重新登录一次。',
    en: 'The outside sign-in did not confirm who you are. Begin again.',
  },
  'sessions.provider_not_linked': {
    zh: '这个统一认证账号还没有关联。请先用账号和密码登录，再到“账号与安全”里关联。',
    en: 'That outside account is not linked yet. Sign in with login and password, then link it under Account and security.',
  },
  'sessions.provider_linked': {
    zh: '您的账号已经关联过统一认证，要换请先取消关联。',
    en: 'Your account is linked already; take that link back first.',
  },
  'sessions.provider_linked_elsewhere': {
    zh: '这个统一认证账号已经关联了别人。请确认登录的是您本人的统一认证账号。',
    en: 'That outside account is linked with somebody else here. Make sure you signed in as yourself there.',
  },
  'sessions.no_second_factor': {
    zh: '请先设置验证器或通行密钥，再生成恢复码。',
    en: 'Set up an authenticator or a passkey first, then make recovery codes.',
  },
  'accounts.password_wrong': { zh: '现在的密码不对。', en: 'The present password is wrong.' },
  'accounts.password_short': {
    zh: '密码至少要 {limit} 位。',
    en: 'The password needs at least {limit} characters.',
  },
  'accounts.password_kinds': {
    zh: '密码要包含大写字母、小写字母、数字、符号中的至少 {kinds} 种。',
    en: 'Mix at least {kinds} of: small letters, capitals, digits, signs.',
  },
  'accounts.password_common': {
    zh: '这个密码太常见，别人一猜就中。请换一个。',
    en: 'Everybody tries this password first. Choose another one.',
  },
  'accounts.password_guessable': {
    zh: '密码里主要是账号、单位或“工会”这类容易猜到的词。请换一个。',
    en: 'This password is mostly your login, your federation or “gonghui”. Choose another one.',
  },
  'accounts.password_used_before': {
    zh: '不能与现在或最近 {count} 次用过的密码相同。',
    en: 'It must differ from the present one and the last {count}.',
  },
  'accounts.login_taken': {
    zh: '这个账号已经有人用了，请换一个。',
    en: 'That login is taken. Choose another one.',
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
    zh: '您已经开启两步登录，不用再设置。换手机请先在“账号与安全”里移除旧的。',
    en: 'Two-step sign-in is already on. For a new phone remove the old one first under Account and security.',
  },
  'sessions.totp_not_started': {
    zh: '二维码已失效，请刷新页面重新扫码。',
    en: 'That QR code is no longer valid. Refresh the page and scan the new one.',
  },
} as const satisfies Record<string, Sentence>
