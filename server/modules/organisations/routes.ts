import { operations } from '#contract/organisations.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { changeOrganisation } from './commands/change-organisation.ts'
import { closeOrganisation } from './commands/close-organisation.ts'
import { createOrganisation } from './commands/create-organisation.ts'
import { mergeOrganisations } from './commands/merge-organisations.ts'
import { moveOrganisation } from './commands/move-organisation.ts'
import { recordAffiliation } from './commands/record-affiliation.ts'
import { endCoverage, recordCoverage } from './commands/record-coverage.ts'
import { recordHeadcount } from './commands/record-headcount.ts'
import { recordTerm } from './commands/record-term.ts'
import { splitOrganisation } from './commands/split-organisation.ts'
import { listOrganisationGaps } from './queries/gaps.ts'
import { getOrganisation, previewTreeChange } from './queries/organisation.ts'
import { listOrganisations } from './queries/organisations.ts'
import { getOrganisationTree } from './queries/tree.ts'

const read = 'organisations.read'
const write = 'organisations.write'

export const routes: Route[] = [
  route('listOrganisations', operations.listOrganisations, read, listOrganisations),
  route('getOrganisationTree', operations.getOrganisationTree, read, getOrganisationTree),
  route('getOrganisation', operations.getOrganisation, read, getOrganisation),
  route('listOrganisationGaps', operations.listOrganisationGaps, read, listOrganisationGaps),
  route('createOrganisation', operations.createOrganisation, write, createOrganisation),
  route('changeOrganisation', operations.changeOrganisation, write, changeOrganisation),
  route('moveOrganisation', operations.moveOrganisation, write, moveOrganisation),
  route('mergeOrganisations', operations.mergeOrganisations, write, mergeOrganisations),
  route('splitOrganisation', operations.splitOrganisation, write, splitOrganisation),
  route('closeOrganisation', operations.closeOrganisation, write, closeOrganisation),
  route('previewTreeChange', operations.previewTreeChange, write, previewTreeChange),
  route('recordHeadcount', operations.recordHeadcount, write, recordHeadcount),
  route('recordTerm', operations.recordTerm, write, recordTerm),
  route('recordCoverage', operations.recordCoverage, write, recordCoverage),
  route('endCoverage', operations.endCoverage, write, endCoverage),
  route('recordAffiliation', operations.recordAffiliation, write, recordAffiliation),
]
