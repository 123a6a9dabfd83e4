import { access } from './modules/access/module.ts'
import { accounts } from './modules/accounts/module.ts'
import { activation } from './modules/activation/module.ts'
import { assessmentsOf } from './modules/assessments/module.ts'
import { attachments } from './modules/attachments/module.ts'
import { approvalsOf } from './modules/approvals/module.ts'
import { appointmentsOf } from './modules/appointments/module.ts'
import { auditLog } from './modules/audit/module.ts'
import { ballots } from './modules/ballots/module.ts'
import { calendar } from './modules/calendar/module.ts'
import { commissioners } from './modules/commissioners/module.ts'
import { complaints } from './modules/complaints/module.ts'
import { consents } from './modules/consents/module.ts'
import { eventsOf } from './modules/events/module.ts'
import { funds } from './modules/funds/module.ts'
import { honours } from './modules/honours/module.ts'
import { inbox } from './modules/inbox/module.ts'
import { jobs } from './modules/jobs/module.ts'
import { matchmaking } from './modules/matchmaking/module.ts'
import { measuresOf } from './modules/measures/module.ts'
import { messages } from './modules/messages/module.ts'
import { organisations } from './modules/organisations/module.ts'
import { peopleOf } from './modules/people/module.ts'
import { publicPagesOf } from './modules/public-pages/module.ts'
import { reportsOf } from './modules/reports/module.ts'
import { retention } from './modules/retention/module.ts'
import { roster } from './modules/roster/module.ts'
import { system } from './modules/system/module.ts'
import { training } from './modules/training/module.ts'
import { tenants } from './modules/tenants/module.ts'
import { venues } from './modules/venues/module.ts'
import { keptAnswers } from './platform/http/kept-answers.ts'
import type { AppModule } from './platform/module.ts'

const declared: readonly AppModule[] = [
  tenants,
  access,
  messages,
  accounts,
  activation,
  jobs,
  inbox,
  attachments,
  auditLog,
  consents,
  calendar,
  complaints,
  retention,
  organisations,
  roster,
  keptAnswers,
  system,
  funds,
  venues,
  ballots,
  honours,
  matchmaking,
  commissioners,
  training,
]

const withEvents: readonly AppModule[] = [
  ...declared,
  eventsOf(declared.flatMap((module) => module.eventKinds ?? [])),
  appointmentsOf(declared.flatMap((module) => module.postGuards ?? [])),
  assessmentsOf(declared.flatMap((module) => module.assessmentSubjects ?? [])),
]

const withEngines: readonly AppModule[] = [
  ...withEvents,
  peopleOf(withEvents.flatMap((module) => module.ownData ?? [])),
]

const measures = withEngines.flatMap((module) => module.measures ?? [])
const withReports: readonly AppModule[] = [...withEngines, reportsOf(measures)]

/** Every module of the product, in the order of its tiers: what is not in this list is not served. Figures of all make the catalogue, what all hold about somebody their own copy, kinds of requests of all the approvals. */
export const modules: readonly AppModule[] = [
  ...withReports,
  approvalsOf(withReports.flatMap((module) => module.approvals ?? [])),
  measuresOf(measures),
  publicPagesOf(withReports.flatMap((module) => module.publicParts ?? [])),
]
