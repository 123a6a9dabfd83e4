import { get, post, type Probe } from '../probe.ts'

/** Sealed reports. */
export const reportProbes: Record<string, Probe> = {
  sealReport: {
    is: 'seal figures as a report',
    // A day that has not come cannot be sealed.
    aimed: (place) =>
      post('/sealed-reports', {
        title: '年报',
        organisationId: place.organisationId,
        figures: [{ measure: 'members', asOf: '2999-01-01' }],
      }),
  },
  listSealedReports: {
    is: 'ask for figures',
    lists: () => get('/sealed-reports?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((report) => report.organisationId),
  },
  getSealedReport: {
    is: 'ask for figures',
    aimed: (place) => get(`/sealed-reports/${place.sealedReportId}`),
  },
  openSealedFigure: {
    is: 'open figures to their rows',
    aimed: (place) => get(`/sealed-reports/${place.sealedReportId}/figures/1/rows`),
  },
  verifySeal: {
    is: 'ask for figures',
    aimed: (place) => get(`/sealed-reports/${place.sealedReportId}/verification`),
  },
}
