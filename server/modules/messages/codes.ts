import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import { keyedHash, type MasterKeys } from '#server/platform/crypto.ts'
import { inPlumbing, inTenant, type PlumbingTx, type Tx } from '#server/platform/db/transaction.ts'
import { enqueuePlumbingJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { countToday } from './daily-counts.ts'
import { ownMobile } from './queries/own-mobile.ts'
import { codePolicy } from './rules.ts'
import { sendMessage } from './send-message.ts'
import { countTry, insertCodeRequest, lockCodeRequest, setCodeHash, useCode } from './store.ts'

/** Whom a code is for. */
export interface CodeHolder {
  tenantId: string
  personId: string
}

/** The kind of the job that makes a code and sends it. */
export const makeCodeJobKind = 'messages.make_code'

/**
 * Opens a request for a one-time code to the person's own mobile; `holder` null: to nobody. Both leave one row and one job and cost the same
 * time, so that whoever asks learns nothing. Returns the id the code must be brought back with.
 */
export async function requestCode(
  tx: PlumbingTx,
  { purpose, holder }: { purpose: string; holder: CodeHolder | null },
): Promise<string> {
  const id = randomUUID()
  await insertCodeRequest(tx, {
    id,
    purpose,
    tenant_id: holder?.tenantId ?? null,
    person_id: holder?.personId ?? null,
  })
  await enqueuePlumbingJob(tx, { kind: makeCodeJobKind, payload: { codeId: id, purpose } })
  return id
}

/** What came of a try. A code that was never sent is wrong like any other. */
export type CodeOutcome =
  { is: 'right'; holder: CodeHolder } | { is: 'wrong'; triesLeft: number } | { is: 'spent' }

/**
 * Tries a code against its request. The try is counted under the row's lock, so it must be committed: answer a wrong one after the
 * transaction, not by an error inside it. Unknown, expired, used and over-tried requests are all `spent`.
 */
export async function checkCode(
  tx: PlumbingTx | Tx,
  keys: MasterKeys,
  given: { id: string; purpose: string; code: string },
): Promise<CodeOutcome> {
  const request = await lockCodeRequest(tx, given)
  if (request === undefined || !request.open || request.tries >= codePolicy.tries) return { is: 'spent' }
  const hash = codeHash(keys, given)
  const { tenant_id: tenantId, person_id: personId } = request
  // Compared with something of the same length where no code was made: both take alike.
  const matches = timingSafeEqual(request.code_hash ?? Buffer.alloc(hash.length), hash)
  if (!matches || request.code_hash === null || tenantId === null || personId === null) {
    await countTry(tx, given.id)
    return { is: 'wrong', triesLeft: codePolicy.tries - request.tries - 1 }
  }
  await useCode(tx, given.id)
  return { is: 'right', holder: { tenantId, personId } }
}

/**
 * The job: makes the code of a request and sends it to the mobile on the person's file. Nothing for a request without a person, for one
 * already served, and beyond the organisation's daily cap.
 */
export async function makeCode(
  platform: Platform,
  { codeId, purpose }: { codeId: string; purpose: string },
): Promise<void> {
  const request = await inPlumbing(platform.pool, (tx) => lockCodeRequest(tx, { id: codeId, purpose }))
  const { tenant_id: tenantId, person_id: personId } = request ?? {}
  if (!tenantId || !personId) return
  await inTenant(platform, tenantId, async (tx) => {
    const locked = await lockCodeRequest(tx, { id: codeId, purpose })
    if (!locked?.open || locked.code_hash !== null) return
    const mobile = await ownMobile(tx, personId)
    if (mobile === null || !(await withinCap(tx))) return
    const code = newCode()
    await setCodeHash(tx, codeId, codeHash(tx.keys, { id: codeId, purpose, code }))
    await sendMessage(tx, {
      channel: 'sms',
      purpose,
      personId,
      recipient: mobile,
      subject: '',
      text: `验证码 ${code}，${codePolicy.minutes} 分钟内有效。请勿告诉他人，工作人员不会向您索要。`,
      values: { code, minutes: String(codePolicy.minutes) },
    })
  })
}

function withinCap(tx: Tx): Promise<boolean> {
  const { perOrganisationAndDay } = codePolicy
  return countToday(tx, tx.keys, { of: 'codes of tenant', value: tx.tenantId, perDay: perOrganisationAndDay })
}

function newCode(): string {
  return String(randomInt(10 ** codePolicy.digits)).padStart(codePolicy.digits, '0')
}

/** Bound to the request and the purpose: the same digits of another request hash differently. */
function codeHash(
  keys: MasterKeys,
  { id, purpose, code }: { id: string; purpose: string; code: string },
): Buffer {
  return keyedHash(keys, 'one-time-code', purpose, `${id}:${code}`)
}
