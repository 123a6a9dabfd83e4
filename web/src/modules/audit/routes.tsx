import type { ConsoleModule } from '../../kit/routes.ts'

/** The audit administrator's desk: the log, and the check that nobody has changed it. */
export const auditConsole: ConsoleModule = {
  routes: [
    {
      path: '/audit',
      title: { zh: '审计日志', en: 'Audit log' },
      permission: 'audit.read',
      page: () => import('./pages/audit-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/audit',
      title: { zh: '审计日志', en: 'Audit log' },
      icon: 'audit',
      group: 'admin',
      permission: 'audit.read',
    },
  ],
  home: [{ order: 20, permission: 'audit.read', part: () => import('./parts/latest-entries.tsx') }],
}
