import { operations } from '#contract/appointments.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { listAppointmentCandidates } from './candidates.ts'
import { appointSubstitute } from './commands/appoint-substitute.ts'
import { createAppointment } from './commands/create-appointment.ts'
import { endAppointment } from './commands/end-appointment.ts'
import { getAppointment, listAppointablePosts } from './queries/appointment.ts'
import { listAppointments } from './queries/appointments.ts'

const read = 'appointments.read'
const write = 'appointments.write'

export const appointments: AppModule = {
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
    route('createAppointment', operations.createAppointment, write, createAppointment),
    route('endAppointment', operations.endAppointment, write, endAppointment),
    route('appointSubstitute', operations.appointSubstitute, write, appointSubstitute),
  ],
}
