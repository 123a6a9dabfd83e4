import { addErrorTexts } from '../../kit/errors.ts'
import type { ConsoleModule } from '../../kit/routes.ts'
import { inboxConsole } from '../../modules/inbox/routes.tsx'
import { sessionErrors } from '../../modules/sessions/errors.ts'
import { sessionsConsole } from '../../modules/sessions/routes.tsx'

/** The modules the console is made of, in the order of their entries in the navigation. A new module adds one line here and one below. */
export const consoleModules: readonly ConsoleModule[] = [inboxConsole, sessionsConsole]

for (const errors of [sessionErrors]) addErrorTexts(errors)
