import { declarationVersion } from '#contract/matchmaking-entry.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict } from '#server/platform/errors.ts'
import { mustHaveReached } from '../must-have-reached.ts'
import { declarationEnd } from '../rules/declaration-end.ts'
import { selfOf } from '../self.ts'
import { endHidingsOf, insertDeclaration, lockPerson, noteActive } from '../store.ts'

/**
 * Signs that one is single, for the months of the rule (J2); signed again it holds from today anew. Only after the consent, and in the text that
 * was read.
 */
export async function declareSingle(
  tx: Tx,
  actor: Actor,
  input: { textVersion: number; single: true },
): Promise<{ holdsUntil: string }> {
  const { personId } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  if (input.textVersion !== declarationVersion) conflict('matchmaking.declaration_changed')
  await mustHaveReached(tx, personId, 'declaration')
  const months = await ruleFor<number>(tx, 'matchmaking.declaration_months', actor.today)
  const holdsUntil = declarationEnd(actor.today, months.value)
  await insertDeclaration(tx, {
    personId,
    signedOn: actor.today,
    holdsUntil,
    textVersion: declarationVersion,
  })
  await endHidingsOf(tx, [personId], 'declaration_lapsed')
  await noteActive(tx, personId)
  await audit(tx, actor, 'matchmaking.declared', {
    kind: 'person',
    id: personId,
    organisationId: null,
    params: { holdsUntil, rule: months.version },
  })
  return { holdsUntil }
}
