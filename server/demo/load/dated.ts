import type { Dated } from '../shapes.ts'

/** The four columns of a dated row, as a load is told of them. */
export const datedColumns = {
  starts_on: 'date',
  ends_before: 'date',
  recorded_at: 'instant',
  superseded_at: 'instant',
} as const

/** The values of the four columns. */
export function datesOf(row: Dated) {
  return {
    starts_on: row.startsOn,
    ends_before: row.endsBefore,
    recorded_at: row.recordedAt,
    superseded_at: row.supersededAt,
  }
}

/** When something was first written down. */
export function firstRecorded(rows: readonly { recordedAt: string }[]): string {
  return rows.map((row) => row.recordedAt).reduce((first, each) => (each < first ? each : first))
}
