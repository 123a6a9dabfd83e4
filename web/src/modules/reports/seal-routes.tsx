import type { ConsoleModule } from '../../kit/routes.ts'

/** Sealed reports: figures as they were submitted, their rows, and the proof that nobody has changed them. */
export const sealedReportsConsole: ConsoleModule = {
  routes: [
    {
      path: '/reports',
      title: { zh: '封存报表', en: 'Sealed reports' },
      permission: 'figures.read',
      page: () => import('./pages/sealed-reports-page.tsx'),
    },
    {
      path: '/reports/new',
      title: { zh: '封存上报', en: 'Seal a report' },
      permission: 'reports.seal',
      page: () => import('./pages/seal-page.tsx'),
    },
    {
      path: '/reports/templates',
      title: { zh: '上级报表模板', en: 'Superiors’ forms' },
      permission: 'reports.seal',
      page: () => import('./pages/templates-page.tsx'),
    },
    {
      path: '/reports/templates/:templateId',
      title: { zh: '上级报表模板', en: 'A superior’s form' },
      permission: 'reports.seal',
      page: () => import('./pages/template-page.tsx'),
    },
    {
      path: '/reports/returns',
      title: { zh: '统计年报', en: 'Annual returns' },
      permission: 'reports.seal',
      page: () => import('./pages/returns-page.tsx'),
    },
    {
      path: '/reports/returns/:returnId',
      title: { zh: '统计年报', en: 'Annual return' },
      permission: 'reports.seal',
      page: () => import('./pages/return-page.tsx'),
    },
    {
      path: '/reports/:reportId',
      title: { zh: '封存报表', en: 'Sealed report' },
      permission: 'figures.read',
      page: () => import('./pages/sealed-report-page.tsx'),
    },
    {
      path: '/reports/:reportId/figures/:figure',
      title: { zh: '封存时的明细', en: 'Rows as they were sealed' },
      permission: 'figures.open',
      page: () => import('./pages/sealed-rows-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/reports',
      title: { zh: '封存报表', en: 'Sealed reports' },
      icon: 'key',
      group: 'figures',
      permission: 'figures.read',
    },
  ],
}
