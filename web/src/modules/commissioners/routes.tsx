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
    {
      path: '/commissioners/organisations/:twoNewId/appoint',
      title: { zh: '配备党工专员', en: 'Appoint a commissioner' },
      permission: 'commissioners.write',
      page: () => import('./pages/appoint-page.tsx'),
    },
    {
      path: '/commissioners/posts',
      title: { zh: '党工专员名册', en: 'Commissioners' },
      permission: 'commissioners.read',
      page: () => import('./pages/commissioners-page.tsx'),
    },
    {
      path: '/commissioners/pool',
      title: { zh: '党工专员人才库', en: 'Talent pool' },
      permission: 'commissioners.write',
      page: () => import('./pages/pool-page.tsx'),
    },
    {
      path: '/commissioners/pilot',
      title: { zh: '职业化试点', en: 'Professional pilot' },
      permission: 'commissioners.read',
      page: () => import('./pages/pilot-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/commissioners',
      title: { zh: '党工专员配备', en: 'Commissioners' },
      icon: 'audit',
      group: 'commissioners',
      permission: 'commissioners.read',
    },
    {
      path: '/commissioners/organisations',
      title: { zh: '两新缺口清单', en: 'Gaps' },
      icon: 'organisation',
      group: 'commissioners',
      permission: 'commissioners.read',
    },
    {
      path: '/commissioners/posts',
      title: { zh: '党工专员名册', en: 'Commissioner register' },
      icon: 'people',
      group: 'commissioners',
      permission: 'commissioners.read',
    },
    {
      path: '/commissioners/pool',
      title: { zh: '专员人才库', en: 'Talent pool' },
      icon: 'person',
      group: 'commissioners',
      permission: 'commissioners.write',
    },
    {
      path: '/commissioners/pilot',
      title: { zh: '职业化试点', en: 'Professional pilot' },
      icon: 'check',
      group: 'commissioners',
      permission: 'commissioners.read',
    },
  ],
}
