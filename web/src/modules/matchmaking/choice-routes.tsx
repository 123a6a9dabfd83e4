import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** Choices at an event: the numbers, the closing, cards of paper. */
export const choicesConsole: ConsoleModule = {
  eventTabs: [
    {
      key: 'choices',
      order: 60,
      kind: 'social',
      title: { zh: '意向', en: 'Choices' },
      permission: 'events.run',
      tab: () => import('./parts/choices-tab.tsx'),
    },
  ],
  routes: [
    {
      path: '/events/:eventId/paper-cards',
      title: { zh: '录入纸质意向卡', en: 'Paper cards' },
      permission: 'matchmaking.key_choices',
      page: () => import('./pages/paper-cards-page.tsx'),
    },
    {
      path: '/events/:eventId/paper-cards/print',
      title: { zh: '打印纸质意向卡', en: 'Print cards' },
      permission: 'matchmaking.key_choices',
      page: () => import('./pages/paper-print-page.tsx'),
    },
  ],
}

/** One's own sheet, and what came of it. */
export const choicesPhone: PhoneModule = {
  eventParts: [{ order: 40, kind: 'social', part: () => import('./phone/choices-part.tsx') }],
  routes: [
    {
      path: '/events/:eventId/choices',
      title: { zh: '意向卡', en: 'My sheet' },
      tab: 'events',
      privacy: 'private',
      page: () => import('./phone/choices-page.tsx'),
    },
    {
      path: '/matches',
      title: { zh: '我的缘分', en: 'My matches' },
      tab: 'services',
      privacy: 'private',
      page: () => import('./phone/matches-page.tsx'),
    },
  ],
  entries: [
    {
      tab: 'services',
      path: '/matches',
      icon: 'people',
      title: { zh: '我的缘分', en: 'My matches' },
      hint: { zh: '互相选中的人、联系方式和牵手', en: 'Whom I found, contacts, becoming a couple' },
    },
  ],
}
