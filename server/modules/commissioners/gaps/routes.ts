import { operations } from '#contract/commissioners.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { getOrganisationStory } from '../overview/organisation-story.ts'
import { getCommissionerCoverage } from './queries/coverage.ts'
import { downloadTwoNewOrganisations, listTwoNewOrganisations } from './queries/organisations.ts'

const read = 'commissioners.read'

/** Coverage, worklists and the story of one organisation. */
export const gapRoutes: readonly Route[] = [
  route('getCommissionerCoverage', operations.getCommissionerCoverage, read, getCommissionerCoverage),
  route('listTwoNewOrganisations', operations.listTwoNewOrganisations, read, listTwoNewOrganisations),
  downloadRoute(
    'downloadTwoNewOrganisations',
    operations.downloadTwoNewOrganisations,
    read,
    downloadTwoNewOrganisations,
  ),
  route('getOrganisationStory', operations.getOrganisationStory, read, getOrganisationStory),
]
