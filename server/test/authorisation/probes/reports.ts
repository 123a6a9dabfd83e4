import { get, post, type Probe } from '../probe.ts'

// A file that is no workbook is refused after it was read: nothing stays behind.
function upload(): FormData {
  const form = new FormData()
  form.set('name', '年报')
  form.set('file', new Blob(['no workbook']), 'form.xlsx')
  return form
}

/** Sealed reports, and workbooks filled from them. */
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
  createReportTemplate: { is: 'seal figures as a report', plain: () => post('/report-templates', upload()) },
  listReportTemplates: {
    is: 'seal figures as a report',
    lists: () => get('/report-templates?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((template) => template.organisationId),
  },
  getReportTemplate: {
    is: 'seal figures as a report',
    aimed: (place) => get(`/report-templates/${place.templateId}`),
  },
  saveTemplateMapping: {
    is: 'seal figures as a report',
    // The workbook has no such sheet.
    aimed: (place) =>
      post(`/report-templates/${place.templateId}/mappings`, {
        cells: [{ sheet: '-', target: 'A1', measure: 'members' }],
      }),
  },
  fillReportTemplate: {
    is: 'seal figures as a report',
    aimed: (place) => post(`/report-templates/${place.templateId}/fillings`, { title: '年报' }),
  },
  downloadFilledTemplate: {
    is: 'open figures to their rows',
    aimed: (place) => get(`/sealed-reports/${place.sealedReportId}/workbook`),
  },
  makeAnnualReturn: {
    is: 'seal figures as a report',
    // A year that is not over cannot be reported.
    aimed: (place) => post('/annual-returns', { organisationId: place.organisationId, year: 2099 }),
  },
  listAnnualReturns: {
    is: 'seal figures as a report',
    lists: () => get('/annual-returns?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((made) => made.organisationId),
  },
  getAnnualReturn: {
    is: 'seal figures as a report',
    aimed: (place) => get(`/annual-returns/${place.returnId}`),
  },
  listAnnualReturnLines: {
    is: 'seal figures as a report',
    aimed: (place) => get(`/annual-returns/${place.returnId}/lines`),
  },
  downloadAnnualReturn: {
    is: 'seal figures as a report',
    aimed: (place) => get(`/annual-returns/${place.returnId}/workbook`),
  },
  recordStatisticalCode: {
    is: 'seal figures as a report',
    // The code it has already is refused.
    aimed: (place) =>
      post(`/organisations/${place.organisationId}/statistical-codes`, {
        code: `T${place.organisationId}`,
        reason: '核对',
      }),
  },
  listStatisticalCodes: {
    is: 'seal figures as a report',
    aimed: (place) => get(`/organisations/${place.organisationId}/statistical-codes`),
  },
}
