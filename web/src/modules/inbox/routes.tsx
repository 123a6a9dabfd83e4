import type { ConsoleModule } from '../../kit/routes.ts'

/** What waits for the appointment in use: the badge in the top bar, the first part of the home page, the list. */
export const inboxConsole: ConsoleModule = {
  routes: [
    {
      path: '/tasks',
      title: { zh: '待办', en: 'Tasks' },
      permission: 'inbox.read',
      page: () => import('./pages/tasks-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/tasks',
      title: { zh: '待办', en: 'Tasks' },
      icon: 'inbox',
      group: 'work',
      permission: 'inbox.read',
    },
  ],
  home: [{ order: 10, permission: 'inbox.read', part: () => import('./parts/waiting-tasks.tsx') }],
  topBar: () => import('./parts/inbox-badge.tsx'),
}
