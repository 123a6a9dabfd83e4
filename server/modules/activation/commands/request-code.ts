import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/activation.ts'
import { codePolicy, countToday, requestCode } from '#server/modules/messages/index.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { findHolder } from '../find-holder.ts'

type Operation = (typeof operations)['requestActivationCode']

/** What codes of this module are for: a code for anything else does not work here. */
export const codePurpose = 'activation.code'

/**
 * Asks for a one-time code. The same answer, after the same work, whether the claim fits somebody or not; the caps of the number and of the
 * address count every request (429).
 */
export async function requestActivationCode(
  platform: Platform,
  { input, address }: { input: InputOf<Operation>; address: string },
): Promise<OutputOf<Operation>> {
  await mustBeWithinCaps(platform, input.mobile, address)
  const holder = await findHolder(platform, input)
  const requestId = await inPlumbing(platform.pool, (tx) => requestCode(tx, { purpose: codePurpose, holder }))
  platform.jobs.wake()
  return { requestId, minutes: codePolicy.minutes }
}

async function mustBeWithinCaps(platform: Platform, mobile: string, address: string): Promise<void> {
  const { perNumberAndDay, perAddressAndDay } = codePolicy
  const { keys } = platform
  const within = await inPlumbing(platform.pool, async (tx) => {
    if (!(await countToday(tx, keys, { of: 'codes of address', value: address, perDay: perAddressAndDay })))
      return false
    return countToday(tx, keys, { of: 'codes of number', value: mobile, perDay: perNumberAndDay })
  })
  if (!within) throw new AppError('too_many', 'activation.too_many_codes')
}
