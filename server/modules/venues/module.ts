import { operations as reports } from '#contract/venues-reports.ts'
import { operations } from '#contract/venues.ts'
import { downloadRoute, route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { bookVenue, cancelVenueBooking, checkInVenueBooking } from './bookings/commands/book-venue.ts'
import { listSharedVenues } from './bookings/queries/list-shared-venues.ts'
import { createVenueInspection } from './inspections/commands/inspect-venue.ts'
import { grantVenueStars, withdrawVenueStars } from './inspections/commands/stars.ts'
import { openVenueEvidence } from './inspections/queries/open-evidence.ts'
import { downloadVenueInspection } from './inspections/report/inspection-report.ts'
import { measures } from './measures.ts'
import { changeVenue, closeVenue, createVenue } from './register/commands/keep-venue.ts'
import { getVenue } from './register/queries/get-venue.ts'
import { listVenues } from './register/queries/list-venues.ts'

/** Venues of unions: the register, inspections by dated standards, and meetings of neighbours. */
export const venues: AppModule = {
  name: 'venues',
  routes: [
    route('listVenues', operations.listVenues, 'venues.read', listVenues),
    route('getVenue', operations.getVenue, 'venues.read', getVenue),
    route('createVenue', operations.createVenue, 'venues.write', createVenue),
    route('changeVenue', operations.changeVenue, 'venues.write', changeVenue),
    route('closeVenue', operations.closeVenue, 'venues.write', closeVenue),
    route('createVenueInspection', operations.createVenueInspection, 'venues.inspect', createVenueInspection),
    downloadRoute('openVenueEvidence', operations.openVenueEvidence, 'venues.read', openVenueEvidence),
    downloadRoute(
      'downloadVenueInspection',
      reports.downloadVenueInspection,
      'venues.read',
      downloadVenueInspection,
    ),
    route('grantVenueStars', operations.grantVenueStars, 'venues.inspect', grantVenueStars),
    route('withdrawVenueStars', operations.withdrawVenueStars, 'venues.inspect', withdrawVenueStars),
    route('listSharedVenues', operations.listSharedVenues, 'venues.book', listSharedVenues),
    route('bookVenue', operations.bookVenue, 'venues.book', bookVenue),
    route('cancelVenueBooking', operations.cancelVenueBooking, 'venues.book', cancelVenueBooking),
    route('checkInVenueBooking', operations.checkInVenueBooking, 'venues.book', checkInVenueBooking),
  ],
  measures,
}
