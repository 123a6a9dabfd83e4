import type { ConsoleModule } from '../../kit/routes.ts'

/** Elections of unions. */
export const ballotsConsole: ConsoleModule = {
  routes: [
    {
      path: '/ballots',
      title: { zh: '选举', en: 'Elections' },
      permission: 'ballots.read',
      page: () => import('./pages/ballots-page.tsx'),
    },
    {
      path: '/ballots/new',
      title: { zh: '拟定选举', en: 'Plan an election' },
      permission: 'ballots.run',
      page: () => import('./pages/new-ballot-page.tsx'),
    },
    {
      path: '/ballots/:ballotId',
      title: { zh: '选举', en: 'Election' },
      permission: 'ballots.read',
      page: () => import('./pages/ballot-page.tsx'),
    },
    {
      path: '/ballots/:ballotId/documents/:document',
      title: { zh: '选举材料', en: 'Paper of an election' },
      permission: 'ballots.read',
      frame: 'none',
      page: () => import('./pages/document-page.tsx'),
    },
    {
      path: '/ballots/:ballotId/key',
      title: { zh: '监票人密钥', en: 'Scrutineers’ key' },
      permission: 'phone_votes.keys',
      page: () => import('./pages/key-page.tsx'),
    },
    {
      path: '/ballots/:ballotId/bundles/:bundleNo',
      title: { zh: '录入选票', en: 'Key papers' },
      permission: 'ballots.count',
      page: () => import('./pages/key-papers-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/ballots',
      title: { zh: '选举', en: 'Elections' },
      icon: 'check',
      group: 'commissioners',
      permission: 'ballots.read',
    },
  ],
}
