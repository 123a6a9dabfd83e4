import type { AnnualReturnLine, ReturnFinding } from '#contract/reports-returns.ts'
import { addDays } from '#server/platform/clock.ts'

/** What the form asks of a union, and what the logic check compares it with. */
export interface CheckedLine extends Omit<AnnualReturnLine, 'findings'> {
  /** Its code in the return of an earlier year; null where there is none. */
  earlierCode: string | null
  /** How many lines of this return bear its code. */
  sameCode: number
}

/**
 * The logic check of form NBJC over one line: 901 is one per union and unchanged over the years, 903 and 904 are filled, 904 agrees with the
 * organisations covered (Trade Union Law art. 11), nobody is a member without being a worker.
 */
export function findingsOf(line: CheckedLine): ReturnFinding[] {
  const { workers, womenWorkers, members, employers, unionType } = line
  const checks: Record<ReturnFinding, boolean> = {
    code_twice: line.sameCode > 1,
    code_changed: line.earlierCode !== null && line.earlierCode !== line.statCode,
    division_missing: line.divisionCode === null,
    type_missing: unionType === null,
    single_covers_others: unionType === 'single' && employers !== 1,
    joint_covers_few: unionType === 'joint' && employers < 2,
    members_exceed_workers: workers !== null && members > workers,
    women_exceed_workers: workers !== null && womenWorkers !== null && womenWorkers > workers,
    workers_missing: workers === null,
  }
  return (Object.keys(checks) as ReturnFinding[]).filter((each) => checks[each])
}

/** The first and the last day of a statistical year that ends on `ends` (`09-30`): it is called by the year it ends in. */
export function statisticalYear(year: number, ends: string): { startsOn: string; endsOn: string } {
  return { startsOn: addDays(`${year - 1}-${ends}`, 1), endsOn: `${year}-${ends}` }
}
