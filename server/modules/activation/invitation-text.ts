import type { NewMessage } from '#server/modules/messages/index.ts'

/**
 * What an invitation says, by mail or text message: a link and nothing personal. `{publicUrl}` stands for the server's address, which only the
 * job knows.
 */
export function invitationText({
  token,
  days,
}: {
  token: string
  days: number
}): Pick<NewMessage, 'subject' | 'text' | 'values'> {
  const link = `{publicUrl}/activate#invitation=${token}`
  return {
    subject: '开通工会账号 · Open your Gonghui account',
    text: `工会邀请您开通工作账号：${link} ，${days} 天内有效，只能使用一次，请勿转发。`,
    values: { link, days: String(days) },
  }
}
