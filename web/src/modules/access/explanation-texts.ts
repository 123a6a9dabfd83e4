import { texts } from '../../i18n/texts.ts'

export const t = texts({
  canTitle: { zh: '您可以{what}', en: 'You may {what}' },
  cannotTitle: { zh: '您现在不能{what}', en: 'You may not {what} at present' },
  otherCanTitle: { zh: '这个任职可以{what}', en: 'This appointment may {what}' },
  otherCannotTitle: { zh: '这个任职现在不能{what}', en: 'This appointment may not {what} at present' },
  becauseOwn: { zh: '因为这是您本人的信息', en: 'because this is your own data' },
  becausePost: { zh: '因为是「{organisation}」的{post}', en: 'by the post of {post} of {organisation}' },
  becauseActing: {
    zh: '因为正在代理「{organisation}」的{post}',
    en: 'by standing in as {post} of {organisation}',
  },
  becauseDelegation: {
    zh: '因为「{organisation}」的{post}把这项权限委托过来',
    en: 'because the {post} of {organisation} passed it on',
  },
  until: { zh: '有效期至 {date}', en: 'until {date}' },
  openEnd: { zh: '长期有效', en: 'with no end date' },
  byDocument: { zh: '依据：{document}', en: 'by {document}' },
  noAppointment: {
    zh: '现在没有任职，所以没有这项权限。刚刚任职的，请上级工会先登记任职。',
    en: 'There is no post in use, so this power is missing. If you were appointed only now, ask the union above to record it.',
  },
  noFunction: { zh: '现在使用的身份没有这项权限。', en: 'The post in use lacks this power.' },
  outOfScope: {
    zh: '有这项权限，但这个单位不在工作范围内。请找管这个单位的工会办理。',
    en: 'The power is there, but this unit lies outside its reach. Ask the union that leads it.',
  },
  elsewhere: { zh: '您的另一个身份可以办：', en: 'Another of your posts may do it:' },
  switchTo: { zh: '切换为{organisation}{post}', en: 'Switch to {post} of {organisation}' },
  ended: {
    zh: '您担任的{organisation}{post}已于 {date} 结束，权限随之停止。',
    en: 'Your appointment as {post} of {organisation} ended on {date}, and the power with it.',
  },
  posts: { zh: '有这项权限的职务：{posts}。', en: 'Posts that have it: {posts}.' },
  appointers: { zh: '这些职务由{posts}任命，可以找他们办理。', en: 'These are given by: {posts}. Ask them.' },
  delegable: {
    zh: '也可以请有权限的同事委托给您。',
    en: 'A colleague who has it may also pass it on to you.',
  },
})
