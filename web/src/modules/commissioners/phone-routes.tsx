import type { PhoneModule } from '../../kit/routes.ts'

/** For a chair on the phone: one's own organisations, and for everybody their own entry of the talent pool. */
export const commissionersPhone: PhoneModule = {
  routes: [
    {
      path: '/two-new',
      title: { zh: '本单位党工情况', en: 'Party and union work here' },
      tab: 'home',
      page: () => import('./phone/own-units-page.tsx'),
    },
    {
      path: '/two-new/:twoNewId',
      title: { zh: '党工情况', en: 'Party and union work' },
      tab: 'home',
      page: () => import('./phone/unit-page.tsx'),
    },
    {
      path: '/talent',
      title: { zh: '我的人才库条目', en: 'My entry in the talent pool' },
      tab: 'own',
      privacy: 'private',
      page: () => import('./phone/talent-page.tsx'),
    },
  ],
  home: [{ order: 6, part: () => import('./phone/home-part.tsx') }],
  entries: [
    {
      tab: 'own',
      path: '/talent',
      icon: 'person',
      title: { zh: '党工专员人才库', en: 'Talent pool' },
      hint: { zh: '看自己的条目，决定是否共享', en: 'See your own entry and decide who may see it' },
    },
  ],
}
