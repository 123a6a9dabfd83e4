import type { ConsoleModule } from '../../kit/routes.ts'

/** What the home page shows besides tasks and figures: worklists, one's own imports, and the desks of the administrators. */
export const homeConsole: ConsoleModule = {
  routes: [],
  home: [
    { order: 20, permission: 'inbox.read', part: () => import('./parts/worklists.tsx') },
    { order: 30, permission: 'roster.import', part: () => import('./parts/own-imports.tsx') },
    { order: 10, permission: 'system.operate', part: () => import('./parts/system-desk.tsx') },
    { order: 10, permission: 'accounts.manage', part: () => import('./parts/security-desk.tsx') },
  ],
}
