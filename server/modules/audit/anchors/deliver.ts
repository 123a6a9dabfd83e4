import { sendMail } from '#server/platform/mail.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Delivery } from '../store.ts'
import { shortDigest } from '#contract/audit-digest.ts'
import { keepInFolder } from './folder.ts'
import type { MadeAnchor } from './make.ts'

/** Takes an anchor to every place outside that is set up, one after the other, and says of each whether it got there. */
export async function takeOutside(platform: Platform, anchor: MadeAnchor): Promise<Delivery[]> {
  const { anchorFolder, anchorMail, smtpUrl } = platform.outside
  const deliveries: Delivery[] = []
  const tryPlace = async (place: Delivery['place'], take: () => Promise<void>) => {
    const outcome = await take().then(
      () => 'kept' as const,
      (error: unknown) => {
        platform.log.error(`anchor to ${place}`, error)
        return 'failed' as const
      },
    )
    deliveries.push({ place, outcome })
  }
  if (anchorFolder !== null)
    await tryPlace('folder', () => keepInFolder(anchorFolder, anchor.fileName, anchor.text))
  if (anchorMail !== null && smtpUrl !== null)
    await tryPlace('mail', () => sendMail(smtpUrl, mailOf(anchorMail, anchor)))
  return deliveries
}

function mailOf(to: string, { tenant, number, digest, fileName, text }: MadeAnchor) {
  const short = shortDigest(digest)
  return {
    to,
    subject: `审计日志存证 ${number} · ${tenant.name} · Audit anchor ${number}`,
    text: [
      `${tenant.name} 审计日志第 ${number} 号存证，校验码：${short}`,
      '请保存附件，不要修改。核对日志时，把它交给审计管理员。',
      '',
      `Anchor ${number} of the audit log of ${tenant.name}, check code: ${short}`,
      'Keep the attached file as it is. The audit administrator compares the log with it.',
      '',
    ].join('\n'),
    attachments: [{ filename: fileName, content: Buffer.from(text) }],
  }
}
