import type { ConsoleModule } from '../../kit/routes.ts'

/** Requests that somebody else has to decide. */
export const approvalsConsole: ConsoleModule = {
  routes: [
    {
      path: '/approvals',
      title: { zh: '审批', en: 'Requests' },
      permission: 'inbox.read',
      page: () => import('./pages/approvals-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/approvals',
      title: { zh: '审批', en: 'Requests' },
      icon: 'check',
      group: 'work',
      permission: 'inbox.read',
    },
  ],
}
