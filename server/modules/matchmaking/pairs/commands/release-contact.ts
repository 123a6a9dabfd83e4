import type { ContactField, OwnMatch } from '#contract/matchmaking-pairs.ts'
import { ownMobile } from '#server/modules/messages/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { openText, sealText } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { insertRelease, ownKey, releasedBy, revokeRelease } from '../contact-store.ts'
import { mustSeeInterest, type OwnInterest } from '../own-interest.ts'
import { ownMatch } from '../queries/own-matches.ts'

/**
 * What the other of a pair may see from now on, each field by itself; what is left out is taken back at once. Nobody is asked what the other
 * lets one see.
 */
export async function releaseContact(
  tx: Tx,
  actor: Actor,
  input: { interestId: string; fields: readonly ContactField[]; wechat: string | null },
): Promise<OwnMatch> {
  const interest = await mustSeeInterest(tx, actor, input.interestId)
  const wechat = input.wechat?.trim() ?? ''
  const wanted = new Set(input.fields)
  if (wanted.has('wechat') && wechat === '') invalid([{ path: 'wechat', code: 'field.required' }])
  const key = await ownKey(tx, interest.selfId)
  const released = (await releasedBy(tx, interest.selfId)).filter(
    (each) => each.interestId === interest.interestId,
  )
  for (const { field, value } of released) {
    const isStale = !wanted.has(field) || (field === 'wechat' && openText(key, value) !== wechat)
    if (isStale) await takeBack(tx, { actor, interest }, field)
    else wanted.delete(field)
  }
  for (const field of wanted) {
    const value = sealText(key, await valueOf(tx, interest.selfId, { field, wechat }))
    await insertRelease(tx, { interestId: interest.interestId, personId: interest.selfId, field, value })
    await audit(tx, actor, 'matchmaking.contact_released', subjectOf(interest, field))
  }
  return ownMatch(tx, actor, input.interestId)
}

async function takeBack(
  tx: Tx,
  { actor, interest }: { actor: Actor; interest: OwnInterest },
  field: ContactField,
): Promise<void> {
  await revokeRelease(tx, { interestId: interest.interestId, personId: interest.selfId, field })
  await audit(tx, actor, 'matchmaking.contact_revoked', subjectOf(interest, field))
}

async function valueOf(
  tx: Tx,
  personId: string,
  { field, wechat }: { field: ContactField; wechat: string },
): Promise<string> {
  if (field === 'wechat') return wechat
  if (field === 'mobile') return (await ownMobile(tx, personId)) ?? refuse('matchmaking.no_mobile')
  // A picture is read where it stands; the release only says that it may be.
  if (field === 'photo') return ''
  const { name } = await tx
    .selectFrom('persons')
    .select('name')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return name
}

function subjectOf(interest: OwnInterest, field: ContactField) {
  return {
    kind: 'interest',
    id: interest.interestId,
    organisationId: interest.organisationId,
    params: { field },
  }
}
