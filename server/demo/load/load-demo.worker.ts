import { parentPort, workerData } from 'node:worker_threads'
import { openPool } from '#server/platform/db/pool.ts'
import { demoMakers } from '../demos.ts'
import { loadTenant } from './load-tenant.ts'
import type { LoadOrder, LoadNews } from './load-order.ts'

/** Making, sealing and writing a hundred thousand people is work for a thread of its own: the server answers meanwhile. */
const order = workerData as LoadOrder
const pool = openPool({ url: order.ownerUrl, connections: 1, clock: order.clock ?? undefined })
// What crosses between threads loses its class: keys come as plain bytes.
const keys = {
  currentId: order.keys.currentId,
  byId: new Map([...order.keys.byId].map(([id, key]) => [id, Buffer.from(key)])),
  hashKey: Buffer.from(order.keys.hashKey),
}
const maker = demoMakers.find(({ code }) => code === order.code)!
await loadTenant({ pool, keys }, maker, {
  scale: order.scale,
  progress: async (step, done, total) => parentPort?.postMessage({ step, done, total } satisfies LoadNews),
})
await pool.end()
