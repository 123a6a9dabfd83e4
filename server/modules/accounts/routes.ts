import { operations } from '#contract/sessions.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import { route, sessionRoute, withoutKeptAnswer, type Route } from '#server/platform/http/route.ts'
import { tokenHash } from './authenticate.ts'
import { actAs } from './commands/act-as.ts'
import { createSession } from './commands/create-session.ts'
import { confirmTotpEnrolment, startTotpEnrolment } from './commands/enrol-totp.ts'
import { describeMe } from './queries/me.ts'
import { deleteSession } from './store.ts'

export const routes: Route[] = [
  sessionRoute('createSession', operations.createSession, 'public', (platform, { input }) =>
    createSession(platform, input),
  ),
  sessionRoute('deleteSession', operations.deleteSession, 'public', async (platform, { sessionToken }) => {
    if (sessionToken !== null)
      await inPlumbing(platform.pool, (tx) => deleteSession(tx, tokenHash(sessionToken)))
    return { output: {}, sessionToken: null }
  }),
  route('getMe', operations.getMe, 'signed_in', describeMe),
  // Once it is done the session works as another appointment, and the same request would be another.
  withoutKeptAnswer(route('actAs', operations.actAs, 'signed_in', actAs)),
  route('startTotpEnrolment', operations.startTotpEnrolment, 'signed_in', startTotpEnrolment),
  route('confirmTotpEnrolment', operations.confirmTotpEnrolment, 'signed_in', confirmTotpEnrolment),
]
