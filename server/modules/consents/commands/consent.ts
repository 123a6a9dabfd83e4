import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { consents } from '../policy.ts'
import { purposesToday } from '../queries/purposes.ts'
import { insertConsent, insertWithdrawals, lockConsentsOf } from '../store.ts'

/** Agrees to one purpose, in the version that was read. Where the law asks for nothing there is nothing to agree to. */
export async function giveConsent(
  tx: Tx,
  actor: Actor,
  input: { purpose: string; version: number },
): Promise<Record<string, never>> {
  const purpose = found((await purposesToday(tx)).find((each) => each.code === input.purpose))
  if (purpose.basis !== 'consent' && !purpose.separate) refuse('consents.not_asked')
  if (purpose.version !== input.version) conflict('consents.version_changed')
  await lockConsentsOf(tx, actor.personId)
  if (await consents(tx, actor.personId, purpose.code)) return {}
  await insertConsent(tx, { personId: actor.personId, purpose: purpose.code, version: purpose.version })
  await audit(tx, actor, 'consents.given', subjectOf(actor, purpose.code, purpose.version))
  return {}
}

/** Withdraws the agreement to one purpose: from this moment on nothing rests on it; what was done before stays valid (K2 15). */
export async function withdrawConsent(
  tx: Tx,
  actor: Actor,
  input: { purpose: string },
): Promise<Record<string, never>> {
  const purpose = found((await purposesToday(tx)).find((each) => each.code === input.purpose))
  await lockConsentsOf(tx, actor.personId)
  const withdrawn = await insertWithdrawals(tx, actor.personId, purpose.code)
  if (withdrawn > 0)
    await audit(tx, actor, 'consents.withdrawn', subjectOf(actor, purpose.code, purpose.version))
  return {}
}

function subjectOf(actor: Actor, purpose: string, version: number) {
  return { kind: 'person', id: actor.personId, organisationId: null, params: { purpose, version } }
}
