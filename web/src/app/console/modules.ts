import { offerEventScreens } from '../../kit/event-screens.ts'
import type { ConsoleModule } from '../../kit/routes.ts'
import { accessConsole } from '../../modules/access/routes.tsx'
import { appointmentsConsole } from '../../modules/appointments/routes.tsx'
import { approvalsConsole } from '../../modules/approvals/routes.tsx'
import { accountsConsole } from '../../modules/accounts/routes.tsx'
import { activationConsole } from '../../modules/activation/routes.tsx'
import { assessmentsConsole } from '../../modules/assessments/routes.tsx'
import { auditConsole } from '../../modules/audit/routes.tsx'
import { complaintsConsole } from '../../modules/complaints/routes.tsx'
import { ballotsConsole } from '../../modules/ballots/routes.tsx'
import { commissionersConsole } from '../../modules/commissioners/routes.tsx'
import { consentsConsole } from '../../modules/consents/routes.tsx'
import { eventsConsole } from '../../modules/events/routes.tsx'
import { fundsConsole } from '../../modules/funds/routes.tsx'
import { homeConsole } from '../../modules/home/routes.tsx'
import { inboxConsole } from '../../modules/inbox/routes.tsx'
import { sealedReportsConsole } from '../../modules/reports/seal-routes.tsx'
import { rosterConsole } from '../../modules/roster/routes.tsx'
import { matchmakingConsole } from '../../modules/matchmaking/routes.tsx'
import { reportsConsole } from '../../modules/reports/routes.tsx'
import { measuresConsole } from '../../modules/measures/routes.tsx'
import { organisationsConsole } from '../../modules/organisations/routes.tsx'
import { peopleConsole } from '../../modules/people/routes.tsx'
import { sessionsConsole } from '../../modules/sessions/routes.tsx'
import { trainingConsole } from '../../modules/training/routes.tsx'
import { systemConsole } from '../../modules/system/routes.tsx'
import { honoursConsole } from '../../modules/honours/routes.tsx'
import { venuesConsole } from '../../modules/venues/routes.tsx'

/** The modules the console is made of, in the order of their entries in the navigation. Their error sentences are listed in errors.ts. */
export const consoleModules: readonly ConsoleModule[] = [
  inboxConsole,
  approvalsConsole,
  complaintsConsole,
  homeConsole,
  organisationsConsole,
  peopleConsole,
  activationConsole,
  accountsConsole,
  rosterConsole,
  eventsConsole,
  matchmakingConsole,
  commissionersConsole,
  ballotsConsole,
  venuesConsole,
  honoursConsole,
  trainingConsole,
  assessmentsConsole,
  fundsConsole,
  measuresConsole,
  reportsConsole,
  sealedReportsConsole,
  appointmentsConsole,
  accessConsole,
  consentsConsole,
  auditConsole,
  systemConsole,
  sessionsConsole,
]

offerEventScreens(consoleModules)
