import { Type } from 'typebox'
import { Id, operation } from './operation.ts'

/** What is printed of venues. */
export const operations = {
  downloadVenueInspection: operation({
    method: 'GET',
    path: '/venues/:venueId/inspections/:inspectionId/report',
    summary: 'The report of an inspection as .docx',
    params: Type.Object({ venueId: Id, inspectionId: Id }),
    output: Type.String(),
    file: 'download',
  }),
}
