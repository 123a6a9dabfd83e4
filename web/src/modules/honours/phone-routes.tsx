import type { PhoneModule } from '../../kit/routes.ts'

/** One's own honours on the phone. */
export const honoursPhone: PhoneModule = {
  routes: [
    {
      path: '/honours',
      title: { zh: '我的荣誉', en: 'My honours' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/own-honours-page.tsx'),
    },
  ],
  entries: [
    {
      tab: 'own',
      path: '/honours',
      title: { zh: '我的荣誉', en: 'My honours' },
      hint: { zh: '表扬、称号和证书', en: 'Thanks, titles, certificates' },
      icon: 'card',
    },
  ],
}
