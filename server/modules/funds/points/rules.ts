import { linkedAreas, type AreaScores, type Finding, type PointPayer } from '#contract/funds-points.ts'
import { shareOut } from '#contract/share-out.ts'

/** What a point may get in a year, in fen (D10). */
export interface Yearly {
  leastFen: number
  mostFen: number
}

/** A part of the grant: its part of a thousand, and how many accepted reports of progress it waits for. */
export interface PartTerm {
  part: number
  permille: number
  reports: number
}

/** What a payer gives in all, from which budget. */
export interface Share {
  payer: PointPayer
  amountFen: number
  budgetId: string
}

/** What a payer gives in one part. */
export interface PartShare extends Share {
  part: number
  afterReports: number
}

/** What is wrong with a grant as it was entered; null: nothing. A yearly sum on either bound is allowed, a fen beside it is not. */
export function grantFault(
  grant: { totalFen: number; shares: readonly Share[] },
  yearly: Yearly,
): 'points.outside_bounds' | 'points.shares_differ' | 'points.payer_twice' | null {
  if (grant.totalFen < yearly.leastFen || grant.totalFen > yearly.mostFen) return 'points.outside_bounds'
  if (new Set(grant.shares.map(({ payer }) => payer)).size < grant.shares.length) return 'points.payer_twice'
  const sum = grant.shares.reduce((so, { amountFen }) => so + amountFen, 0)
  return sum === grant.totalFen ? null : 'points.shares_differ'
}

/** Each payer’s share over the parts, to the fen; what comes to nothing is left out. */
export function splitIntoParts(shares: readonly Share[], parts: readonly PartTerm[]): PartShare[] {
  const weights = parts.map(({ permille }) => permille)
  return shares.flatMap((share) =>
    shareOut(share.amountFen, weights)
      .map((amountFen, at) => ({
        ...share,
        amountFen,
        part: parts[at]!.part,
        afterReports: parts[at]!.reports,
      }))
      .filter(({ amountFen }) => amountFen > 0),
  )
}

/** The criteria of demonstration points, a dated rule: accepted reports of the year, points of each area and of their mean, months until the next review. */
export interface Criteria {
  reports: number
  leastArea: number
  leastMean: number
  months: number
}

/** What the records say of each criterion. The scores are those of the last accepted report; a missing one meets nothing. The mean is rounded down. */
export function findingsOf(
  point: { acceptedReports: number; scores: AreaScores | null },
  criteria: Criteria,
): Finding[] {
  const of = (area: (typeof linkedAreas)[number]) => point.scores?.[area] ?? 0
  const mean = Math.floor(linkedAreas.reduce((sum, area) => sum + of(area), 0) / linkedAreas.length)
  const finding = (criterion: Finding['criterion'], found: number, wanted: number): Finding => ({
    criterion,
    wanted,
    found,
    isMet: found >= wanted,
  })
  return [
    finding('reports', point.acceptedReports, criteria.reports),
    ...linkedAreas.map((area) => finding(area, of(area), criteria.leastArea)),
    finding('mean', mean, criteria.leastMean),
  ]
}
