import type { ConsoleModule } from '../../kit/routes.ts'

/** What the home page shows besides tasks and figures: worklists, and the desks of the administrators. */
export const homeConsole: ConsoleModule = {
  routes: [],
  home: [{ order: 15, permission: 'inbox.read', part: () => import('./parts/worklists.tsx') }],
}
