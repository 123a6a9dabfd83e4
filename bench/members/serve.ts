// The product's own server on the benchmark's database.
import { startServer } from '#server/main.ts'
import { readMasterKeys } from '#server/platform/master-keys.ts'

const { databaseUrl, keyFile, dataFolder } = JSON.parse(process.env.BENCH_SERVER!) as Record<string, string>
const server = await startServer({
  databaseUrl: databaseUrl!,
  keys: readMasterKeys(keyFile!),
  dataFolder: dataFolder!,
  host: '127.0.0.1',
  port: 0,
  secureCookies: false,
})
console.log(`ready at ${server.url}`)
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
