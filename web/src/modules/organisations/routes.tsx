import type { ConsoleModule } from '../../kit/routes.ts'

/** The register, the tree, the page of one organisation, and the office procedures that change it. */
export const organisationsConsole: ConsoleModule = {
  routes: [
    {
      path: '/organisations',
      title: { zh: '组织台账', en: 'Register' },
      permission: 'organisations.read',
      page: () => import('./pages/register-page.tsx'),
    },
    {
      path: '/organisations/tree',
      title: { zh: '组织树', en: 'Tree' },
      permission: 'organisations.read',
      page: () => import('./pages/tree-page.tsx'),
    },
    {
      path: '/organisations/new',
      title: { zh: '新建组织', en: 'New organisation' },
      permission: 'organisations.write',
      page: () => import('./pages/create-page.tsx'),
    },
    {
      path: '/organisations/merger',
      title: { zh: '组织合并', en: 'Merge organisations' },
      permission: 'organisations.write',
      page: () => import('./pages/merge-page.tsx'),
    },
    {
      path: '/organisations/:organisationId',
      title: { zh: '组织', en: 'Organisation' },
      permission: 'organisations.read',
      page: () => import('./pages/organisation-page.tsx'),
    },
    {
      path: '/organisations/:organisationId/change',
      title: { zh: '变更登记信息', en: 'Change details' },
      permission: 'organisations.write',
      page: () => import('./pages/change-page.tsx'),
    },
    {
      path: '/organisations/:organisationId/move',
      title: { zh: '变更上级', en: 'Move' },
      permission: 'organisations.write',
      page: () => import('./pages/move-page.tsx'),
    },
    {
      path: '/organisations/:organisationId/split',
      title: { zh: '分立', en: 'Split' },
      permission: 'organisations.write',
      page: () => import('./pages/split-page.tsx'),
    },
    {
      path: '/organisations/:organisationId/close',
      title: { zh: '撤销', en: 'Close' },
      permission: 'organisations.write',
      page: () => import('./pages/close-page.tsx'),
    },
    {
      path: '/organisations/:organisationId/headcount',
      title: { zh: '填报人数', en: 'Report numbers' },
      permission: 'organisations.write',
      page: () => import('./pages/headcount-page.tsx'),
    },
    {
      path: '/organisations/:organisationId/term',
      title: { zh: '登记换届', en: 'Record an election' },
      permission: 'organisations.write',
      page: () => import('./pages/term-page.tsx'),
    },
    {
      path: '/organisations/:organisationId/coverage',
      title: { zh: '登记覆盖单位', en: 'Record a covered employer' },
      permission: 'organisations.write',
      page: () => import('./pages/coverage-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/organisations',
      title: { zh: '组织台账', en: 'Organisations' },
      icon: 'organisation',
      group: 'roster',
      permission: 'organisations.read',
    },
  ],
}
