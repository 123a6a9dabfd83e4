import type { ConsoleModule } from '../../kit/routes.ts'

/** Money: budgets, stipends, payment lists, and why somebody gets an amount. */
export const fundsConsole: ConsoleModule = {
  routes: [
    {
      path: '/budgets',
      title: { zh: '资金预算', en: 'Budgets' },
      permission: 'funds.read',
      page: () => import('./pages/budgets-page.tsx'),
    },
    {
      path: '/budgets/new',
      title: { zh: '新建预算', en: 'Open a budget' },
      permission: 'funds.write',
      page: () => import('./pages/new-budget-page.tsx'),
    },
    {
      path: '/budgets/:budgetId',
      title: { zh: '预算', en: 'Budget' },
      permission: 'funds.read',
      page: () => import('./pages/budget-page.tsx'),
    },
    {
      path: '/stipends',
      title: { zh: '专项补贴', en: 'Stipends' },
      permission: 'funds.read',
      page: () => import('./pages/stipends-page.tsx'),
    },
    {
      path: '/stipends/grades',
      title: { zh: '补贴等次', en: 'Grades for stipends' },
      permission: 'funds.read',
      page: () => import('./pages/grades-page.tsx'),
    },
    {
      path: '/direct-points',
      title: { zh: '直管点', en: 'Direct points' },
      permission: 'funds.read',
      page: () => import('./pages/points-page.tsx'),
    },
    {
      path: '/direct-points/new',
      title: { zh: '拟拨直管点经费', en: 'Grant a direct point' },
      permission: 'funds.write',
      page: () => import('./pages/new-point-page.tsx'),
    },
    {
      path: '/direct-points/:grantId',
      title: { zh: '直管点', en: 'Direct point' },
      permission: 'funds.read',
      page: () => import('./pages/point-page.tsx'),
    },
    {
      path: '/contributions',
      title: { zh: '工会经费收缴', en: 'Contributions' },
      permission: 'union_funds.read',
      page: () => import('./pages/contributions-page.tsx'),
    },
    {
      path: '/contributions/new',
      title: { zh: '登记应缴', en: 'Record what is due' },
      permission: 'funds.write',
      page: () => import('./pages/new-contribution-page.tsx'),
    },
    {
      path: '/contributions/:contributionId',
      title: { zh: '工会经费收缴', en: 'Contribution' },
      permission: 'union_funds.read',
      page: () => import('./pages/contribution-page.tsx'),
    },
    {
      path: '/payment-lists',
      title: { zh: '发放清单', en: 'Payment lists' },
      permission: 'funds.read',
      page: () => import('./pages/batches-page.tsx'),
    },
    {
      path: '/payment-lists/:batchId',
      title: { zh: '发放清单', en: 'Payment list' },
      permission: 'funds.read',
      page: () => import('./pages/batch-page.tsx'),
    },
    {
      path: '/claims/:claimId',
      title: { zh: '为什么是这个数', en: 'Why this amount' },
      permission: 'funds.read',
      page: () => import('./pages/why-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/stipends',
      title: { zh: '专项补贴', en: 'Stipends' },
      icon: 'services',
      group: 'programmes',
      permission: 'funds.read',
    },
    {
      path: '/payment-lists',
      title: { zh: '发放清单', en: 'Payment lists' },
      icon: 'card',
      group: 'programmes',
      permission: 'funds.read',
    },
    {
      path: '/direct-points',
      title: { zh: '直管点', en: 'Direct points' },
      icon: 'organisation',
      group: 'programmes',
      permission: 'funds.read',
    },
    {
      path: '/contributions',
      title: { zh: '工会经费收缴', en: 'Contributions' },
      icon: 'figures',
      group: 'programmes',
      permission: 'union_funds.read',
    },
    {
      path: '/budgets',
      title: { zh: '资金预算', en: 'Budgets' },
      icon: 'figures',
      group: 'programmes',
      permission: 'funds.read',
    },
  ],
}
