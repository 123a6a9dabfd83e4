import { after } from 'node:test'
import { scratchDatabase } from './scratch-database.ts'
import type { ScratchDatabase } from './scratch-database.ts'

let own: Promise<ScratchDatabase> | undefined

// Here and not at the first call, because a hook set inside a test would run when that test ends.
after(async () => (await own)?.close())

/**
 * The database of this test process: made at the first call, shared by all tests of the file, dropped after the last one.
 * Tests keep apart by tenant; nobody cleans up.
 */
export function testDatabase(): Promise<ScratchDatabase> {
  own ??= scratchDatabase()
  return own
}
