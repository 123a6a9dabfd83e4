import { fenOfYuan } from './amounts.ts'

/** Wages pasted from a sheet, one a line, in fen; or the number of the first line that is no sum. Empty lines are left out. */
export function wagesOf(text: string): { wagesFen: number[] } | { wrongRow: number } {
  const rows = text.split(/\r?\n/)
  const wagesFen: number[] = []
  for (const [at, row] of rows.entries()) {
    if (row.trim() === '') continue
    const fen = /^0+(\.0+)?$/.test(row.trim()) ? 0 : fenOfYuan(row)
    if (fen === null) return { wrongRow: at + 1 }
    wagesFen.push(fen)
  }
  return { wagesFen }
}

/** The dues on wages by the terms of today, to show while typing; the server works them out again. */
export function duesShown(
  wagesFen: readonly number[],
  terms: { basisPoints: number; stepFen: number },
): number {
  return wagesFen.reduce(
    (so, wage) => so + Math.floor(((wage - (wage % terms.stepFen)) * terms.basisPoints) / 10_000),
    0,
  )
}
