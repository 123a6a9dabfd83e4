import type { ConsoleModule } from '../../kit/routes.ts'

/** Rosters and registers in: the list with the place to drop a file, and one import from its check to its undo. */
export const rosterConsole: ConsoleModule = {
  routes: [
    {
      path: '/imports',
      title: { zh: '导入名册', en: 'Import rosters' },
      permission: 'roster.import',
      page: () => import('./pages/imports-page.tsx'),
    },
    {
      path: '/imports/:importId',
      title: { zh: '导入名册', en: 'Import rosters' },
      permission: 'roster.import',
      page: () => import('./pages/import-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/imports',
      title: { zh: '导入名册', en: 'Import rosters' },
      icon: 'import',
      group: 'roster',
      permission: 'roster.import',
    },
  ],
}
