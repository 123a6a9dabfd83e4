import type { ConsoleModule } from '../../kit/routes.ts'

/** Figures that open to their rows: the page, the rows, and the first look on the home page. */
export const measuresConsole: ConsoleModule = {
  routes: [
    {
      path: '/figures',
      title: { zh: '数据', en: 'Figures' },
      permission: 'figures.read',
      page: () => import('./pages/figures-page.tsx'),
    },
    {
      path: '/figures/:measure',
      title: { zh: '数据明细', en: 'Rows of a figure' },
      permission: 'figures.open',
      page: () => import('./pages/rows-page.tsx'),
    },
    {
      path: '/figures/:measure/print',
      title: { zh: '打印数据', en: 'A figure to print' },
      permission: 'figures.read',
      frame: 'none',
      page: () => import('./pages/print-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/figures',
      title: { zh: '数据', en: 'Figures' },
      icon: 'figures',
      group: 'figures',
      permission: 'figures.read',
    },
  ],
  home: [{ order: 40, permission: 'figures.read', part: () => import('./parts/own-figures.tsx') }],
}
