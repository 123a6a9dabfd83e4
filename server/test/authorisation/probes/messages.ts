import { get, type Probe } from '../probe.ts'

/** Messages on their way out. */
export const messageProbes: Record<string, Probe> = {
  listOutbox: { is: 'sign in and out', plain: () => get('/outbox') },
  getMessageDelivery: { is: 'see how messages fare', plain: () => get('/messages/delivery') },
}
