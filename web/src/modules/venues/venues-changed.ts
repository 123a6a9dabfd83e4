/** What is read anew after a venue, its inspections or its booked times changed. */
export const venuesChanged = ['listVenues', 'getVenue', 'listSharedVenues'] as const
