import type { Invalidates } from '../../../kit/query.ts'

/** Reads that any change of appointments puts out of date. */
export const appointmentsChanged: Invalidates = [
  'listAppointments',
  'getAppointment',
  'getOrganisation',
  'previewHandOver',
  'listOwnDelegations',
  'listDelegations',
  'listInboxTasks',
  'getMe',
]
