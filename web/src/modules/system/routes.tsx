import type { ConsoleModule } from '../../kit/routes.ts'

const title = { zh: '系统运行', en: 'Running the system' }

/** The system administrator's page: how the machine stands, backups, drills, background work. */
export const systemConsole: ConsoleModule = {
  routes: [
    { path: '/system', title, permission: 'system.operate', page: () => import('./pages/system-page.tsx') },
  ],
  nav: [{ path: '/system', title, icon: 'settings', group: 'admin', permission: 'system.operate' }],
  home: [{ order: 10, permission: 'system.operate', part: () => import('./parts/system-desk.tsx') }],
}
