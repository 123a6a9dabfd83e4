import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  pageTitle: { zh: '演示发件箱 · 工会', en: 'Outbox of the demo · Gonghui' },
  title: { zh: '演示发件箱', en: 'Outbox of the demo' },
  lead: {
    zh: '演示环境不会真的发短信和邮件，要发的内容都列在这里。人员和号码均为虚构。',
    en: 'A demo sends no real messages; what it would send stands here. All people and numbers are invented.',
  },
  sms: { zh: '短信', en: 'Text message' },
  mail: { zh: '邮件', en: 'Mail' },
  to: { zh: '{channel}，发给 {recipient}', en: '{channel} to {recipient}' },
  openLink: { zh: '打开其中的链接', en: 'Open the link in it' },
  empty: { zh: '还没有发出过消息', en: 'Nothing has been sent yet' },
  emptyHint: {
    zh: '在开通账号页申请验证码，或邀请一名干部，消息就会出现在这里。',
    en: 'Ask for a code on the activation page, or invite an officer, and the message appears here.',
  },
  closed: { zh: '这里不是演示环境', en: 'This is not a demo' },
  closedHint: {
    zh: '正式系统的短信和邮件直接发给本人，不在网页上显示。',
    en: 'On a real server messages go to the people themselves and are never shown.',
  },
  loading: { zh: '正在读取', en: 'Loading' },
})
