import { fill, type Sentence } from '../../i18n/texts.ts'

const kinds: Record<string, Sentence> = {
  harassment: { zh: '骚扰、纠缠', en: 'harassment' },
  false_profile: { zh: '资料不实', en: 'false profile' },
  married: { zh: '已婚或有对象', en: 'married or taken' },
  fraud: { zh: '借钱、推销、诈骗', en: 'money, selling or fraud' },
  leak: { zh: '泄露他人隐私', en: 'gave away private data' },
  other: { zh: '其他', en: 'other' },
}
const occasions: Record<string, Sentence> = {
  event: { zh: '活动', en: 'event' },
  introduction: { zh: '介绍', en: 'introduction' },
  interest: { zh: '互相愿意之后', en: 'after a mutual interest' },
}
const states: Record<string, Sentence> = {
  waiting: { zh: '待核实', en: 'waiting' },
  confirmed: { zh: '属实', en: 'confirmed' },
  dismissed: { zh: '不成立', en: 'dismissed' },
}
const said = (table: Record<string, Sentence>, code: string) =>
  fill(table[code] ?? { zh: code, en: code }, {})

/** What a report is about, in words. */
export const reportKindName = (kind: string): string => said(kinds, kind)
/** Where the two had met. */
export const reportOccasionName = (occasion: string): string => said(occasions, occasion)
/** How a report stands. */
export const reportStateName = (state: string): string => said(states, state)
