// Scans one workbook and does nothing with its rows: the floor of every import.
import { openWorkbook } from '#server/platform/workbook/index.ts'

const started = performance.now()
const before = process.cpuUsage()
const workbook = await openWorkbook(process.argv[2]!)
let rows = 0
for (const sheet of workbook.sheets) await sheet.rows(() => (rows += 1))
workbook.close()
const { user, system } = process.cpuUsage(before)
console.log(
  JSON.stringify({
    rows,
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (user + system) / 1e6,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
)
