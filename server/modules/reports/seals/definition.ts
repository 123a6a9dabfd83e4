import { createHash } from 'node:crypto'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'

/** The parts of a definition, by the names findings use. */
export type DefinitionParts = Readonly<Record<string, string>>

/**
 * A definition as text: what it is called, what it says it counts, how, and the select of its rows with its fixed values. The same
 * for every question and every tenant, so that its hash names the definition and nothing else.
 */
export function definitionBody(tx: Tx, definition: MeasureDefinition): string {
  const { sql, parameters } = definition
    .rows(tx, { asOf: '2000-01-01', knownAt: '2000-01-01T00:00:00Z' })
    .compile(tx)
  const parts: DefinitionParts = {
    name: definition.name,
    zh: definition.zh,
    en: definition.en,
    unit: definition.unit,
    definitionZh: definition.definitionZh,
    definitionEn: definition.definitionEn,
    counting: definition.counting,
    counts: definition.counts,
    breakdowns: definition.breakdowns.join(' '),
    select: sql.replace(/\s+/g, ' '),
    parameters: JSON.stringify(parameters.map((each) => (each === tx.tenantId ? 'tenant' : each))),
  }
  return JSON.stringify(parts)
}

/** The name of a definition: the SHA-256 of its text. */
export function fingerprintOf(body: string): Buffer {
  return createHash('sha256').update(body).digest()
}

/** The parts of a kept definition; none where its text can no longer be read. */
export function partsOf(body: string): DefinitionParts {
  try {
    return JSON.parse(body) as DefinitionParts
  } catch {
    return {}
  }
}

/** The parts in which two definitions differ. */
export function differingParts(one: DefinitionParts, other: DefinitionParts): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name] !== other[name])
}
