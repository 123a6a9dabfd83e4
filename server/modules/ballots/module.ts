import { inTenant } from '#server/platform/db/transaction.ts'
import type { AppModule } from '#server/platform/module.ts'
import { keepingJobs } from './keeping/destroy-ballots.ts'
import { measures } from './measures.ts'
import { electionKind } from './preparation/commands/plan-election.ts'
import { electionResultKind } from './result/commands/report-result.ts'
import { ballotRoutes } from './routes.ts'
import { phoneVoteRoutes } from './tokens/routes.ts'
import { remindOfVacancies } from './vacancies/remind.ts'

/** Elections of unions. */
export const ballots: AppModule = {
  name: 'ballots',
  routes: [...ballotRoutes, ...phoneVoteRoutes],
  measures,
  jobs: (platform) => ({
    ...keepingJobs(platform),
    'ballots.remind_vacancies': async ({ tenantId }) => ({
      told: await inTenant(platform, tenantId!, remindOfVacancies),
    }),
  }),
  schedules: [{ kind: 'ballots.remind_vacancies', every: { dayAt: '06:40' }, for: 'each tenant' }],
  approvals: [electionKind, electionResultKind],
}
