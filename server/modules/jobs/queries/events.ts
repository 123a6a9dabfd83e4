import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { ServerEvent } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { listOwnJobs } from './job.ts'

const pauseMilliseconds = 500

/** Each own job once as it stands, then again whenever it changes, for `seconds` (300 unless said) or until nobody listens. Browsers reconnect by themselves. */
export async function* jobEvents(
  platform: Platform,
  actor: Actor,
  input: { seconds?: number },
  signal: AbortSignal,
): AsyncIterable<ServerEvent> {
  const until = Date.now() + (input.seconds ?? 300) * 1000
  const sent = new Map<string, string>()
  for (;;) {
    const { items } = await inTenant(platform, actor.tenantId, (tx) => listOwnJobs(tx, actor))
    for (const job of items.toReversed()) {
      const text = JSON.stringify(job)
      if (sent.get(job.id) === text) continue
      sent.set(job.id, text)
      yield { name: 'job', data: job }
    }
    if (Date.now() >= until) return
    await sleep(pauseMilliseconds, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
  }
}
