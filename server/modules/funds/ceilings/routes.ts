import { operations } from '#contract/funds-ceilings.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { decideBenefit, recordBenefit } from './commands/give-benefit.ts'
import { listBenefits } from './queries/benefits.ts'
import { getCeilings } from './queries/terms.ts'

/** Benefits to members, under the ceilings of the region. */
export const ceilingRoutes: readonly Route[] = [
  route('getCeilings', operations.getCeilings, 'funds.read', getCeilings),
  route('listBenefits', operations.listBenefits, 'funds.read', listBenefits),
  route('recordBenefit', operations.recordBenefit, 'funds.write', recordBenefit),
  route('decideBenefit', operations.decideBenefit, 'funds.check', decideBenefit),
]
