import type { PhoneModule } from '../../kit/routes.ts'

/** Votes of one's union on the phone. The ballot itself is cast on a public page: no session stands beside it. */
export const ballotsPhone: PhoneModule = {
  routes: [
    {
      path: '/votes',
      title: { zh: '选举投票', en: 'My votes' },
      tab: 'services',
      privacy: 'private',
      page: () => import('./phone/votes-page.tsx'),
    },
  ],
  home: [{ order: 3, part: () => import('./phone/home-part.tsx') }],
  entries: [
    {
      tab: 'services',
      path: '/votes',
      title: { zh: '选举投票', en: 'My votes' },
      hint: { zh: '领投票凭证、投票、查回执', en: 'Draw a token, vote, look up my receipt' },
      icon: 'check',
    },
  ],
}
