import { Type, type Static } from 'typebox'
import { Id, Instant, operation } from './operation.ts'

/** Messages of demo tenants, which never leave the house; empty on a real server. */
export const Outbox = Type.Object({
  demo: Type.Boolean({ description: 'whether this server holds a demo' }),
  items: Type.Array(
    Type.Object({
      id: Id,
      tenantName: Type.String(),
      channel: Type.Union([Type.Literal('sms'), Type.Literal('mail')]),
      purpose: Type.String(),
      recipient: Type.String(),
      subject: Type.String(),
      text: Type.String(),
      sentAt: Instant,
    }),
  ),
})
export type Outbox = Static<typeof Outbox>

/** What became of messages, as counts. `failed`: tried often enough, waiting for somebody to look. */
export const MessageDelivery = Type.Object({
  channels: Type.Array(
    Type.Object({
      channel: Type.String({ description: 'sms or mail' }),
      waiting: Type.Integer(),
      failed: Type.Integer(),
      delivered: Type.Integer(),
      keptInOutbox: Type.Integer(),
      undeliverable: Type.Integer({
        description: 'no gateway is set up, or it refused the message for good',
      }),
    }),
  ),
})
export type MessageDelivery = Static<typeof MessageDelivery>

/** Text messages and mails on their way out. */
export const operations = {
  listOutbox: operation({
    method: 'GET',
    path: '/outbox',
    summary: 'The latest messages of the demo tenants; empty on a real server',
    output: Outbox,
  }),
  getMessageDelivery: operation({
    method: 'GET',
    path: '/messages/delivery',
    summary: 'What became of the messages of the last thirty days, as counts for each channel',
    output: MessageDelivery,
  }),
}
