import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'
import type { CheckResult } from './check.ts'
import { filesMatching, textOf } from './tree.ts'

/** What a document links to or shows in this repository is there. */
export function check(): CheckResult {
  let looked = 0
  const findings: string[] = []
  for (const file of filesMatching('**/*.md')) {
    for (const [, target] of textOf(file).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue
      looked += 1
      if (!existsSync(join(projectRoot, dirname(file), target!)))
        findings.push(`${file} links to ${target}, which is not there`)
    }
  }
  return { looked, findings }
}
