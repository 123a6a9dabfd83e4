import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  showPass: { zh: '出示入场码', en: 'Show my pass' },
  checkedIn: { zh: '已签到 {time} {door}', en: 'Checked in {time}, {door}' },
  scanHere: { zh: '为这场活动扫码签到', en: 'Check people in at this event' },
  scanHint: { zh: '您负责这场活动的签到', en: 'You run this event' },
  loading: { zh: '正在读取入场码', en: 'Loading your pass' },
  failed: { zh: '入场码没有打开', en: 'The pass did not open' },
  retry: { zh: '再试一次', en: 'Try again' },
  noPass: { zh: '还没有入场码', en: 'No pass yet' },
  noPassHint: { zh: '录取以后，入场码会出现在这里。', en: 'Once you have a place, your pass is here.' },
  pass: { zh: '入场码', en: 'Event pass' },
  qr: { zh: '入场二维码', en: 'QR code of the pass' },
  badge: { zh: '号牌', en: 'Badge' },
  number: { zh: '{number} 号', en: 'No. {number}' },
  offlineToo: {
    zh: '打开过就能在没有网络时出示。请不要转给别人：一个码只能签到一次。',
    en: 'Once opened it can be shown without a network. Do not pass it on: it checks in once.',
  },
  when: { zh: '时间', en: 'When' },
  where: { zh: '地点', en: 'Where' },
})
