import type { PhoneModule } from '../../kit/routes.ts'

/** Five numbers for whoever leads a union or a federation, on the phone. */
export const measuresPhone: PhoneModule = {
  routes: [
    {
      path: '/figures',
      title: { zh: '我的五个数', en: 'My five figures' },
      tab: 'home',
      page: () => import('./phone/leader-page.tsx'),
    },
    {
      path: '/figures/:measure',
      title: { zh: '数据说明', en: 'About a figure' },
      tab: 'home',
      page: () => import('./phone/figure-page.tsx'),
    },
  ],
  home: [{ order: 5, part: () => import('./phone/home-part.tsx') }],
}
