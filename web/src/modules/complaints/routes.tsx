import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** Complaints of workers, answered one level above. */
export const complaintsConsole: ConsoleModule = {
  routes: [
    {
      path: '/complaints',
      title: { zh: '投诉', en: 'Complaints' },
      permission: 'complaints.handle',
      page: () => import('./pages/complaints-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/complaints',
      title: { zh: '投诉', en: 'Complaints' },
      icon: 'warn',
      group: 'work',
      permission: 'complaints.handle',
    },
  ],
}

/** Filing a complaint and following it. */
export const complaintsPhone: PhoneModule = {
  routes: [
    {
      path: '/complaints',
      title: { zh: '投诉建议', en: 'Complaints' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/complaints-page.tsx'),
    },
    {
      path: '/complaints/new',
      title: { zh: '我要投诉', en: 'Complain' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/new-complaint-page.tsx'),
    },
  ],
  entries: [
    {
      tab: 'own',
      path: '/complaints',
      icon: 'warn',
      title: { zh: '投诉建议', en: 'Complaints' },
      hint: { zh: '由上一级工会受理，可以匿名', en: 'Answered one level above, without a name if you wish' },
    },
  ],
}
