import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** Events: drafting, admission, the door, the rounds. */
export const eventsConsole: ConsoleModule = {
  eventTabs: [
    {
      key: 'hosts',
      order: 5,
      title: { zh: '联合主办', en: 'Joint hosts' },
      permission: 'events.write',
      tab: () => import('./parts/hosts-tab.tsx'),
    },
    {
      key: 'registrations',
      order: 10,
      title: { zh: '报名', en: 'Registration' },
      permission: 'events.read',
      tab: () => import('./parts/admission/admission-tab.tsx'),
    },
    {
      key: 'door',
      order: 30,
      title: { zh: '现场', en: 'At the door' },
      permission: 'events.run',
      tab: () => import('./parts/door-tab.tsx'),
    },
    {
      key: 'seats',
      order: 40,
      title: { zh: '排座', en: 'Seats' },
      permission: 'events.run',
      tab: () => import('./parts/seating-tab.tsx'),
    },
  ],
  routes: [
    {
      path: '/events',
      title: { zh: '活动', en: 'Events' },
      permission: 'events.read',
      page: () => import('./pages/events-page.tsx'),
    },
    {
      path: '/events/calendar',
      title: { zh: '活动月历', en: 'Calendar of events' },
      permission: 'events.read',
      page: () => import('./pages/calendar-page.tsx'),
    },
    {
      path: '/events/series',
      title: { zh: '活动系列', en: 'Series of events' },
      permission: 'events.read',
      page: () => import('./pages/series-list-page.tsx'),
    },
    {
      path: '/events/series/new',
      title: { zh: '新建系列', en: 'Begin a series' },
      permission: 'events.write',
      page: () => import('./pages/new-series-page.tsx'),
    },
    {
      path: '/events/series/:seriesId',
      title: { zh: '活动系列', en: 'Series of events' },
      permission: 'events.read',
      page: () => import('./pages/series-page.tsx'),
    },
    {
      path: '/events/invitations',
      title: { zh: '联合主办邀请', en: 'Invitations to host together' },
      permission: 'events.write',
      page: () => import('./pages/invitations-page.tsx'),
    },
    {
      path: '/events/:eventId/poster',
      title: { zh: '活动海报', en: 'Poster' },
      permission: 'events.read',
      frame: 'none',
      page: () => import('./pages/poster-page.tsx'),
    },
    {
      path: '/events/new',
      title: { zh: '起草活动', en: 'Draft an event' },
      permission: 'events.write',
      page: () => import('./pages/new-event-page.tsx'),
    },
    {
      path: '/events/:eventId/edit',
      title: { zh: '修改草案', en: 'Change the draft' },
      permission: 'events.write',
      page: () => import('./pages/edit-event-page.tsx'),
    },
    {
      path: '/events/:eventId',
      title: { zh: '活动', en: 'Event' },
      permission: 'events.read',
      page: () => import('./pages/event-page.tsx'),
    },
    {
      path: '/events/:eventId/hall',
      title: { zh: '大屏', en: 'Hall’s screen' },
      permission: 'events.run',
      frame: 'none',
      page: () => import('./pages/hall-page.tsx'),
    },
    {
      path: '/events/:eventId/door-list',
      title: { zh: '签到纸质名单', en: 'Paper list of the door' },
      permission: 'events.run',
      page: () => import('./pages/door-list-page.tsx'),
    },
    {
      path: '/events/:eventId/seats/print',
      title: { zh: '桌牌和座位表', en: 'Table cards and seat lists' },
      permission: 'events.run',
      page: () => import('./pages/seats-print-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/events',
      title: { zh: '活动', en: 'Events' },
      icon: 'events',
      group: 'events',
      permission: 'events.read',
    },
  ],
}

/** Events a worker can come to. */
export const eventsPhone: PhoneModule = {
  eventParts: [
    { order: 8, part: () => import('./phone/round-part.tsx') },
    { order: 10, part: () => import('./phone/admission/admission-part.tsx') },
    { order: 5, part: () => import('./phone/pass-part.tsx') },
  ],
  home: [{ order: 10, part: () => import('./phone/home-part.tsx') }],
  routes: [
    {
      path: '/events',
      title: { zh: '活动', en: 'Events' },
      tab: 'events',
      page: () => import('./phone/open-events-page.tsx'),
    },
    {
      path: '/events/own',
      title: { zh: '活动', en: 'Events' },
      tab: 'events',
      privacy: 'private',
      page: () => import('./phone/own-events-page.tsx'),
    },
    {
      path: '/events/past',
      title: { zh: '活动', en: 'Events' },
      tab: 'events',
      privacy: 'private',
      page: () => import('./phone/past-events-page.tsx'),
    },
    {
      path: '/events/:eventId',
      title: { zh: '活动', en: 'Event' },
      tab: 'events',
      privacy: 'private',
      page: () => import('./phone/event-page.tsx'),
    },
    {
      path: '/events/:eventId/standing',
      title: { zh: '报名情况', en: 'Registration' },
      tab: 'events',
      privacy: 'private',
      page: () => import('./phone/admission/standing-page.tsx'),
    },
    {
      path: '/events/:eventId/pass',
      title: { zh: '入场码', en: 'Event pass' },
      tab: 'events',
      privacy: 'private',
      page: () => import('./phone/pass-page.tsx'),
    },
    {
      path: '/events/:eventId/scan',
      title: { zh: '扫码签到', en: 'Check-in' },
      tab: 'events',
      page: () => import('./phone/scan/scan-page.tsx'),
    },
    {
      path: '/events/:eventId/seat',
      title: { zh: '我的座位', en: 'My seat' },
      tab: 'events',
      privacy: 'private',
      page: () => import('./phone/seat-page.tsx'),
    },
  ],
  entries: [],
}
