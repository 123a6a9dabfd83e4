import { isoOf, yearOf, dayOf } from '#tools/generate/days.ts'
import { quota } from '#tools/generate/random.ts'
import { learntAt, type Draft } from '../draft.ts'
import type { Ended } from './history.ts'
import type { EmployerPlan } from './plan.ts'

/** The latest report of every employer, earlier year-end returns of many, and a few returns that were corrected. */
export function addHeadcounts(
  draft: Draft,
  employers: readonly EmployerPlan[],
  ended: readonly Ended[],
): void {
  const random = draft.random('headcounts')
  const yearEnds = [1, 2, 3].map((ago) => dayOf(`${yearOf(draft.figuresOn) - ago}-12-31`))
  for (const employer of employers) {
    const { organisation, workers, women, migrants } = employer
    for (const day of yearEnds) {
      if (employer.startDay >= day || !random.chance(0.42)) continue
      const factor = 1 + random.normal() * 0.09
      const then = Math.max(2, Math.round(workers * Math.min(1.4, Math.max(0.6, factor))))
      report(draft, {
        organisation,
        day,
        workers: then,
        women: share(then, women / workers),
        migrants: share(then, migrants / workers),
      })
    }
    report(draft, { organisation, day: draft.figuresOn, workers, women, migrants })
  }
  for (const { employer, startDay, mergedDay, workers } of ended) {
    for (const day of yearEnds) {
      if (day <= startDay || day >= mergedDay) continue
      report(draft, {
        organisation: employer,
        day,
        workers,
        women: share(workers, 0.4),
        migrants: share(workers, 0.35),
      })
    }
  }
  correctSome(draft)
}

type Reported = { organisation: number; day: number; workers: number; women: number; migrants: number }

function report(draft: Draft, { organisation, day, workers, women, migrants }: Reported): void {
  const isYearEnd = day !== draft.figuresOn
  draft.headcounts.push({
    organisation,
    asOf: isoOf(day),
    workers,
    women,
    migrants,
    source: isYearEnd ? 'annual_return' : 'quarterly_report',
    recordedAt: learntAt(draft, day + (isYearEnd ? 15 : 5)),
    supersededAt: null,
  })
}

/** Returns that were first entered with a nought too many, and put right three weeks later. */
function correctSome(draft: Draft): void {
  const random = draft.random('corrections')
  // A return from before the register has no history of its own.
  const returns = draft.headcounts.filter(
    (row) => row.source === 'annual_return' && dayOf(row.asOf) > draft.ledgerFrom,
  )
  for (const row of random.shuffle(returns).slice(0, quota(returns.length, 0.01))) {
    const correctedAt = learntAt(draft, dayOf(row.asOf) + 36)
    draft.headcounts.push({ ...row, workers: row.workers * 10, supersededAt: correctedAt })
    row.recordedAt = correctedAt
  }
}

function share(whole: number, part: number): number {
  return Math.min(whole, Math.round(whole * part))
}
