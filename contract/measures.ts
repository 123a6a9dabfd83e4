import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'

/** A figure the product can give: its name, unit and definition in both languages. */
export const Measure = Type.Object({
  name: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  unit: Type.String({ description: 'organisations, workers or persons' }),
  definitionZh: Type.String(),
  definitionEn: Type.String(),
  counting: Type.Enum(['distinct', 'summed', 'distinct_by'], {
    description:
      'rows that count once each, rows whose values are added, or rows of which those of one thing count once',
  }),
  counts: Type.Enum(['stock', 'flow'], {
    description: 'what there is on a day, or what happened from one day to another',
  }),
  breakdowns: Type.Array(Type.String()),
  programme: Nullable(Type.String({ description: 'whose page shows it; null: the page of figures' })),
})
export type Measure = Static<typeof Measure>

const Told = Nullable(
  Type.Integer({
    description: 'null: kept back from whoever may not see the rows, because it or a part is small',
  }),
)
const Change = Nullable(
  Type.Integer({ description: 'now less earlier; null: kept back, or so small that it is not told' }),
)

/** A part of a figure: an organisation, a year, a kind. Where an earlier figure was asked for, with its value then and the change since. */
export const MeasureGroup = Type.Object({
  key: Type.String({ description: 'the organisation’s id, the year, or the code of the kind' }),
  label: Type.String(),
  value: Told,
  earlier: Type.Optional(Told),
  change: Type.Optional(Change),
})
export type MeasureGroup = Static<typeof MeasureGroup>

/** The same figure of an earlier day or period. */
export const EarlierFigure = Type.Object({
  asOf: DateOnly,
  from: Nullable(DateOnly),
  to: Nullable(DateOnly),
  total: Told,
})
export type EarlierFigure = Static<typeof EarlierFigure>

/** A figure with its question: rows open only to those who may see them. */
export const MeasureAnswer = Type.Object({
  measure: Type.String(),
  organisationId: Id,
  asOf: DateOnly,
  knownAt: Nullable(Instant),
  from: Nullable(DateOnly),
  to: Nullable(DateOnly),
  rounded: Type.Boolean({
    description: 'counts only: every number is rounded down to a multiple of the smallest count that is told',
  }),
  total: Told,
  groups: Type.Optional(Type.Array(MeasureGroup)),
  earlier: Type.Optional(EarlierFigure),
  change: Type.Optional(Change),
})
export type MeasureAnswer = Static<typeof MeasureAnswer>

/** One row behind a figure: what it is, what it is called, and how much it adds. */
export const MeasureRow = Type.Object({
  id: Id,
  kind: Type.String({ description: 'organisation, member, event; anything else has no page of its own' }),
  label: Type.String(),
  detail: Type.String(),
  value: Type.Integer(),
})
export type MeasureRow = Static<typeof MeasureRow>

const comparison = {
  compareAsOf: Type.Optional(DateOnly),
  compareFrom: Type.Optional(DateOnly),
  compareTo: Type.Optional(DateOnly),
}

const question = {
  organisationId: Type.Optional(Id),
  asOf: Type.Optional(DateOnly),
  knownAt: Type.Optional(Instant),
  from: Type.Optional(DateOnly),
  to: Type.Optional(DateOnly),
}

export const operations = {
  listMeasures: operation({
    method: 'GET',
    path: '/measures',
    summary: 'The catalogue of figures',
    output: Type.Object({ items: Type.Array(Measure) }),
  }),
  queryMeasure: operation({
    method: 'GET',
    path: '/measures/:measure',
    summary:
      'One figure for an organisation and everything it leads, as of a date, as known at a moment; by a breakdown; beside an earlier one',
    params: Type.Object({ measure: Type.String({ maxLength: 60 }) }),
    query: Type.Object({
      ...question,
      ...comparison,
      by: Type.Optional(Type.String({ maxLength: 30 })),
    }),
    output: MeasureAnswer,
  }),
  openMeasure: operation({
    method: 'GET',
    path: '/measures/:measure/rows',
    summary: 'The rows behind a figure, within one’s scope',
    params: Type.Object({ measure: Type.String({ maxLength: 60 }) }),
    query: Type.Object({ ...question, ...PageQuery }),
    output: PageOf(MeasureRow),
  }),
}
