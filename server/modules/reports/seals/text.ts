import { createHash } from 'node:crypto'

/** Everything of a figure that its hash covers, as it stands in `sealed_figures`; hashes in hex. */
export interface FigureText {
  number: number
  measure: string
  definition: string
  organisationId: string
  organisationName: string
  asOf: string
  from: string | null
  to: string | null
  by: string | null
  total: number
  groups: string | null
  rowCount: number
  rowsHash: string
}

/** Everything of a report that its seal covers; instants with microseconds in UTC, figures by their hashes in hex. */
export interface ReportText {
  id: string
  organisationId: string
  title: string
  correctsId: string | null
  version: number
  knownAt: string
  sealedAt: string
  sealedBy: string
  figures: readonly string[]
}

/** The hash of a figure, in hex. */
export function hashFigure(figure: FigureText): string {
  return hashOf([
    'figure 1',
    figure.number,
    figure.measure,
    figure.definition,
    figure.organisationId,
    figure.organisationName,
    figure.asOf,
    figure.from,
    figure.to,
    figure.by,
    figure.total,
    figure.groups,
    figure.rowCount,
    figure.rowsHash,
  ])
}

/** The seal of a report: a hash over its place in the chain, the seal before it, and all it says; in hex. */
export function hashSeal(place: { number: number; previous: string }, report: ReportText): string {
  return hashOf([
    'seal 1',
    place.number,
    place.previous,
    report.id,
    report.organisationId,
    report.title,
    report.correctsId,
    report.version,
    report.knownAt,
    report.sealedAt,
    report.sealedBy,
    ...report.figures,
  ])
}

/** What stands before the first seal of a tenant. */
export const noSeal = '0'.repeat(64)

function hashOf(parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
