import { inTenant } from '#server/platform/db/transaction.ts'
import { sendMail, type OutsideServices } from '#server/platform/mail.ts'
import type { Platform } from '#server/platform/platform.ts'
import { publicUrlMark } from './send-message.ts'
import { openMessage, type OpenMessage } from './queries/message.ts'
import { GatewayRefusal, handToGateway } from './sms-gateway.ts'
import { endMessage, eraseContent, type Outcome } from './store.ts'

/**
 * The job: hands a message to its adapter outside of any transaction, then notes the outcome and erases the text. An adapter that fails makes
 * the job fail, which is tried again; one that refuses for good ends the message.
 */
export async function deliver(
  platform: Platform,
  { tenantId, messageId }: { tenantId: string; messageId: string },
): Promise<Outcome | 'ended before'> {
  const message = await inTenant(platform, tenantId, (tx) => openMessage(tx, messageId))
  if (message === null) return 'ended before'
  const outcome = await handOver(platform.outside, message)
  await inTenant(platform, tenantId, async (tx) => {
    await endMessage(tx, { message_id: messageId, outcome })
    if (outcome !== 'kept_in_outbox') await eraseContent(tx, messageId)
  })
  return outcome
}

/** Numbers of invented people may be somebody's: nothing of a demo ever leaves the house. */
async function handOver(outside: OutsideServices, message: OpenMessage): Promise<Outcome> {
  if (message.tenantKind === 'demo') return 'kept_in_outbox'
  const { id, recipient, subject } = message
  const text = withAddress(message.text, outside)
  if (text === null) return 'undeliverable'
  if (message.channel === 'mail') {
    if (outside.smtpUrl === null) return 'undeliverable'
    await sendMail(outside.smtpUrl, { to: recipient, subject, text })
    return 'delivered'
  }
  if (outside.sms.URL === undefined) return 'undeliverable'
  const { purpose } = message
  const values = Object.fromEntries(
    Object.entries(message.values).map(([name, value]) => [name, withAddress(value, outside) ?? '']),
  )
  return handToGateway(outside.sms, { id, to: recipient, purpose, text, values }).then(
    () => 'delivered',
    (error: unknown) => {
      if (error instanceof GatewayRefusal) return 'undeliverable'
      throw error
    },
  )
}

/** Puts our own address where a text leaves room for it; null where it does and GONGHUI_PUBLIC_URL is not set. */
function withAddress(text: string, { publicUrl }: OutsideServices): string | null {
  if (!text.includes(publicUrlMark)) return text
  return publicUrl === null ? null : text.replaceAll(publicUrlMark, publicUrl.replace(/\/$/, ''))
}
