import type { PhoneModule } from '../../kit/routes.ts'

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
  ],
  entries: [
    {
      tab: 'own',
      path: '/file',
      icon: 'person',
      title: { zh: '我的档案', en: 'My file' },
      hint: { zh: '会籍、单位、谁查看过我的信息', en: 'Memberships, workplaces, who looked at my data' },
    },
  ],
}
