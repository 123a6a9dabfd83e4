import type { CheckResult } from './check.ts'
import { filesMatching, textOf } from './tree.ts'

// Types are left out: those that stand in an exported function's signature belong to it. So are default exports: pages are found by their file.
const declaration = /^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm

/** Files whose exports are found by name of the file: entries, and tables that a tool reads. */
const readByName =
  /^(server\/commands\/|tools\/check\/.*\.check\.ts$|contract\/|bench\/|e2e\/)|\.config\.ts$|\.d\.ts$|\.generated\.ts$|^server\/db\/types\.ts$/

/** Every exported function and value is used in another file; what only its own file needs is not exported. */
export function check(): CheckResult {
  const files = filesMatching('{contract,server,web,e2e,bench,tools}/**/*.{ts,tsx}')
  const texts = new Map(files.map((file) => [file, textOf(file)]))
  const users = countUsers(texts)
  const findings: string[] = []
  let looked = 0
  for (const [file, text] of texts) {
    if (readByName.test(file)) continue
    for (const [, name] of text.matchAll(declaration)) {
      looked += 1
      if ((users.get(name!) ?? 0) < 2)
        findings.push(`${file}: nobody else uses "${name}": do not export it, or remove it`)
    }
  }
  return { looked, findings }
}

/** In how many files each word stands. */
function countUsers(texts: Map<string, string>): Map<string, number> {
  const users = new Map<string, number>()
  for (const text of texts.values()) {
    for (const word of new Set(text.match(/\w+/g))) users.set(word, (users.get(word) ?? 0) + 1)
  }
  return users
}
