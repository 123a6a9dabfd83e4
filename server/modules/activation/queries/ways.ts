import type { ActivationWays } from '#contract/activation.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'

/** Which ways of activation this server has; in a demo messages go to its outbox. */
export async function activationWays(platform: Platform): Promise<ActivationWays> {
  const demo = await inPlumbing(platform.pool, (tx) =>
    tx.selectFrom('tenants').select('id').where('kind', '=', 'demo').limit(1).executeTakeFirst(),
  )
  const { sms, smtpUrl, publicUrl } = platform.outside
  return {
    code: demo !== undefined || sms.URL !== undefined,
    mail: demo !== undefined || smtpUrl !== null,
    demo: demo !== undefined,
    publicUrl: publicUrl?.replace(/\/$/, '') ?? null,
  }
}
