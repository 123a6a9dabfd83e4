import type { Settings } from './settings.ts'

/** Services outside of this machine, as the settings name them; null or empty: not set up. */
export type OutsideServices = Pick<
  Settings,
  'smtpUrl' | 'sms' | 'oidc' | 's3' | 'publicUrl' | 'anchorFolder' | 'anchorMail'
>

/** None of them: for tests, and for commands that send nothing. */
export const noOutsideServices: OutsideServices = {
  smtpUrl: null,
  sms: {},
  oidc: {},
  s3: {},
  publicUrl: null,
  anchorFolder: null,
  anchorMail: null,
}

/** A mail without formatting. */
export interface Mail {
  to: string
  subject: string
  text: string
  attachments?: readonly { filename: string; content: Buffer }[]
}

/**
 * Sends a mail by GONGHUI_SMTP_URL (`smtp://user:password@host:587?from=gonghui@example.cn`; without `from` the user's name is the sender).
 * Only jobs call it: no transaction waits for a mail server. Throws when the server does not take it.
 */
export async function sendMail(smtpUrl: string, mail: Mail): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const url = new URL(smtpUrl)
  const from = url.searchParams.get('from') ?? decodeURIComponent(url.username)
  url.searchParams.delete('from')
  const transport = createTransport(url.href)
  try {
    await transport.sendMail({ from, ...mail, attachments: [...(mail.attachments ?? [])] })
  } finally {
    transport.close()
  }
}
