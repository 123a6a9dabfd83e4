import { Readable } from 'node:stream'
import { modules } from '#server/app.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The bank gives the first two lines of a paid list back, for a reason of its own: the next list pays the same claims again. */
export async function returnTwoLines(tx: Tx, payer: Actor, batchId: string): Promise<void> {
  const list = routeOf('exportPaymentBatch')
  const returns = routeOf('importPaymentReturns')
  if (list.kind !== 'download' || returns.kind !== 'upload') throw new Error('lists are files')
  // Neither keeps a file: no stored files are asked for.
  const platform = undefined as never
  const { body } = await list.open(tx, payer, { batchId, format: 'csv' } as never, platform)
  const bytes = Buffer.isBuffer(body) ? body : Buffer.concat((await body.toArray()) as Buffer[])
  const lines = bytes.toString('utf8').split(/\r?\n/)
  const heading = lines.findIndex((line) => line.includes('账号'))
  await returns.receive(platform, payer, {
    fields: { batchId },
    fileName: 'returns.csv',
    stream: Readable.from([Buffer.from(lines.slice(0, heading + 3).join('\r\n'))]),
    inTransaction: (work) => work(tx),
  })
}

function routeOf(operationId: string) {
  const route = modules.flatMap(({ routes }) => routes).find((each) => each.operationId === operationId)
  if (route === undefined) throw new Error(`${operationId} is no operation`)
  return route
}
