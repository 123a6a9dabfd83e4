/** A process for the crash test: opens the cluster of a folder, writes numbers one by one, and says each once it is committed. */
import { writeSync } from 'node:fs'
import pg from 'pg'
import { startCluster } from './index.ts'

const cluster = await startCluster(process.argv[2]!, 'durable')
const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
await client.connect()
await client.query('create table if not exists numbers (number bigint primary key)')
const { rows } = await client.query('select coalesce(max(number), 0)::int as last from numbers')
for (let number = rows[0].last + 1; ; number += 1) {
  await client.query('insert into numbers values ($1)', [number])
  writeSync(1, `${number}\n`)
}
