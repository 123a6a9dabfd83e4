import { createHmac } from 'node:crypto'

/** A text message as the gateway is asked to send it. */
export interface TextMessage {
  /** The same for each attempt: a gateway that has seen it sends nothing twice. */
  id: string
  to: string
  /** The gateway's template: the setting for this purpose, or the purpose itself. */
  purpose: string
  text: string
  values: Record<string, string>
}

/** Settings by the rest of their name: `URL` and `KEY`, and optionally `SIGN` and `TEMPLATE_…`. */
export type SmsSettings = Record<string, string>

/** The gateway will never send this message, however often it is asked. */
export class GatewayRefusal extends Error {}

const timeoutMilliseconds = 10_000

/**
 * Hands a text message to the gateway at GONGHUI_SMS_URL: a JSON POST with `x-gonghui-signature`, the hex HMAC-SHA256 under GONGHUI_SMS_KEY
 * of "timestamp.body". Any 2xx means taken; 400, 404 and 422 mean that it never will be (refused for good); everything else is an accident that is tried again.
 */
export async function handToGateway(settings: SmsSettings, message: TextMessage): Promise<void> {
  const { id, to, purpose, text, values } = message
  const template = settings[`TEMPLATE_${purpose.replace('.', '_').toUpperCase()}`] ?? purpose
  const body = JSON.stringify({ id, to, sign: settings.SIGN ?? '', template, values, text })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const answer = await fetch(settings.URL!, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMilliseconds),
    headers: {
      'content-type': 'application/json',
      'x-gonghui-timestamp': timestamp,
      'x-gonghui-signature': createHmac('sha256', settings.KEY ?? '')
        .update(`${timestamp}.${body}`)
        .digest('hex'),
    },
    body,
  })
  await answer.body?.cancel()
  if (answer.ok) return
  if ([400, 404, 422].includes(answer.status))
    throw new GatewayRefusal(`the SMS gateway answered ${answer.status}`)
  throw new Error(`the SMS gateway answered ${answer.status}`)
}
