import { fill, type Sentence } from '../../i18n/texts.ts'

const subjects: Record<string, Sentence> = {
  privacy: { zh: '个人信息', en: 'Personal data' },
  dues: { zh: '会费', en: 'Dues' },
  service: { zh: '服务', en: 'Service' },
  conduct: { zh: '工作作风', en: 'Conduct' },
  election: { zh: '选举', en: 'Election' },
  other: { zh: '其他', en: 'Other' },
}
const states: Record<string, Sentence> = {
  waiting: { zh: '待答复', en: 'waiting' },
  answered: { zh: '已答复', en: 'answered' },
  closed: { zh: '已办结', en: 'closed' },
}
const acts: Record<string, Sentence> = {
  filed: { zh: '提交投诉', en: 'filed' },
  answered: { zh: '答复', en: 'answered' },
  not_satisfied: { zh: '不满意，提交上一级', en: 'not satisfied: one level up' },
  satisfied: { zh: '满意，办结', en: 'satisfied, closed' },
  identity_revealed: { zh: '查看了匿名身份', en: 'looked at the sealed identity' },
}
const named = (table: Record<string, Sentence>, code: string) =>
  fill(table[code] ?? { zh: code, en: code }, {})

/** What a complaint is about, in words. */
export const subjectName = (subject: string): string => named(subjects, subject)
/** How a complaint stands. */
export const complaintStateName = (state: string): string => named(states, state)
/** What happened to a complaint. */
export const complaintActName = (act: string): string => named(acts, act)
