import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  choices: { zh: '互选', en: 'Choices' },
  choiceLimit: { zh: '每人最多选几位', en: 'How many one may choose' },
  choicesCloseAt: { zh: '互选截止', en: 'Choices close' },
  choicesCloseHint: {
    zh: '到时由主办方关闭互选，只有互相选中的才会看到对方。',
    en: 'The host closes them then; only those who chose each other learn of it.',
  },
  takesScores: { zh: '可以给每次见面打分', en: 'Meetings may be scored' },
  takesScoresHint: {
    zh: '1 到 5 分，自愿填写，别人看不到，只用来改进排座。',
    en: '1 to 5, voluntary, seen by nobody, used for seating only.',
  },
  on: { zh: '是', en: 'Yes' },
  off: { zh: '否', en: 'No' },
})
