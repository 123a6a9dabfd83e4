import type { AppModule } from '#server/platform/module.ts'
import { budgetRoutes } from './budgets/routes.ts'
import { allocationMeasures } from './allocations/measures.ts'
import { allocationRoutes } from './allocations/routes.ts'
import { ceilingRoutes } from './ceilings/routes.ts'
import { contributionMeasures } from './contributions/measures.ts'
import { contributionRoutes } from './contributions/routes.ts'
import { duesRoutes } from './dues/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { pointMeasures } from './points/measures.ts'
import { pointRoutes } from './points/routes.ts'
import { prizeRoutes } from './prizes/routes.ts'

/** Money: budgets, what is due, and payments, over one ledger. */
export const funds: AppModule = {
  name: 'funds',
  routes: [
    ...budgetRoutes,
    ...paymentRoutes,
    ...pointRoutes,
    ...contributionRoutes,
    ...allocationRoutes,
    ...ceilingRoutes,
    ...prizeRoutes,
    ...duesRoutes,
  ],
  measures: [...pointMeasures, ...contributionMeasures, ...allocationMeasures],
}
