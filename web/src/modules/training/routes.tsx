import type { ConsoleModule } from '../../kit/routes.ts'
import { trainingKind } from './session/kind.ts'

/** Training: yearly plans, courses, who came. */
export const trainingConsole: ConsoleModule = {
  eventKinds: [trainingKind],
  routes: [
    {
      path: '/training',
      title: { zh: '培训', en: 'Training' },
      permission: 'training.read',
      page: () => import('./pages/plans-page.tsx'),
    },
    {
      path: '/training/plans/:planId',
      title: { zh: '培训计划', en: 'Training plan' },
      permission: 'training.read',
      page: () => import('./pages/plan-page.tsx'),
    },
    {
      path: '/training/courses/:courseId',
      title: { zh: '参训名单', en: 'Who came' },
      permission: 'training.read',
      page: () => import('./pages/trainees-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/training',
      title: { zh: '培训', en: 'Training' },
      icon: 'events',
      group: 'commissioners',
      permission: 'training.read',
    },
  ],
}
