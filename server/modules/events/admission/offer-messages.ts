import { ownMobile, sendMessage } from '#server/modules/messages/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { EventAtPlaces, Registration } from './store.ts'

/** Tells everybody who was offered a place, where they have a mobile on file: until when, and where to answer. */
export async function tellOffers(
  tx: Tx,
  event: EventAtPlaces,
  offered: readonly Registration[],
): Promise<void> {
  for (const { personId, offeredUntil } of offered) {
    const recipient = await ownMobile(tx, personId)
    if (recipient === null || offeredUntil === null) continue
    const until = shanghaiTime.format(offeredUntil)
    await sendMessage(tx, {
      channel: 'sms',
      purpose: 'event_offer',
      personId,
      recipient,
      subject: '',
      text: `【工会】您候补的活动“${event.title}”有名额了，请在${until}前到手机“活动”里确认，过时名额让给下一位。A place is free for you: please answer before ${until}.`,
      values: { until },
    })
  }
}

const shanghaiTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
