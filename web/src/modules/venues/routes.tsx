import type { ConsoleModule } from '../../kit/routes.ts'

/** Venues: the register, inspections, and times shared with neighbours. */
export const venuesConsole: ConsoleModule = {
  routes: [
    {
      path: '/venues',
      title: { zh: '活动阵地', en: 'Venues' },
      permission: 'venues.read',
      page: () => import('./pages/venues-page.tsx'),
    },
    {
      path: '/venues/new',
      title: { zh: '登记阵地', en: 'Register a venue' },
      permission: 'venues.write',
      page: () => import('./pages/new-venue-page.tsx'),
    },
    {
      path: '/venues/shared',
      title: { zh: '共享阵地', en: 'Shared venues' },
      permission: 'venues.book',
      page: () => import('./pages/shared-venues-page.tsx'),
    },
    {
      path: '/venues/:venueId',
      title: { zh: '活动阵地', en: 'Venue' },
      permission: 'venues.read',
      page: () => import('./pages/venue-page.tsx'),
    },
    {
      path: '/venues/:venueId/edit',
      title: { zh: '修改阵地', en: 'Change a venue' },
      permission: 'venues.write',
      page: () => import('./pages/edit-venue-page.tsx'),
    },
    {
      path: '/venues/:venueId/inspect',
      title: { zh: '核查阵地', en: 'Inspect a venue' },
      permission: 'venues.inspect',
      page: () => import('./pages/inspect-venue-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/venues',
      title: { zh: '活动阵地', en: 'Venues' },
      icon: 'home',
      group: 'commissioners',
      permission: 'venues.read',
    },
  ],
}
