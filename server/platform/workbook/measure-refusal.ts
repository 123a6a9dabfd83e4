// Opens the file named on the command line in this fresh process and prints how it was refused and what that took.
import { openWorkbook, WorkbookRefusal } from './index.ts'

const before = process.resourceUsage().maxRSS
const start = performance.now()
const reason = await refusalOf(process.argv[2] as string)
const milliseconds = Math.round(performance.now() - start)
const grownMiB = Math.round((process.resourceUsage().maxRSS - before) / 1024)
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
