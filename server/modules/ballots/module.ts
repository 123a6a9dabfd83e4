import type { AppModule } from '#server/platform/module.ts'
import { keepingJobs } from './keeping/destroy-ballots.ts'
import { measures } from './measures.ts'
import { electionKind } from './preparation/commands/plan-election.ts'
import { electionResultKind } from './result/commands/report-result.ts'
import { ballotRoutes } from './routes.ts'
import { phoneVoteRoutes } from './tokens/routes.ts'

/** Elections of unions. */
export const ballots: AppModule = {
  name: 'ballots',
  routes: [...ballotRoutes, ...phoneVoteRoutes],
  measures,
  jobs: keepingJobs,
  approvals: [electionKind, electionResultKind],
}
