import type { Sentence } from './sentence.ts'

/** What is done with assessments. */
export const assessmentSentences = {
  'assessments.scheme_written': {
    zh: '制定了考核方案（第 {version} 版）',
    en: 'wrote version {version} of an assessment scheme',
  },
  'assessments.period_opened': {
    zh: '开始了一个考核周期（方案第 {version} 版）',
    en: 'opened an assessment period (version {version} of its scheme)',
  },
  'assessments.enrolled': {
    zh: '将 {enrolled} 人列为考核对象',
    en: 'opened the {enrolled|assessment|assessments} of {enrolled} {enrolled|person|people}',
  },
  'assessments.period_closed': { zh: '结束了一个考核周期', en: 'closed an assessment period' },
  'assessments.created': { zh: '将一人列为考核对象', en: 'opened an assessment' },
  'assessments.scored': {
    zh: '为 {scores} 项考核指标打分',
    en: 'gave {scores} {scores|score|scores} of an assessment',
  },
  'assessments.voice_given': {
    zh: '参加了职工满意度测评（评了什么不记名）',
    en: 'said how satisfied they are; what was said is kept without a name',
  },
  'assessments.leave_recorded': { zh: '登记了考核期内的离岗时间', en: 'recorded days away in an assessment' },
  'assessments.reported': { zh: '提交了考核自评', en: 'wrote their own report of an assessment' },
  'assessments.reviewed': { zh: '核定了一份考核结果', en: 'reviewed an assessment' },
  'assessments.returned': { zh: '退回了一份考核结果', en: 'sent an assessment back' },
  'assessments.approved': { zh: '审批通过了一份考核结果', en: 'approved an assessment' },
  'assessments.appealed': { zh: '对考核结果提出申诉', en: 'appealed against an assessment' },
  'assessments.appeal_accepted': { zh: '采纳了考核申诉，重新考核', en: 'accepted an appeal: assessed again' },
  'assessments.appeal_rejected': {
    zh: '维持了被申诉的考核结果',
    en: 'rejected an appeal: the result stands',
  },
} as const satisfies Record<string, Sentence>
