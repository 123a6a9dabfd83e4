import type { Sentence } from './sentence.ts'

/** What is done with training. */
export const trainingSentences = {
  'training.plan_made': { zh: '制定了年度培训计划', en: 'made the training plan of a year' },
  'training.course_added': { zh: '在培训计划中增加了一门课程', en: 'added a course to a training plan' },
  'training.certified': {
    zh: '颁发了 {certificates} 份培训证书',
    en: 'issued {certificates} training {certificates|certificate|certificates}',
  },
} as const satisfies Record<string, Sentence>
