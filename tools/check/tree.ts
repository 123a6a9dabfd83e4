import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'

const skipped = new Set(['node_modules', 'build', 'data', 'shots', '.git'])

/** Paths of the tree's files that match, without installed, built and stored ones. */
export function filesMatching(pattern: string): string[] {
  const entries = globSync(pattern, {
    cwd: projectRoot,
    withFileTypes: true,
    exclude: (entry) => skipped.has(entry.name),
  })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1)).sort()
}

/** The text of a file of the tree. */
export function textOf(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8')
}
