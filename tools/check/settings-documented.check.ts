import { readSettings } from '#server/platform/settings.ts'
import type { CheckResult } from './check.ts'
import { textOf } from './tree.ts'

const settingsFile = 'server/platform/settings.ts'
const manual = 'docs/operations.md'

/** Every setting the server reads stands in the manual's table with its true default, and the table names no other. */
export function check(): CheckResult {
  const read = settingsRead(textOf(settingsFile))
  const described = settingsDescribed(textOf(manual))
  const defaults = readSettings({}) as unknown as Record<string, unknown>
  const findings = [...described.keys()]
    .filter((name) => !read.has(name))
    .map((name) => `${manual} describes ${name}, which ${settingsFile} does not read`)
  for (const [name, property] of read) {
    const said = described.get(name)
    if (said === undefined) {
      findings.push(`${manual} does not describe ${name}: add a row with its default and meaning`)
      continue
    }
    const value = property === null ? null : defaults[property]
    const isPlain = typeof value === 'number' || (typeof value === 'string' && !value.startsWith('/'))
    if (isPlain && said !== `\`${value}\``)
      findings.push(`${manual} gives ${name} the default ${said}; it is \`${value}\``)
  }
  return { looked: read.size, findings }
}

/** Names of the environment with the property they are read into, or null where several names make one property. */
function settingsRead(text: string): Map<string, string | null> {
  const names = [...text.matchAll(/'([A-Z][A-Z0-9]*_[A-Z0-9_]+|PORT|HOST)'/g)].map(([, name]) => name!)
  const properties = [...text.matchAll(/^ +(\w+): reader\.\w+\(\s*'([A-Z0-9_]+)'/gm)]
  const propertyOf = new Map(properties.map(([, property, name]) => [name!, property!]))
  return new Map(names.map((name) => [name, propertyOf.get(name) ?? null]))
}

/** The first two columns of the manual's table of settings. */
function settingsDescribed(text: string): Map<string, string> {
  const rows = text.matchAll(/^\| (`[A-Z][^|]*) \| ([^|]*) \|/gm)
  return new Map(
    [...rows].flatMap(([, names, standard]) =>
      [...names!.matchAll(/`([A-Z0-9_]+)…?`/g)].map(([, name]) => [name!, standard!.trim()] as const),
    ),
  )
}
