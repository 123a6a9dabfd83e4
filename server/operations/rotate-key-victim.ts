/** A process for the test of interrupted rotations: rotates the key of a database and dies at its n-th word. */
import pg from 'pg'
import { rotateKey } from './rotate-key.ts'

const [databaseUrl, keyPath, lastWord] = process.argv.slice(2) as [string, string, string]
const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
let words = 0
const progress = () => {
  words += 1
  if (words === Number(lastWord)) process.kill(process.pid, 'SIGKILL')
}
await rotateKey({ pool, keyPath, graceMilliseconds: 0, progress })
