import { ownMobile, sendMessage } from '#server/modules/messages/index.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { enqueueJob, type JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { participants } from './queries/participants.ts'

export const tellResultsKind = 'matchmaking.tell_results'

/** Tells everybody who came that there are results, after the commit, by a job: whether they found somebody or not, with the same words. */
export async function tellResults(tx: Tx, eventId: string): Promise<void> {
  await enqueueJob(tx, null, { kind: tellResultsKind, payload: { eventId } })
}

/** The job: one text for all who checked in, so that neither its coming nor its words tell of anybody. */
export function tellResultsJob(platform: Platform): JobHandler {
  return ({ tenantId, payload }) =>
    inTenant(platform, tenantId!, async (tx) => {
      let told = 0
      for (const { personId } of await participants(tx, payload.eventId!)) {
        const recipient = await ownMobile(tx, personId)
        if (recipient === null) continue
        await sendMessage(tx, {
          channel: 'sms',
          purpose: 'matchmaking.results',
          personId,
          recipient,
          ...results,
        })
        told += 1
      }
      return { told }
    })
}

// What it is about may itself be private: the words name no event.
const results = {
  subject: '活动消息',
  text: '您参加的一场工会活动有了新消息。请登录工会手机端“活动”查看。',
  values: {},
}
