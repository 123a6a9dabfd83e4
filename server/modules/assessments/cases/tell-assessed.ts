import { ownMobile, sendMessage } from '#server/modules/messages/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

const approved = {
  subject: '考核结果',
  text: '您的考核结果已经审批。请登录工会手机端“服务—我的考核”查看；有异议的，可在规定天数内申诉一次。',
}
const decided = {
  subject: '考核申诉',
  text: '您的考核申诉已有处理结果，请登录工会手机端“服务—我的考核”查看。',
}

/** Tells the assessed person that there is something to read. What it is stands on their own page only. */
export async function tellAssessed(tx: Tx, personId: string, what: 'approved' | 'decided'): Promise<void> {
  const recipient = await ownMobile(tx, personId)
  if (recipient === null) return
  await sendMessage(tx, {
    channel: 'sms',
    purpose: `assessments.${what}`,
    personId,
    recipient,
    ...(what === 'approved' ? approved : decided),
    values: {},
  })
}
