import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes that activation and its lists can answer with. */
export const activationErrors = {
  'activation.account_closed': {
    zh: '这个账号已经停用。请联系上级工会的安全管理员恢复后再设置。',
    en: 'This account has been closed. Ask the security administrator of your federation to reopen it first.',
  },
  'activation.day_is_past': {
    zh: '截止日期已经过去，请选今天或以后的日期。',
    en: 'That last day is over. Choose today or a later day.',
  },
  'activation.has_account': {
    zh: '这名干部已经有账号，不用再邀请。忘记密码的，请让本人在登录页自己重设，或找安全管理员重置。',
    en: 'This officer has an account already. If the password is forgotten, they renew it from the sign-in page, or the security administrator resets it.',
  },
  'activation.invitation_ended': {
    zh: '这份邀请已经用过、被替换或撤回，请刷新列表。',
    en: 'This invitation has been used, replaced or revoked already. Refresh the list.',
  },
  'activation.login_digits': {
    zh: '数字账号只能用登记的本人手机号或会员卡号。也可以换一个带字母或汉字的名字。',
    en: 'A log-in of digits must be your own mobile or card number as registered. Or choose a name with letters.',
  },
  'activation.login_form': {
    zh: '账号要 4 到 40 个字符，不能有空格和 @。可以直接用本人手机号。',
    en: 'A log-in has 4 to 40 characters, no blanks and no @. Your own mobile number will do.',
  },
  'activation.no_mobile': {
    zh: '这名干部没有登记手机号，发不了短信。请改用邮件或打印邀请。',
    en: 'No mobile number is on file for this officer. Send the invitation by mail or print it.',
  },
  'activation.no_open_slip': {
    zh: '所选的人没有可用的激活单，没有可作废的。',
    en: 'None of those chosen has a slip that can be used, so there is nothing to revoke.',
  },
  'activation.nobody_needs_one': {
    zh: '这里的会员都已有账号或激活单。要重新打印，请勾选具体的人。',
    en: 'Everybody here has an account or a slip. To print one again, choose the persons.',
  },
  'activation.slip_wrong': {
    zh: '激活单号或证件号后六位不对，请对照激活单和证件再填。同一张单填错五次即作废，请找工会重新打印。',
    en: 'The slip’s code or the end of the document number is wrong. Check both; after five wrong tries a slip is worthless and your union prints a new one.',
  },
  'activation.ticket_over': {
    zh: '链接或验证已经失效（用过、过期或被撤回）。请从头再来一次，或请工会重新发送。',
    en: 'This link or proof is no longer good: used, out of date or revoked. Begin again, or ask your union for a new one.',
  },
  'activation.too_long': {
    zh: '激活单最长有效 {days} 天，请选近一些的截止日期。',
    en: 'A slip is good for at most {days} days. Choose an earlier last day.',
  },
  'activation.too_many_codes': {
    zh: '今天的次数已经用完，请明天再试，或请本单位工会打印激活单。',
    en: 'That was tried too often today. Try again tomorrow, or ask your union for an activation slip.',
  },
  'activation.too_many_slips': {
    zh: '一次最多打印 {limit} 张，请按下级工会分几次打印。',
    en: 'At most {limit} slips are printed at once. Print union by union.',
  },
} as const satisfies Record<string, Sentence>
