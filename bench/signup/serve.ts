// The product's own server on the benchmark's database, as one process or as several on one port that share nothing but PostgreSQL.
import cluster from 'node:cluster'
import { once } from 'node:events'
import { startServer } from '#server/main.ts'
import { readMasterKeys } from '#server/platform/master-keys.ts'

const { databaseUrl, keyFile, dataFolder, workers, port } = JSON.parse(process.env.BENCH_SERVER!) as {
  databaseUrl: string
  keyFile: string
  dataFolder: string
  workers: number
  port: number
}

if (cluster.isPrimary && workers > 1) {
  const forks = Array.from({ length: workers }, () => cluster.fork())
  const urls = await Promise.all(forks.map(async (fork) => String((await once(fork, 'message'))[0])))
  console.log(`ready at ${urls[0]}`)
  process.once('SIGTERM', () => {
    for (const fork of forks) fork.process.kill('SIGTERM')
    void Promise.all(forks.map((fork) => once(fork, 'exit'))).then(() => process.exit(0))
  })
} else {
  const server = await startServer({
    databaseUrl,
    keys: readMasterKeys(keyFile),
    dataFolder,
    host: '127.0.0.1',
    port,
    secureCookies: false,
  })
  if (cluster.isWorker) process.send!(server.url)
  else console.log(`ready at ${server.url}`)
  process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
}
