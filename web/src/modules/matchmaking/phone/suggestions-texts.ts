import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  loading: { zh: '正在加载', en: 'Loading' },
  failed: { zh: '没有打开', en: 'This did not open' },
  retry: { zh: '重试', en: 'Try again' },
  rule: {
    zh: '每周一更新，每人每周最多几位。您的回答对方看不到；双方都愿意，才会互相知道。',
    en: 'New on Mondays, a few people a week at most. The other never sees your answer; only where both say yes do both learn of it.',
  },
  off: { zh: '您没有开启每周推荐', en: 'Weekly suggestions are switched off' },
  offHint: {
    zh: '不开启也不影响参加活动和红娘介绍。想收到推荐，可以在交友资料里打开。',
    en: 'Events and introductions work without them. To get suggestions, switch them on in your profile.',
  },
  none: { zh: '这一周没有推荐', en: 'No suggestions this week' },
  noneHint: {
    zh: '没有双方要求都符合的新人选，下周一再来看看。放宽年龄或区域要求，机会会多一些。',
    en: 'Nobody new fits both sides’ wishes. Look again on Monday; wider limits of age or district give more.',
  },
  whyBoth: {
    zh: '你们都在{district}，双方的要求都符合。',
    en: 'You are both in {district}, and each fits the other’s wishes.',
  },
  whyHobby: {
    zh: '你们都喜欢{hobbies}，双方的要求都符合。',
    en: 'You both like {hobbies}, and each fits the other’s wishes.',
  },
  whyAll: {
    zh: '你们都在{district}，都喜欢{hobbies}，双方的要求都符合。',
    en: 'You are both in {district}, both like {hobbies}, and each fits the other’s wishes.',
  },
  whyFit: { zh: '你们双方的要求都符合。', en: 'Each of you fits the other’s wishes.' },
  hobbies: { zh: '爱好：{list}', en: 'Likes {list}' },
  until: { zh: '请在 {when} 前回答', en: 'Please answer by {when}' },
  yes: { zh: '愿意认识', en: 'I would like to meet' },
  no: { zh: '不合适', en: 'Not for me' },
  saidYes: { zh: '您回答了：愿意认识', en: 'You said: I would like to meet' },
  saidNo: { zh: '您回答了：不合适', en: 'You said: not for me' },
  waiting: {
    zh: '如果对方也愿意，会出现在“我的缘分”里。',
    en: 'If they say yes too, you find each other under “Matches”.',
  },
  change: { zh: '改一改', en: 'Change it' },
})
