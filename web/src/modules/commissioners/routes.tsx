import type { ConsoleModule } from '../../kit/routes.ts'

/** Commissioners: coverage, worklists, one organisation's story. */
export const commissionersConsole: ConsoleModule = {
  routes: [
    {
      path: '/commissioners',
      title: { zh: '党工专员配备', en: 'Commissioners: coverage' },
      permission: 'commissioners.read',
      page: () => import('./pages/coverage-page.tsx'),
    },
    {
      path: '/commissioners/organisations',
      title: { zh: '两新组织缺口清单', en: 'Two-new organisations by gap' },
      permission: 'commissioners.read',
      page: () => import('./pages/worklist-page.tsx'),
    },
    {
      path: '/commissioners/organisations/:twoNewId',
      title: { zh: '一家一页', en: 'Its whole story' },
      permission: 'commissioners.read',
      page: () => import('./pages/story-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/commissioners',
      title: { zh: '党工专员配备', en: 'Commissioners' },
      icon: 'audit',
      group: 'programmes',
      permission: 'commissioners.read',
    },
    {
      path: '/commissioners/organisations',
      title: { zh: '两新缺口清单', en: 'Gaps' },
      icon: 'organisation',
      group: 'programmes',
      permission: 'commissioners.read',
    },
  ],
}
