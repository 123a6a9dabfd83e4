import type { PilotGrade, PilotRequirement } from '#contract/commissioners-pilot.ts'
import { formatDay, formatList } from '../../kit/format.ts'
import { texts } from '../../i18n/texts.ts'

export const t = texts({
  pilot: { zh: '职业化试点', en: 'Professional pilot' },
  note: {
    zh: '专职党务专员逐级晋升：初任培训、学时、任职年限、考核等次都从台账里算，达到才能晋级，依据随晋级一并保存。',
    en: 'Full-time officers step up grade by grade: induction, class hours, years and assessments are counted from the records, and the proof is kept with each step.',
  },
  name: { zh: '姓名', en: 'Name' },
  grade: { zh: '现有等级', en: 'Grade' },
  noGrade: { zh: '未定级', en: 'none yet' },
  since: { zh: '晋级日期', en: 'Since' },
  next: { zh: '下一级', en: 'Next grade' },
  top: { zh: '已是最高等级', en: 'highest grade' },
  ready: { zh: '可以晋级', en: 'Ready' },
  not_yet: { zh: '还差条件', en: 'Not yet' },
  all: { zh: '全部', en: 'All' },
  search: { zh: '姓名', en: 'Name' },
  left: { zh: '还差 {count} 项', en: '{count} {count|requirement|requirements} open' },
  step: { zh: '登记晋级', en: 'Record the step up' },
  stepWords: {
    zh: '晋为{grade}。当时的学时、年限、考核结果和规定版本一起保存，以后不再改动。',
    en: 'To {grade}. Class hours, years, assessments and the version of the rule are kept with it and never changed.',
  },
  stepOff: { zh: '条件还没有全部达到', en: 'not every requirement is met' },
  documentNo: { zh: '文号', en: 'Document' },
  stepped: { zh: '已登记晋级', en: 'The step up is recorded' },
  source: { zh: '依据：{source}', en: 'By: {source}' },
  empty: { zh: '没有专职党务专员', en: 'No full-time officers' },
  emptyHint: {
    zh: '配备专职党务专员后，会显示在这里。',
    en: 'Full-time Party-affairs officers stand here once they are appointed.',
  },
  loading: { zh: '正在读取', en: 'Loading' },
  met: { zh: '达到', en: 'met' },
  notMet: { zh: '未达到', en: 'not met' },
  requirement: { zh: '条件', en: 'Requirement' },
  have: { zh: '现有', en: 'So far' },
  junior: { zh: '初级', en: 'junior' },
  intermediate: { zh: '中级', en: 'intermediate' },
  senior: { zh: '高级', en: 'senior' },
  induction: { zh: '完成初任培训', en: 'induction completed' },
  training: { zh: '晋级以来培训满 {need} 学时', en: '{need} class hours since the last step' },
  years: { zh: '专职任职满 {need} 年', en: '{need} {need|year|years} of full-time service' },
  assessment: { zh: '最近 {count} 次考核均在{grade}以上', en: 'last {count} assessments at least {grade}' },
  hours: { zh: '{count} 学时', en: '{count} {count|hour|hours}' },
  fullYears: { zh: '{count} 年', en: '{count} {count|year|years}' },
  none: { zh: '没有', en: 'none' },
  excellent: { zh: '优秀', en: 'excellent' },
  good: { zh: '良好', en: 'good' },
  pass: { zh: '合格', en: 'pass' },
  fail: { zh: '不合格', en: 'fail' },
  not_assessed: { zh: '不参加考核', en: 'not assessed' },
  incomplete: { zh: '资料不全', en: 'incomplete' },
})

/** A grade of the pilot; null: none yet. */
export const pilotGradeName = (grade: PilotGrade | null): string => t(grade ?? 'noGrade')

const assessed = (grade: string): string => t(grade as 'good')

/** What is asked for, as a sentence. */
export function needWords({ code, need }: PilotRequirement): string {
  if (code !== 'assessment') return t(code, { need })
  const [count = '', grade = ''] = need.split(' ')
  return t('assessment', { count, grade: assessed(grade) })
}

/** What there is of it. */
export function haveWords({ code, have }: PilotRequirement): string {
  if (have === '') return t('none')
  switch (code) {
    case 'induction':
      return formatDay(have)
    case 'training':
      return t('hours', { count: have })
    case 'years':
      return t('fullYears', { count: have })
    case 'assessment':
      return formatList(have.split(' ').map(assessed))
  }
}
