import type { ConsoleModule } from '../../kit/routes.ts'

/** Accounts, kept by the security administrator. */
export const accountsConsole: ConsoleModule = {
  routes: [
    {
      path: '/accounts',
      title: { zh: '账号', en: 'Accounts' },
      permission: 'accounts.manage',
      page: () => import('./pages/accounts-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/accounts',
      title: { zh: '账号', en: 'Accounts' },
      icon: 'key',
      group: 'admin',
      permission: 'accounts.manage',
    },
  ],
  home: [{ order: 10, permission: 'accounts.manage', part: () => import('./parts/accounts-desk.tsx') }],
}
