// Runs beside `npm ci` and says every ten seconds that it still works; ends by itself when its parent is gone.
import { readdirSync } from 'node:fs'

const parent = process.ppid
const started = Date.now()

setInterval(() => {
  if (process.ppid !== parent) process.exit()
  console.error(`  ${Math.round((Date.now() - started) / 1000)} s, ${countPackages()} packages unpacked`)
}, 10_000)

function countPackages() {
  try {
    return readdirSync('node_modules').length
  } catch {
    return 0
  }
}
