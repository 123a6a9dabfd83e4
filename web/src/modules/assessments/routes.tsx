import type { ConsoleModule } from '../../kit/routes.ts'

/** Assessments: periods, schemes, the scoring queue, one person's assessment. */
export const assessmentsConsole: ConsoleModule = {
  routes: [
    {
      path: '/assessments',
      title: { zh: '考核', en: 'Assessments' },
      permission: 'assessments.score',
      page: () => import('./pages/assessments-page.tsx'),
    },
    {
      path: '/assessments/schemes/:schemeId',
      title: { zh: '考核方案', en: 'Scheme' },
      permission: 'assessments.manage',
      page: () => import('./pages/scheme-page.tsx'),
    },
    {
      path: '/assessments/periods/:periodId',
      title: { zh: '考核周期', en: 'Period' },
      permission: 'assessments.score',
      page: () => import('./pages/period-page.tsx'),
    },
    {
      path: '/assessments/periods/:periodId/queue',
      title: { zh: '逐人打分', en: 'Scoring' },
      permission: 'assessments.score',
      page: () => import('./pages/queue-page.tsx'),
    },
    {
      path: '/assessments/people/:assessmentId',
      title: { zh: '个人考核', en: 'One person’s assessment' },
      permission: 'assessments.score',
      page: () => import('./pages/assessment-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/assessments',
      title: { zh: '考核', en: 'Assessments' },
      icon: 'check',
      group: 'commissioners',
      permission: 'assessments.score',
    },
  ],
}
