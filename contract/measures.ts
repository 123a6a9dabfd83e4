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
  guarded: Type.Boolean({
    description: 'about so few people that small counts are kept back from whoever may not open the rows',
  }),
})
export type Measure = Static<typeof Measure>

/** A figure with its question: rows open only to those who may see them. */
export const MeasureAnswer = Type.Object({
  measure: Type.String(),
  organisationId: Id,
  asOf: DateOnly,
  knownAt: Nullable(Instant),
  total: Nullable(Type.Integer({ description: 'null: too small to be told without the rows' })),
  groups: Type.Optional(
    Type.Array(Type.Object({ key: Type.String(), label: Type.String(), value: Nullable(Type.Integer()) })),
  ),
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
    summary: 'One figure for an organisation and everything it leads, as of a date, as known at a moment',
    params: Type.Object({ measure: Type.String({ maxLength: 60 }) }),
    query: Type.Object({
      ...question,
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
