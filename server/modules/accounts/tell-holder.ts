import { ownMobile, sendMessage } from '#server/modules/messages/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Tells the holder, by a text message to the mobile on their file, that their sign-in was changed: whoever did not do it notices. It says
 * nothing of what or where, and nobody without a mobile is told.
 */
export async function tellHolder(tx: Tx, personId: string): Promise<void> {
  const recipient = await ownMobile(tx, personId)
  if (recipient === null) return
  await sendMessage(tx, {
    channel: 'sms',
    purpose: 'sign_in_changed',
    personId,
    recipient,
    subject: '登录方式已修改',
    text: '您的工会账号刚刚修改了登录方式。不是您本人操作的，请马上联系单位工会或安全管理员。',
    values: {},
  })
}
