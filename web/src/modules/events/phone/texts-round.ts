import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  loading: { zh: '正在加载', en: 'Loading' },
  failed: { zh: '没有打开', en: 'This did not open' },
  retry: { zh: '重试', en: 'Try again' },
  title: { zh: '我的座位', en: 'My seat' },
  open: { zh: '大字显示座位', en: 'Show my seat in large letters' },
  thisRound: { zh: '本轮', en: 'This round' },
  round: { zh: '第 {no} 轮', en: 'Round {no}' },
  table: { zh: '{no} 号桌', en: 'Table {no}' },
  seat: { zh: '{no} 号座', en: 'seat {no}' },
  opposite: { zh: '对面 {badges} 号', en: 'Opposite: no. {badges}' },
  atTable: { zh: '同桌 {badges} 号', en: 'At your table: no. {badges}' },
  out: { zh: '这一轮您轮空', en: 'You sit this round out' },
  outHint: {
    zh: '人数不一样多，大家轮流休息，每人最多差一轮。',
    en: 'One side is larger, so people take turns to rest; nobody rests more than one round longer than others.',
  },
  left: { zh: '还剩 {time}', en: '{time} left' },
  timeUp: { zh: '时间到，请等下一轮', en: 'Time is up. The next round will show here' },
  wait: { zh: '等待第一轮开始', en: 'Waiting for the first round' },
  waitHint: {
    zh: '您已签到，号码 {badge}。主持人宣布开始后，座位会自动出现在这里。',
    en: 'You are checked in with number {badge}. Your seat appears here when the first round begins.',
  },
  notPresent: { zh: '还没有签到', en: 'You have not checked in' },
  notPresentHint: {
    zh: '到现场签到后，这里会显示每一轮的座位。',
    en: 'Check in at the door, and your seat for each round shows here.',
  },
  earlier: { zh: '前面的轮次', en: 'Earlier rounds' },
  met: { zh: '{table}，{badges} 号', en: '{table}, no. {badges}' },
  rested: { zh: '轮空', en: 'sat out' },
  offline: {
    zh: '没有网络，显示的是 {time} 看到的座位。',
    en: 'No connection. This is your seat as of {time}.',
  },
  leave: { zh: '我要提前离场', en: 'I am going home early' },
  leaveAsk: {
    zh: '离场后，后面的轮次不再安排您。确定离场吗？',
    en: 'Coming rounds will do without you. Are you going home?',
  },
  leaveYes: { zh: '确定离场', en: 'Yes, I am leaving' },
  leaveNo: { zh: '再坐一会儿', en: 'No, I am staying' },
  hasLeft: { zh: '您已登记离场', en: 'You are noted as gone home' },
  hasLeftHint: {
    zh: '如果又回来了，请告诉现场工作人员，后面的轮次会重新安排您。',
    en: 'If you come back, tell the staff: you are planned for again.',
  },
})
