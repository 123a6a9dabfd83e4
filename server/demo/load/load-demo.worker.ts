import { once } from 'node:events'
import { openPool } from '#server/platform/db/pool.ts'
import { demoMakers } from '../demos.ts'
import { loadTenant } from './load-tenant.ts'
import type { LoadOrder, LoadNews } from './load-order.ts'

/**
 * Making, sealing and writing a hundred thousand people is work for a process of its own: the server answers meanwhile, and the memory
 * it took is given back at its end. It ends when the process that started it is gone.
 */
process.on('disconnect', () => process.exit(1))
// Ctrl-C reaches every process of the terminal; who started us decides what becomes of the load.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
const [order] = (await once(process, 'message')) as [LoadOrder]
const pool = openPool({ url: order.ownerUrl, connections: 1, clock: order.clock ?? undefined })
const maker = demoMakers.find(({ code }) => code === order.code)!
await loadTenant({ pool, keys: order.keys }, maker, {
  scale: order.scale,
  dataFolder: order.dataFolder,
  progress: async (step, done, total) => {
    process.send?.({ step, done, total } satisfies LoadNews)
  },
})
await pool.end()
process.exit(0)
