import { operations } from '#contract/funds-prizes.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { givePrizes } from './commands/give-prizes.ts'
import { getPrizeTerms, listPrizeLists } from './queries/prizes.ts'
import { downloadPrizeLists } from './queries/workbook.ts'

/** Prizes of sports and culture, under the share of winners of the region. */
export const prizeRoutes: readonly Route[] = [
  route('getPrizeTerms', operations.getPrizeTerms, 'funds.read', getPrizeTerms),
  route('listPrizeLists', operations.listPrizeLists, 'funds.read', listPrizeLists),
  downloadRoute('downloadPrizeLists', operations.downloadPrizeLists, 'funds.read', downloadPrizeLists),
  route('givePrizes', operations.givePrizes, 'funds.write', givePrizes),
]
