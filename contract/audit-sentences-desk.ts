import type { Sentence } from './sentence.ts'

/** What is done in the register of matchmakers, at their desk and in their association. */
export const deskSentences = {
  'matchmaking.matchmaker_registered': { zh: '登记了一名职工红娘', en: 'registered a matchmaker' },
  'matchmaking.matchmaker_changed': { zh: '修改了职工红娘的登记', en: 'changed a matchmaker’s entry' },
  'matchmaking.agreement_recorded': { zh: '登记了红娘保密协议', en: 'recorded a confidentiality agreement' },
  'matchmaking.matchmaker_ended': {
    zh: '注销了一名职工红娘，移交或放回 {cases} 个服务对象',
    en: 'ended a matchmaker’s entry; {cases} {cases|case|cases} passed on',
  },
  'matchmaking.cases_handed_over': {
    zh: '移交了 {cases} 个服务对象',
    en: 'handed {cases} {cases|case|cases} over',
  },
  'matchmaking.matchmaker_wished': {
    zh: '申请安排或更换红娘',
    en: 'wished for a matchmaker, or another one',
  },
  'matchmaking.matchmaker_assigned': { zh: '为职工安排了红娘', en: 'gave somebody a matchmaker' },
  'matchmaking.case_taken': { zh: '认领了一名服务对象', en: 'took a case' },
  'matchmaking.case_released': { zh: '放回了一名服务对象', en: 'gave a case back' },
  'matchmaking.note_written': { zh: '写了一条红娘工作记录', en: 'wrote a note at the desk' },
  'matchmaking.introduction_proposed': { zh: '牵线介绍了两个人', en: 'proposed an introduction' },
  'matchmaking.follow_up_done': { zh: '完成了一次回访', en: 'did a follow-up' },
  'matchmaking.follow_up_answered': { zh: '回复了一次回访', en: 'answered a follow-up' },
  'matchmaking.meetings_agreed': {
    zh: '决定自己的资料卡可否在红娘会上展示',
    en: 'decided whether the card may be shown at matchmakers’ meetings',
  },
  'matchmaking.case_numbered': { zh: '为服务对象编了会上展示号', en: 'gave a case a number at a meeting' },
  'matchmaking.term_opened': { zh: '设立了红娘协会的一届', en: 'opened a term of the association' },
  'matchmaking.seat_taken': { zh: '登记了红娘协会的一名成员', en: 'seated somebody in the association' },
  'matchmaking.seat_left': { zh: '登记了红娘协会成员的离任', en: 'ended a seat in the association' },
  'matchmaking.plan_item_added': {
    zh: '在红娘协会年度计划中加了一项',
    en: 'added an item to the yearly plan',
  },
  'matchmaking.plan_item_done': {
    zh: '完成了红娘协会年度计划的一项',
    en: 'finished an item of the yearly plan',
  },
  'matchmaking.meeting_called': { zh: '召集了一次红娘会议', en: 'called a matchmakers’ meeting' },
  'matchmaking.attendance_recorded': { zh: '登记了红娘会议的出席', en: 'recorded attendance at a meeting' },
} as const satisfies Record<string, Sentence>
