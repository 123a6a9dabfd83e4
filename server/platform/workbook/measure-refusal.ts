// Opens the file named on the command line in this fresh process and prints how it was refused and what that took.
import { readFileSync } from 'node:fs'
import { openWorkbook, WorkbookRefusal } from './index.ts'

const before = peakKiB()
const start = performance.now()
const reason = await refusalOf(process.argv[2] as string)
const milliseconds = Math.round(performance.now() - start)
const grownMiB = Math.round((peakKiB() - before) / 1024)
process.stdout.write(JSON.stringify({ reason, milliseconds, grownMiB }))

async function refusalOf(path: string): Promise<string | null> {
  try {
    const book = await openWorkbook(path)
    for (const sheet of book.sheets) await sheet.rows(() => {})
    return null
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.reason
    throw error
  }
}

/** The kernel's own high-water mark; `resourceUsage` would start from the parent's. */
function peakKiB(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}
