import { sql } from 'kysely'
import type { OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/activation.ts'
import { codePolicy, countToday } from '#server/modules/messages/index.ts'
import { inPlumbing, inTenantReading } from '#server/platform/db/transaction.ts'
import { AppError, found, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { secretHash } from '../secrets.ts'
import { findSecret } from '../store.ts'

type Answer = OutputOf<(typeof operations)['openInvitation']>

/** Whom the invitation behind a link is for, told to whoever holds its token. Unknown, used, revoked and expired answer alike. */
export async function openInvitation(
  platform: Platform,
  { token, address }: { token: string; address: string },
): Promise<Answer> {
  const secret = await inPlumbing(platform.pool, async (tx) => {
    const counted = { of: 'invitations of address', value: address, perDay: codePolicy.perAddressAndDay }
    if (!(await countToday(tx, platform.keys, counted)))
      throw new AppError('too_many', 'activation.too_many_codes')
    return findSecret(tx, secretHash(platform.keys, token), ['invitation'])
  })
  if (secret === undefined) refuse('activation.ticket_over')
  return inTenantReading(platform, secret.tenantId, async (tx) => {
    const { rows } = await sql<Answer>`
      select p.name, a.post, o.name as "organisationName",
        exists (select from accounts x where x.tenant_id = i.tenant_id and x.person_id = i.person_id) as "hasAccount"
      from invitations i
      join persons p on p.tenant_id = i.tenant_id and p.id = i.person_id
      join appointments a on a.tenant_id = i.tenant_id and a.appointment_id = i.appointment_id and a.superseded_at is null
      cross join lateral (
        select name from organisation_profiles x where x.tenant_id = i.tenant_id and x.organisation_id = i.organisation_id and x.superseded_at is null
        order by x.starts_on desc limit 1) o
      where i.tenant_id = ${tx.tenantId} and i.id = ${secret.sourceId}`.execute(tx)
    return found(rows[0])
  })
}
