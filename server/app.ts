import { access } from './modules/access/module.ts'
import { accounts } from './modules/accounts/module.ts'
import { auditLog } from './modules/audit/module.ts'
import { inbox } from './modules/inbox/module.ts'
import { jobs } from './modules/jobs/module.ts'
import { organisations } from './modules/organisations/module.ts'
import type { AppModule } from './platform/module.ts'

/** Every module of the product, in the order of its tiers: what is not in this list is not served. */
export const modules: readonly AppModule[] = [access, accounts, jobs, inbox, auditLog, organisations]
