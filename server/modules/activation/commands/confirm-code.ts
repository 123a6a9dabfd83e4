import type { CodeAnswer } from '#contract/activation.ts'
import { checkCode } from '#server/modules/messages/index.ts'
import { inPlumbing, inTenant } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { giveTicket } from '../give-ticket.ts'
import { codePurpose } from './request-code.ts'

/** Tries a code against its request; the try is committed before anything else happens. The right one gives a ticket. */
export async function confirmActivationCode(
  platform: Platform,
  { requestId, code }: { requestId: string; code: string },
): Promise<CodeAnswer> {
  const outcome = await inPlumbing(platform.pool, (tx) =>
    checkCode(tx, platform.keys, { id: requestId, purpose: codePurpose, code }),
  )
  if (outcome.is !== 'right')
    return { outcome: outcome.is, triesLeft: outcome.is === 'wrong' ? outcome.triesLeft : 0, proof: null }
  const { tenantId, personId } = outcome.holder
  const proof = await inTenant(platform, tenantId, (tx) =>
    giveTicket(tx, { personId, source: 'code', sourceId: null }),
  )
  return { outcome: 'right', triesLeft: 0, proof }
}
