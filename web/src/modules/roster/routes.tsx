import type { ConsoleModule } from '../../kit/routes.ts'

/** Rosters and registers in: upload, check, mend, commit, undo. */
export const rosterConsole: ConsoleModule = {
  routes: [
    {
      path: '/imports',
      title: { zh: '导入名册', en: 'Imports' },
      permission: 'roster.import',
      page: () => import('./pages/imports-page.tsx'),
    },
    {
      path: '/imports/:importId',
      title: { zh: '导入名册', en: 'Import' },
      permission: 'roster.import',
      page: () => import('./pages/import-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/imports',
      title: { zh: '导入名册', en: 'Imports' },
      icon: 'import',
      group: 'roster',
      permission: 'roster.import',
    },
  ],
}
