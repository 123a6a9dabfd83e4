import type { ConsoleModule } from '../../kit/routes.ts'

/** What one may do, and the desk of whoever answers for powers. */
export const accessConsole: ConsoleModule = {
  routes: [
    {
      path: '/my-powers',
      title: { zh: '我的权限', en: 'My powers' },
      page: () => import('./pages/my-powers-page.tsx'),
    },
    {
      path: '/grants',
      title: { zh: '授权管理', en: 'Grants' },
      permission: 'grants.manage',
      page: () => import('./pages/grants-page.tsx'),
    },
  ],
  nav: [
    { path: '/my-powers', title: { zh: '我的权限', en: 'My powers' }, icon: 'key', group: 'admin' },
    {
      path: '/grants',
      title: { zh: '授权管理', en: 'Grants' },
      icon: 'swap',
      group: 'admin',
      permission: 'grants.manage',
    },
  ],
}
