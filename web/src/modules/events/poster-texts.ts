import { texts } from '../../i18n/texts.ts'

export const t = texts({
  title: { zh: '活动海报', en: 'Poster' },
  note: {
    zh: '打印后张贴。扫码登录后打开这场活动。',
    en: 'To print and hang up. The code opens the event after signing in.',
  },
  notPublished: {
    zh: '活动还没有发布，扫码暂时打不开。发布后再张贴。',
    en: 'The event is not published: the code opens nothing yet. Hang the poster up afterwards.',
  },
  print: { zh: '打印', en: 'Print' },
  codeLabel: { zh: '活动二维码', en: 'QR code of the event' },
  scan: { zh: '扫码报名', en: 'Scan to register' },
  registration: { zh: '报名时间：{span}', en: 'Registration: {span}' },
  free: { zh: '免费参加', en: 'Free of charge' },
  hosts: { zh: '主办：{names}', en: 'Held by {names}' },
})
