import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** The privacy desk of a federation. */
export const consentsConsole: ConsoleModule = {
  routes: [
    {
      path: '/privacy',
      title: { zh: '个人信息保护', en: 'Privacy' },
      permission: 'privacy.manage',
      page: () => import('./pages/privacy-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/privacy',
      title: { zh: '个人信息保护', en: 'Privacy' },
      icon: 'eye',
      group: 'admin',
      permission: 'privacy.manage',
    },
  ],
}

/** The notice before the first use, and one's consents. */
export const consentsPhone: PhoneModule = {
  routes: [
    {
      path: '/privacy',
      title: { zh: '隐私和同意', en: 'Privacy and consents' },
      tab: 'own',
      page: () => import('./phone/privacy-page.tsx'),
    },
  ],
  entries: [
    {
      tab: 'own',
      path: '/privacy',
      icon: 'eye',
      title: { zh: '隐私和同意', en: 'Privacy and consents' },
      hint: { zh: '告知、同意和撤回', en: 'The notice, agreeing and withdrawing' },
    },
  ],
  gate: () => import('./phone/notice-gate.tsx'),
}
