import type { ConsoleModule } from '../../kit/routes.ts'

/** The register of honours. */
export const honoursConsole: ConsoleModule = {
  routes: [
    {
      path: '/honours',
      title: { zh: '荣誉', en: 'Honours' },
      permission: 'honours.read',
      page: () => import('./pages/honours-page.tsx'),
    },
    {
      path: '/honours/new',
      title: { zh: '授予荣誉', en: 'Confer an honour' },
      permission: 'honours.confer',
      page: () => import('./pages/new-honour-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/honours',
      title: { zh: '荣誉', en: 'Honours' },
      icon: 'card',
      group: 'events',
      permission: 'honours.read',
    },
  ],
}
