import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** Pages that need nothing but a session. */
export const sessionsConsole: ConsoleModule = {
  routes: [
    {
      path: '/two-step',
      title: { zh: '两步登录', en: 'Two-step sign-in' },
      page: () => import('./pages/two-step-page.tsx'),
    },
    {
      path: '/account',
      title: { zh: '账号与安全', en: 'Account and security' },
      page: () => import('./pages/account-page.tsx'),
    },
    {
      path: '/sign-in-rules',
      title: { zh: '登录规则', en: 'Sign-in rules' },
      permission: 'accounts.manage',
      page: () => import('./pages/sign-in-rules-page.tsx'),
    },
    { path: '/help', title: { zh: '帮助', en: 'Help' }, page: () => import('./pages/help-page.tsx') },
  ],
  nav: [
    {
      path: '/sign-in-rules',
      title: { zh: '登录规则', en: 'Sign-in rules' },
      icon: 'key',
      group: 'admin',
      permission: 'accounts.manage',
    },
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
      path: '/security',
      title: { zh: '账号与安全', en: 'Account and security' },
      tab: 'own',
      page: () => import('./phone/security-page.tsx'),
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
    {
      tab: 'own',
      path: '/security',
      icon: 'key',
      title: { zh: '账号与安全', en: 'Account and security' },
      hint: { zh: '密码、通行密钥、登录过的设备', en: 'Password, passkeys, where you are signed in' },
    },
    { tab: 'own', path: '/help', icon: 'help', title: { zh: '帮助', en: 'Help' } },
  ],
}
