import { Type, type Static } from 'typebox'
import { MeasureGroup } from './measures.ts'
import { DateOnly, Id, Nullable, operation } from './operation.ts'

const Told = Nullable(
  Type.Integer({
    description: 'null: kept back from whoever may not see the rows, because it or a part is small',
  }),
)

/** One measure of a home page: of what there is, the year stands for its end (this year: today); of what happened, for all its days. */
export const DashboardFigure = Type.Object({
  measure: Type.String(),
  total: Told,
  thisYear: Told,
  lastYear: Told,
  change: Nullable(
    Type.Integer({
      description: 'this year less last year; null: kept back, or so small that it is not told',
    }),
  ),
  years: Type.Array(MeasureGroup, { description: 'by year, the last five at most, the latest last' }),
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
