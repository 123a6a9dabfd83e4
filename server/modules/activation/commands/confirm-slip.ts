import type { ActivationTicket } from '#contract/activation.ts'
import { codePolicy, countToday } from '#server/modules/messages/index.ts'
import { provesTail } from '#server/modules/people/index.ts'
import { audit } from '#server/platform/audit.ts'
import { inPlumbing, inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { AppError, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { giveTicket } from '../give-ticket.ts'
import { slipTries } from '../rules.ts'
import { slipHash } from '../secrets.ts'
import { countSlipTry, endSlips, findSecret, type SecretRow } from '../store.ts'

interface Given {
  slip: string
  documentTail: string
}

/**
 * Proves a printed slip with the end of the document and gives a ticket; the slip stays open until the ticket is used. An unknown slip and
 * a wrong end answer alike; five wrong ends spoil the slip.
 */
export async function confirmActivationSlip(
  platform: Platform,
  { input, address }: { input: Given; address: string },
): Promise<ActivationTicket> {
  const hash = slipHash(platform.keys, input.slip)
  const known = await inPlumbing(platform.pool, async (tx) => {
    const counted = { of: 'slips of address', value: address, perDay: codePolicy.perAddressAndDay }
    if (!(await countToday(tx, platform.keys, counted)))
      throw new AppError('too_many', 'activation.too_many_codes')
    return findSecret(tx, hash, ['slip'])
  })
  if (known === undefined) refuse('activation.slip_wrong')
  const ticket = await inTenant(platform, known.tenantId, (tx) => judge(tx, hash, input.documentTail))
  // After the transaction, so that the wrong try stays counted.
  if (ticket === null) refuse('activation.slip_wrong')
  return ticket
}

async function judge(tx: Tx, hash: Buffer, documentTail: string): Promise<ActivationTicket | null> {
  const slip = await findSecret(tx, hash, ['slip'])
  if (slip === undefined) return null
  if (await provesTail(tx, slip.personId, documentTail)) return giveTicket(tx, slip)
  if ((await countSlipTry(tx, hash)) >= slipTries) await spoil(tx, slip)
  return null
}

async function spoil(tx: Tx, { sourceId }: SecretRow): Promise<void> {
  await endSlips(tx, { slipId: sourceId! }, { outcome: 'spoilt', endedBy: null })
  await audit(tx, null, 'activation.slip_spoilt', {
    kind: 'activation_slip',
    id: sourceId,
    organisationId: null,
  })
}
