import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  loading: { zh: '正在读取', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  title: { zh: '投诉建议', en: 'Complaints' },
  newOne: { zh: '我要投诉', en: 'Complain' },
  none: { zh: '您还没有投诉', en: 'You have not complained' },
  noneHint: {
    zh: '对工会或工作人员不满意，可以在这里反映。由上一级工会受理，被投诉的单位和个人看不到。',
    en: 'Something wrong with a union or one of its officers? The level above answers; whoever it is about does not see it.',
  },
  receipt: { zh: '回执号 {number}', en: 'Receipt {number}' },
  handled: { zh: '受理：{name}', en: 'With {name}' },
  due: { zh: '应在 {date} 前答复', en: 'answer due by {date}' },
  erased: { zh: '（内容已删除）', en: '(erased)' },
  satisfied: { zh: '满意，办结', en: 'That will do' },
  notSatisfied: { zh: '不满意，请上一级处理', en: 'It will not: one level up' },
  words: { zh: '您的意见（可不填）', en: 'Your words (optional)' },
  about: { zh: '投诉谁', en: 'About whom' },
  aboutHint: { zh: '由{name}受理', en: '{name} answers' },
  nobodyAbove: {
    zh: '这是本系统里的最高一级，请向上一级总工会或 12345 反映。',
    en: 'Nobody stands above it here: turn to the federation above, or to 12345.',
  },
  officer: { zh: '具体的人（可不选）', en: 'One officer (optional)' },
  wholeUnit: { zh: '不针对个人', en: 'nobody in particular' },
  subject: { zh: '类别', en: 'Subject' },
  text: { zh: '经过和要求', en: 'What happened, and what you ask' },
  textShort: { zh: '请至少写 5 个字', en: 'Write at least 5 characters' },
  anonymous: { zh: '匿名提交', en: 'Without my name' },
  anonymousHint: {
    zh: '受理单位看不到您是谁；确需核实时要写理由，您会看到。',
    en: 'The office does not see who you are; to open it they must give a reason that you read.',
  },
  send: { zh: '提交', en: 'Send' },
  sent: { zh: '已提交，请记下回执号', en: 'Sent. Note the receipt' },
  back: { zh: '返回', en: 'Back' },
  noTargets: { zh: '还没有归属的工会', en: 'No union yet' },
  noTargetsHint: {
    zh: '请直接联系所在街道总工会。',
    en: 'Please turn to the federation of your sub-district.',
  },
})
