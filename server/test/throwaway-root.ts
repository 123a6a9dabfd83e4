import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const memory = '/dev/shm'
const roomyBytes = 5 * 1024 ** 3

/** Where databases of tests stand: in memory where there is room for them, as copying one means making two thousand files; else with other temporary files. */
export function throwawayRoot(): string {
  try {
    const { bavail, bsize } = statfsSync(memory)
    if (bavail * bsize >= roomyBytes) return memory
  } catch {
    // A system without it.
  }
  return tmpdir()
}
