import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of training. */
export const trainingErrors = {
  'training.plan_there': {
    zh: '本单位今年已有培训计划，请在原计划里增加课程。',
    en: 'There is a plan of this year already. Please add courses to it.',
  },
  'training.course_there': {
    zh: '计划里已有同名课程，请换个名称。',
    en: 'The plan has a course of this title already. Please choose another.',
  },
  'training.over_budget': {
    zh: '超出计划经费，还可安排 {leftYuan} 元。',
    en: 'This is above the budget of the plan: {leftYuan} yuan are left.',
  },
  'training.course_unknown': {
    zh: '这门课程不在本单位或上下级的培训计划里，请从列表中选择。',
    en: 'This course is in no plan of yours, above or below. Please choose one from the list.',
  },
} as const satisfies Record<string, Sentence>
