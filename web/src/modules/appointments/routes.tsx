import type { ConsoleModule } from '../../kit/routes.ts'

/** Who holds which post: the list, a new appointment, handing over. */
export const appointmentsConsole: ConsoleModule = {
  routes: [
    {
      path: '/appointments',
      title: { zh: '任职', en: 'Appointments' },
      permission: 'appointments.read',
      page: () => import('./pages/appointments-page.tsx'),
    },
    {
      path: '/appointments/new',
      title: { zh: '登记任职', en: 'Record an appointment' },
      permission: 'appointments.write',
      page: () => import('./pages/new-appointment-page.tsx'),
    },
    {
      path: '/appointments/:appointmentId/hand-over',
      title: { zh: '交接工作', en: 'Hand over' },
      permission: 'appointments.write',
      page: () => import('./pages/hand-over-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/appointments',
      title: { zh: '任职', en: 'Appointments' },
      icon: 'people',
      group: 'admin',
      permission: 'appointments.read',
    },
  ],
}
