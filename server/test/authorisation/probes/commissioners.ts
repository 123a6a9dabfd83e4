import { get, post, type Probe } from '../probe.ts'

/** Commissioners: coverage, worklists, and one organisation; no place of the matrix is a two-new organisation, which a rule says after the scope was judged. */
export const commissionerProbes: Record<string, Probe> = {
  getCommissionerCoverage: { is: 'see commissioners', plain: () => get('/commissioners/coverage') },
  listTwoNewOrganisations: {
    is: 'see commissioners',
    aimed: (place) => get(`/commissioners/organisations?streetId=${place.organisationId}`),
  },
  downloadTwoNewOrganisations: {
    is: 'see commissioners',
    aimed: (place) =>
      post('/commissioners/organisations/workbook', { streetId: place.organisationId, language: 'zh' }),
  },
  getOrganisationStory: {
    is: 'see commissioners',
    aimed: (place) => get(`/commissioners/organisations/${place.organisationId}`),
  },
}
