import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'
import type { CheckResult } from './check.ts'
import { filesMatching, textOf } from './tree.ts'

/** The most lines that each kind of file may have. Generated files are exempt. */
const limits: [pattern: string, lines: number][] = [
  ['{contract,server,web,e2e,bench,tools}/**/*.{ts,tsx,mjs,css}', 300],
  ['server/modules/*/README.md', 40],
  ['README*.md', 150],
]

const generated = /\.generated\.ts$|^server\/db\/types\.ts$/

/** Files stay small enough to be read in one go, and every module explains itself. */
export function check(): CheckResult {
  let looked = 0
  const findings: string[] = []
  for (const [pattern, lines] of limits) {
    for (const file of filesMatching(pattern).filter((path) => !generated.test(path))) {
      looked += 1
      const length = textOf(file).trimEnd().split('\n').length
      if (length > lines) findings.push(`${file} has ${length} lines; at most ${lines}: divide it by subject`)
    }
  }
  for (const module of new Set(filesMatching('server/modules/*/*.ts').map((file) => file.split('/')[2]))) {
    looked += 1
    const readme = `server/modules/${module}/README.md`
    if (!existsSync(join(projectRoot, readme)))
      findings.push(`${readme} is missing: terms, tables, states, invariants, what others may call`)
  }
  return { looked, findings }
}
