import type { Me } from '#contract/sessions.ts'
import { appointmentsOf, loadActor } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { accountKindOf } from '../queries/account-kind.ts'
import { describeMe } from '../queries/me.ts'
import { signInRule } from '../queries/sign-in-rule.ts'
import { lockAccount } from '../store.ts'
import { setSessionAppointment, tightenSessions } from '../store-sessions.ts'
import { withSignInDue } from '../due.ts'

/** Works as another of one's own appointments from now on; powers never add up. Somebody else's, or an ended one, is "not found". */
export async function actAs(tx: Tx, actor: Actor, input: { appointmentId: string }): Promise<Me> {
  const own = await appointmentsOf(tx, actor.personId, actor.today)
  const chosen = found(own.find((each) => each.id === input.appointmentId))
  // Each writes first its own session and then all of the account: two at once would wait for each other.
  found(await lockAccount(tx, actor.accountId))
  await setSessionAppointment(tx, actor.sessionId, chosen.id)
  await tightenOwnSessions(tx, actor)
  const next = await withSignInDue(tx, found(await loadActor(tx, { ...actor, appointmentId: chosen.id })))
  await audit(tx, next, 'sessions.acted_as', {
    kind: 'appointment',
    id: chosen.id,
    organisationId: chosen.organisationId,
  })
  return describeMe(tx, next)
}

/** Whoever was appointed since they signed in gets the limits of their new kind with the first use of the post. */
async function tightenOwnSessions(tx: Tx, actor: Actor): Promise<void> {
  const kind = await accountKindOf(tx, actor.personId, actor.today)
  const { value: rule } = await signInRule(tx)
  await tightenSessions(tx, actor.accountId, {
    kind,
    idleMinutes: rule.idleMinutes[kind],
    longestHours: rule.longestHours[kind],
  })
}
