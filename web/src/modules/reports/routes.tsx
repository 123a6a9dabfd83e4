import type { ConsoleModule } from '../../kit/routes.ts'

/** Reports: bulletins with figures in them. */
export const reportsConsole: ConsoleModule = {
  routes: [
    {
      path: '/bulletins',
      title: { zh: '简报', en: 'Bulletins' },
      permission: 'figures.read',
      page: () => import('./pages/bulletins-page.tsx'),
    },
    {
      path: '/bulletins/new',
      title: { zh: '写简报', en: 'Write a bulletin' },
      permission: 'bulletins.write',
      page: () => import('./pages/new-bulletin-page.tsx'),
    },
    {
      path: '/bulletins/:bulletinId',
      title: { zh: '简报', en: 'Bulletin' },
      permission: 'figures.read',
      page: () => import('./pages/bulletin-page.tsx'),
    },
    {
      path: '/bulletins/:bulletinId/edit',
      title: { zh: '修改简报', en: 'Edit a bulletin' },
      permission: 'bulletins.write',
      page: () => import('./pages/edit-bulletin-page.tsx'),
    },
    {
      path: '/bulletins/:bulletinId/print',
      title: { zh: '打印简报', en: 'Print a bulletin' },
      permission: 'figures.read',
      frame: 'none',
      page: () => import('./pages/print-bulletin-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/bulletins',
      title: { zh: '简报', en: 'Bulletins' },
      icon: 'text',
      group: 'figures',
      permission: 'figures.read',
    },
  ],
}
