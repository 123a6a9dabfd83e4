import { operations } from '#contract/appointments.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import type { PostGuard } from '#server/platform/post-guard.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { listAppointmentCandidates } from './candidates.ts'
import { appointSubstituteOf } from './commands/appoint-substitute.ts'
import { createAppointmentOf } from './commands/create-appointment.ts'
import { endAppointment } from './commands/end-appointment.ts'
import { handOver, undoHandOver } from './commands/hand-over.ts'
import { previewHandOver } from './queries/hand-over.ts'
import { remindOfAppointments } from './remind.ts'
import { getAppointment, listAppointablePosts } from './queries/appointment.ts'
import { listAppointments } from './queries/appointments.ts'

const read = 'appointments.read'
const write = 'appointments.write'

/** Appointments, with what the programmes ask of whoever is appointed. */
export const appointmentsOf = (guards: readonly PostGuard[]): AppModule => ({
  name: 'appointments',
  routes: [
    route('listAppointments', operations.listAppointments, read, listAppointments),
    route('getAppointment', operations.getAppointment, read, getAppointment),
    route('listAppointablePosts', operations.listAppointablePosts, write, listAppointablePosts),
    route(
      'listAppointmentCandidates',
      operations.listAppointmentCandidates,
      write,
      listAppointmentCandidates,
    ),
    route('createAppointment', operations.createAppointment, write, createAppointmentOf(guards)),
    route('endAppointment', operations.endAppointment, write, endAppointment),
    route('appointSubstitute', operations.appointSubstitute, write, appointSubstituteOf(guards)),
    route('previewHandOver', operations.previewHandOver, write, previewHandOver),
    route('handOver', operations.handOver, write, handOver),
    route('undoHandOver', operations.undoHandOver, write, undoHandOver),
  ],
  jobs: (platform) => ({
    'appointments.remind': async ({ tenantId }) => ({
      named: await inTenant(platform, tenantId!, remindOfAppointments),
    }),
  }),
  schedules: [{ kind: 'appointments.remind', every: { dayAt: '06:30' }, for: 'each tenant' }],
})
