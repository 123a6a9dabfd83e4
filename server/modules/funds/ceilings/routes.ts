import { operations } from '#contract/funds-ceilings.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { decideBenefit, recordBenefit } from './commands/give-benefit.ts'
import { getBenefit, listBenefits } from './queries/register.ts'
import { downloadBenefits } from './queries/workbook.ts'
import { getBenefitRoom, getCeilings } from './queries/terms.ts'

/** Benefits to members, under the ceilings of the region. */
export const ceilingRoutes: readonly Route[] = [
  route('getCeilings', operations.getCeilings, 'union_funds.read', getCeilings),
  route('getBenefitRoom', operations.getBenefitRoom, 'union_funds.record', getBenefitRoom),
  route('listBenefits', operations.listBenefits, 'union_funds.read', listBenefits),
  route('getBenefit', operations.getBenefit, 'union_funds.read', getBenefit),
  downloadRoute('downloadBenefits', operations.downloadBenefits, 'union_funds.read', downloadBenefits),
  route('recordBenefit', operations.recordBenefit, 'union_funds.record', recordBenefit),
  route('decideBenefit', operations.decideBenefit, 'funds.check', decideBenefit),
]
