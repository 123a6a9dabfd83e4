import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** Pages that need nothing but a session. */
export const sessionsConsole: ConsoleModule = {
  routes: [
    {
      path: '/two-step',
      title: { zh: '两步登录', en: 'Two-step sign-in' },
      page: () => import('./pages/two-step-page.tsx'),
    },
    { path: '/help', title: { zh: '帮助', en: 'Help' }, page: () => import('./pages/help-page.tsx') },
  ],
}

export const sessionsPhone: PhoneModule = {
  routes: [
    {
      path: '/settings',
      title: { zh: '设置', en: 'Settings' },
      tab: 'own',
      page: () => import('./phone/settings-page.tsx'),
    },
    {
      path: '/help',
      title: { zh: '帮助', en: 'Help' },
      tab: 'own',
      page: () => import('./phone/help-page.tsx'),
    },
  ],
  entries: [
    {
      tab: 'own',
      path: '/settings',
      icon: 'settings',
      title: { zh: '设置', en: 'Settings' },
      hint: { zh: '大字版、语言、退出登录', en: 'Large text, language, sign out' },
    },
    { tab: 'own', path: '/help', icon: 'help', title: { zh: '帮助', en: 'Help' } },
  ],
}
