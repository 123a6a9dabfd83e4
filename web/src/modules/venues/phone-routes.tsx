import type { PhoneModule } from '../../kit/routes.ts'

/** Shared venues on the phone, for whoever books for their unit. */
export const venuesPhone: PhoneModule = {
  routes: [
    {
      path: '/venues',
      title: { zh: '共享阵地', en: 'Shared venues' },
      tab: 'home',
      page: () => import('./phone/venues-page.tsx'),
    },
  ],
  home: [{ order: 7, part: () => import('./phone/home-part.tsx') }],
}
