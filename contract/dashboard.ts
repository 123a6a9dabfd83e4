import { Type, type Static } from 'typebox'
import { MeasureGroup } from './measures.ts'
import { DateOnly, Id, Nullable, operation } from './operation.ts'

const Told = Nullable(
  Type.Integer({
    description: 'null: kept back from whoever may not see the rows, because it or a part is small',
  }),
)

/**
 * One measure of a home page. Of what there is: today, at the end of last year, and the change since. Of what happened: this year up to today,
 * all of last year, its same days, and the change from those.
 */
export const DashboardFigure = Type.Object({
  measure: Type.String(),
  total: Told,
  thisYear: Nullable(
    Type.Integer({
      description: 'what there is today, or what happened this year up to today; null: kept back',
    }),
  ),
  lastYear: Nullable(
    Type.Integer({ description: 'what there was at its end, or all that happened in it; null: kept back' }),
  ),
  lastYearSoFar: Nullable(
    Type.Integer({
      description:
        'what happened from its first day to the day that today is in it; null: of what there is, and where rounded is true',
    }),
  ),
  change: Nullable(
    Type.Integer({
      description:
        'this year less the same days of last year, or, of what there is, less the end of last year; null: kept back, or so small that it is not told',
    }),
  ),
  years: Type.Array(MeasureGroup, {
    description:
      'by year, the last five at most, the latest last: from the first with anything to this one, those with nothing too',
  }),
  organisations: Type.Array(MeasureGroup, {
    description: 'by directly led organisation, the twenty largest at most; as `by=organisation` answers',
  }),
})
export type DashboardFigure = Static<typeof DashboardFigure>

/** Every measure of the catalogue for one organisation and everything it leads, today. */
export const Dashboard = Type.Object({
  organisationId: Id,
  asOf: DateOnly,
  rounded: Type.Boolean({
    description: 'counts only: every number is rounded down to a multiple of the smallest count that is told',
  }),
  figures: Type.Array(DashboardFigure, { description: 'in the order of the catalogue' }),
})
export type Dashboard = Static<typeof Dashboard>

export const operations = {
  getDashboard: operation({
    method: 'GET',
    path: '/dashboard',
    summary: 'All figures of a home page at once: total, by year, by directly led organisation',
    query: Type.Object({ organisationId: Type.Optional(Id) }),
    output: Dashboard,
  }),
}
