import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'
import { asvsItems } from './asvs-items.ts'
import type { CheckResult } from './check.ts'
import { textOf } from './tree.ts'

const document = 'docs/security.md'

/**
 * The security table speaks of every requirement of ASVS 5.0 up to level 2 exactly once; what is called met names a file of this
 * repository that is there, and a test that it quotes stands in that file.
 */
export function check(): CheckResult {
  const rows = textOf(document)
    .split('\n')
    .map((line) => /^\| (\d+\.\d+\.\d+(?:[ ,–\d.]*\d)?) +\| (\S+) +\| (.*?) *\| (.*?) *\|$/.exec(line))
    .filter((row) => row !== null)
    .map(([, items, status, how, proof]) => ({
      items: itemsOf(items!),
      status: status!,
      how: how!,
      proof: proof!,
    }))
  const seen = rows.flatMap((row) => row.items)
  const findings = [
    ...asvsItems
      .filter((item) => !seen.includes(item))
      .map((item) => `${document}: nothing is said of ${item}`),
    ...seen
      .filter((item, at) => seen.indexOf(item) !== at)
      .map((item) => `${document}: ${item} stands twice`),
    ...seen
      .filter((item) => !asvsItems.includes(item))
      .map((item) => `${document}: there is no ${item} in levels 1 and 2`),
    ...rows.flatMap((row) => proofFaults(row)),
  ]
  return { looked: rows.length, findings }
}

interface Row {
  items: string[]
  status: string
  how: string
  proof: string
}

function proofFaults({ items, status, how, proof }: Row): string[] {
  const at = `${document}: ${items[0]}`
  if (!['met', 'part', 'gap', 'n.a.'].includes(status)) return [`${at}: “${status}” is no state`]
  if (how === '') return [`${at}: says nothing`]
  const files = [...proof.matchAll(/`([^`]+)`(?: “([^”]+)”)?/g)]
  if (status === 'met' && files.length === 0) return [`${at} is called met and names no proof`]
  return files.flatMap(([, file, test]) => {
    if (!existsSync(join(projectRoot, file!))) return [`${at}: ${file} is not there`]
    return test !== undefined && !textOf(file!).includes(test) ? [`${at}: ${file} has no test “${test}”`] : []
  })
}

/** `1.2.3`, `1.2.3, 1.2.5` and `17.1.1–17.3.2` (everything between the two in the order of the standard). */
function itemsOf(text: string): string[] {
  return text.split(', ').flatMap((part) => {
    const [first, last] = part.split('–')
    if (last === undefined) return [first!]
    return asvsItems.slice(asvsItems.indexOf(first!), asvsItems.indexOf(last) + 1)
  })
}
