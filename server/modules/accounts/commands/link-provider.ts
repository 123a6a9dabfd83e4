import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/provider.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { takeChallenge } from '../challenges.ts'
import { mustHaveGivenPassword } from '../due.ts'
import { departure, knownByAnswer, mustHaveProvider, type ProviderQuestion } from '../provider.ts'
import { lockAccount } from '../store.ts'
import { insertProviderLink, providerLinkOf, removeProviderLink } from '../store-provider.ts'
import { tellHolder } from '../tell-holder.ts'

/** Begins linking one's own account: the browser leaves for the provider. The password must have been given lately. */
export async function startProviderLink(
  platform: Platform,
  actor: Actor,
  requestOrigin: string,
): Promise<{ flowId: string; redirectTo: string }> {
  const provider = mustHaveProvider(platform)
  await inTenant(platform, actor.tenantId, async (tx) => {
    await mustHaveGivenPassword(tx, actor)
    await mustBeItsTenant(tx, provider.tenant)
  })
  return departure(platform, requestOrigin, actor.accountId)
}

/** Links one's own account with who the provider says one is. Once, by the person themselves: never by a mail address. */
export async function linkProvider(
  platform: Platform,
  actor: Actor,
  input: InputOf<(typeof operations)['linkProvider']>,
): Promise<Record<string, never>> {
  const question = await takeChallenge<ProviderQuestion>(platform, 'provider', input.flowId)
  if (question.accountId !== actor.accountId) refuse('sessions.too_late')
  const known = await knownByAnswer(platform, question, input.answer)
  if (known === null) refuse('sessions.provider_wrong')
  await inTenant(platform, actor.tenantId, async (tx) => {
    const account = found(await lockAccount(tx, actor.accountId))
    await mustHaveGivenPassword(tx, actor)
    if ((await providerLinkOf(tx, account.id)) !== null) conflict('sessions.provider_linked')
    if (!(await insertProviderLink(tx, account.id, known.subjectHash)))
      conflict('sessions.provider_linked_elsewhere')
    await tellHolder(tx, account.person_id)
    await audit(tx, actor, 'sessions.provider_linked', {
      kind: 'account',
      id: account.id,
      organisationId: null,
    })
  })
  return {}
}

/** Takes the link with the provider back. */
export async function unlinkProvider(tx: Tx, actor: Actor): Promise<Record<string, never>> {
  await mustHaveGivenPassword(tx, actor)
  if (!(await removeProviderLink(tx, actor.accountId))) notFound()
  await audit(tx, actor, 'sessions.provider_unlinked', {
    kind: 'account',
    id: actor.accountId,
    organisationId: null,
  })
  return {}
}

async function mustBeItsTenant(tx: Tx, code: string | null): Promise<void> {
  if (code === null) return
  const tenant = await tx
    .selectFrom('tenants')
    .select('code')
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  if (tenant.code !== code) notFound()
}
