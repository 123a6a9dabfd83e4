import type { ConsoleModule } from '../../kit/routes.ts'

/** Who can sign in and who cannot yet: members with their slips, officers with their invitations. */
export const activationConsole: ConsoleModule = {
  routes: [
    {
      path: '/activation',
      title: { zh: '账号开通', en: 'Activation' },
      permission: 'accounts.activate',
      page: () => import('./pages/activation-page.tsx'),
    },
    {
      path: '/activation/printings',
      title: { zh: '激活单打印', en: 'Printed slips' },
      permission: 'accounts.activate',
      page: () => import('./pages/printings-page.tsx'),
    },
    {
      path: '/officers-accounts',
      title: { zh: '干部账号', en: 'Officer accounts' },
      permission: 'accounts.invite',
      page: () => import('./pages/officers-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/activation',
      title: { zh: '账号开通', en: 'Activation' },
      icon: 'key',
      group: 'roster',
      permission: 'accounts.activate',
    },
    {
      path: '/officers-accounts',
      title: { zh: '干部账号', en: 'Officer accounts' },
      icon: 'person',
      group: 'admin',
      permission: 'accounts.invite',
    },
  ],
}
