import type { ConsoleModule } from '../../kit/routes.ts'

/** The audit administrator's desk: the log, and what proves that nobody has changed it. */
export const auditConsole: ConsoleModule = {
  routes: [
    {
      path: '/audit',
      title: { zh: '审计日志', en: 'Audit log' },
      permission: 'audit.read',
      page: () => import('./pages/audit-page.tsx'),
    },
    {
      path: '/audit/seals',
      title: { zh: '封存与存证', en: 'Seals and anchors' },
      permission: 'audit.read',
      page: () => import('./pages/seals-page.tsx'),
    },
    {
      path: '/audit/seals/minutes',
      title: { zh: '每分钟的封存', en: 'Every seal' },
      permission: 'audit.read',
      page: () => import('./pages/minutes-page.tsx'),
    },
    {
      path: '/audit/seals/anchors/:number',
      title: { zh: '存证单', en: 'Anchor sheet' },
      permission: 'audit.read',
      page: () => import('./pages/anchor-page.tsx'),
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
    {
      path: '/audit/seals',
      title: { zh: '封存与存证', en: 'Seals and anchors' },
      icon: 'key',
      group: 'admin',
      permission: 'audit.read',
    },
  ],
  home: [{ order: 20, permission: 'audit.read', part: () => import('./parts/desk.tsx') }],
}
