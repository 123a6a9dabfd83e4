import { texts } from '../../i18n/texts.ts'

export const t = texts({
  home: { zh: '首页', en: 'Home' },
  events: { zh: '活动', en: 'Events' },
  services: { zh: '服务', en: 'Services' },
  own: { zh: '我的', en: 'Mine' },
  tabs: { zh: '主要页面', en: 'Main pages' },
  back: { zh: '返回', en: 'Back' },
  card: { zh: '会员卡', en: 'Card' },
  offline: {
    zh: '网络断开了。看到的是之前的内容，新的操作连上后再试。',
    en: 'You are offline. What you see may be old; try new actions once connected.',
  },
  demo: { zh: '演示环境，人员均为虚构', en: 'Demo: all people are invented' },
  starting: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '没有打开', en: 'This did not open' },
  retry: { zh: '再试一次', en: 'Try again' },
  notFound: { zh: '没有这一页', en: 'There is no such page' },
  notFoundHint: {
    zh: '地址可能写错了，或内容已经移走。',
    en: 'The address may be wrong, or the content has moved.',
  },
  toHome: { zh: '回首页', en: 'Go home' },
  hello: { zh: '{name}，您好', en: 'Hello, {name}' },
  cardTitle: { zh: '工会会员服务卡', en: 'Union service card' },
  showCard: { zh: '点开出示', en: 'Press to show it' },
  noEvents: { zh: '还没有可以报名的活动', en: 'No events to sign up for yet' },
  noEventsHint: {
    zh: '工会发布活动后会出现在这里，您也会收到消息。',
    en: 'When your union publishes an event it appears here and you get a message.',
  },
  noServices: { zh: '服务正在准备', en: 'Services are on their way' },
  noServicesHint: {
    zh: '您的工会开通服务后会出现在这里。',
    en: 'They appear here when your union offers them.',
  },
  toConsole: { zh: '去干部工作台', en: 'Go to the officers’ console' },
  toConsoleHint: {
    zh: '您有工会职务，可以在电脑上办理工作',
    en: 'You hold a union post; the work is best done at a desk',
  },
})
