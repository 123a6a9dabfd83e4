import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** One’s own card and file. */
export const peoplePhone: PhoneModule = {
  routes: [
    {
      path: '/card',
      title: { zh: '会员卡', en: 'My card' },
      tab: 'home',
      privacy: 'private',
      page: () => import('./phone/card-page.tsx'),
    },
    {
      path: '/file',
      title: { zh: '我的档案', en: 'My file' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/own-file-page.tsx'),
    },
    {
      path: '/membership',
      title: { zh: '我的会籍', en: 'My membership' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/membership-page.tsx'),
    },
    {
      path: '/correction',
      title: { zh: '更正信息', en: 'Correct my data' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/correction-page.tsx'),
    },
    {
      path: '/requests',
      title: { zh: '我的申请', en: 'My requests' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/requests-page.tsx'),
    },
    {
      path: '/erasure',
      title: { zh: '删除我的信息', en: 'Erase my data' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/erasure-page.tsx'),
    },
  ],
  entries: [
    {
      tab: 'own',
      path: '/membership',
      icon: 'people',
      title: { zh: '我的会籍', en: 'My membership' },
      hint: { zh: '转会、退会、办理进度', en: 'Transfer, leave, where it stands' },
    },
    {
      tab: 'own',
      path: '/file',
      icon: 'person',
      title: { zh: '我的档案', en: 'My file' },
      hint: { zh: '会籍、单位、谁使用过我的信息', en: 'Memberships, workplaces, who had my data' },
    },
    {
      tab: 'own',
      path: '/correction',
      icon: 'text',
      title: { zh: '更正信息', en: 'Correct my data' },
      hint: { zh: '有错的地方，在这里改', en: 'Mend what is wrong' },
    },
    {
      tab: 'own',
      path: '/requests',
      icon: 'export',
      title: { zh: '我的申请和下载', en: 'My requests and my data' },
      hint: { zh: '看进度，下载我的信息', en: 'Follow requests, take my data away' },
    },
    {
      tab: 'own',
      path: '/erasure',
      icon: 'close',
      title: { zh: '删除我的信息', en: 'Erase my data' },
      hint: { zh: '先看后果，再决定', en: 'Read what it means first' },
    },
  ],
}

/** Members: the list and changes of many, the file of one and its forms, and the check of a shown card. */
export const peopleConsole: ConsoleModule = {
  routes: [
    {
      path: '/members',
      title: { zh: '会员', en: 'Members' },
      permission: 'people.read',
      page: () => import('./pages/members-page.tsx'),
    },
    {
      path: '/members/new',
      title: { zh: '登记入会', en: 'Admit a member' },
      permission: 'people.write',
      page: () => import('./pages/add-page.tsx'),
    },
    {
      path: '/members/:personId',
      title: { zh: '会员档案', en: 'Member' },
      permission: 'people.read',
      page: () => import('./pages/member-page.tsx'),
    },
    {
      path: '/members/:personId/edit',
      title: { zh: '修改会员信息', en: 'Edit a member' },
      permission: 'people.write',
      page: () => import('./pages/edit-page.tsx'),
    },
    {
      path: '/members/:personId/employment',
      title: { zh: '登记新单位', en: 'Record employment' },
      permission: 'people.write',
      page: () => import('./pages/employment-page.tsx'),
    },
    {
      path: '/members/:personId/merge',
      title: { zh: '合并重复档案', en: 'Merge a duplicate' },
      permission: 'people.write',
      page: () => import('./pages/merge-page.tsx'),
    },
    {
      path: '/transfers',
      title: { zh: '转会', en: 'Transfers' },
      permission: 'people.read',
      page: () => import('./pages/transfers-page.tsx'),
    },
    {
      path: '/duplicates',
      title: { zh: '疑似重复档案', en: 'Suspected duplicates' },
      permission: 'people.write',
      page: () => import('./pages/duplicates-page.tsx'),
    },
    {
      path: '/mass-changes',
      title: { zh: '批量变更记录', en: 'Mass changes' },
      permission: 'people.write',
      page: () => import('./pages/mass-changes-page.tsx'),
    },
    {
      path: '/full-exports',
      title: { zh: '导出完整号码', en: 'Full lists' },
      permission: 'roster.export',
      page: () => import('./pages/full-exports-page.tsx'),
    },
    {
      path: '/card-check',
      title: { zh: '查验会员卡', en: 'Check a card' },
      permission: 'people.read',
      page: () => import('./pages/card-check-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/members',
      title: { zh: '会员', en: 'Members' },
      icon: 'people',
      group: 'roster',
      permission: 'people.read',
    },
    {
      path: '/transfers',
      title: { zh: '转会', en: 'Transfers' },
      icon: 'swap',
      group: 'roster',
      permission: 'people.read',
    },
    {
      path: '/full-exports',
      title: { zh: '导出完整号码', en: 'Full lists' },
      icon: 'export',
      group: 'roster',
      permission: 'roster.export',
    },
    {
      path: '/card-check',
      title: { zh: '查验会员卡', en: 'Check a card' },
      icon: 'card',
      group: 'roster',
      permission: 'people.read',
    },
  ],
}
