import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the checkout, whether the code runs from its sources or from `build/`: assets such as migrations lie below it. */
export const projectRoot: string = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('Gonghui cannot find its own folder: package-lock.json is missing.')
  return findRoot(parent)
}
