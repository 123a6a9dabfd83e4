import { t } from './texts.ts'

/** How an account stands, in words. */
export function stateName(state: 'none' | 'slip' | 'invited' | 'active' | 'closed'): string {
  return t(state)
}

/** By what an invitation was sent. */
export function channelName(channel: string): string {
  return channel === 'sms' ? t('sms') : channel === 'mail' ? t('mail') : t('paper')
}
