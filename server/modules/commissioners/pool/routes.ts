import { operations } from '#contract/commissioners-pool.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import {
  addTalent,
  changeTalent,
  endTalent,
  recordTalentSharing,
  setOwnTalentSharing,
} from './commands/keep-talents.ts'
import { getOwnTalent, listTalents, listVacancyMatches } from './queries/talents.ts'

const write = 'commissioners.write'

/** The talent pool and who fits where. */
export const poolRoutes: readonly Route[] = [
  route('listTalents', operations.listTalents, write, listTalents),
  route('addTalent', operations.addTalent, write, addTalent),
  route('changeTalent', operations.changeTalent, write, changeTalent),
  route('endTalent', operations.endTalent, write, endTalent),
  route('recordTalentSharing', operations.recordTalentSharing, write, recordTalentSharing),
  route('listVacancyMatches', operations.listVacancyMatches, write, listVacancyMatches),
  route('getOwnTalent', operations.getOwnTalent, 'own.read', getOwnTalent),
  route('setOwnTalentSharing', operations.setOwnTalentSharing, 'own.write', setOwnTalentSharing),
]
