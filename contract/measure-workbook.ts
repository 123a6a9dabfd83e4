import { Type } from 'typebox'
import { operations as measures } from './measures.ts'
import { Nothing, operation } from './operation.ts'

const leaving = {
  purpose: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S' }),
  language: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
}
const { limit: _limit, cursor: _cursor, ...opened } = measures.openMeasure.query.properties

/** Figures and their rows as workbooks. The purpose goes into the body: addresses are kept in logs. */
export const operations = {
  downloadMeasure: operation({
    method: 'POST',
    path: '/measures/:measure/workbook',
    summary: 'A figure with its parts as a workbook, for a stated purpose, as protected as on the screen',
    params: measures.queryMeasure.params,
    body: Type.Object({ ...measures.queryMeasure.query.properties, ...leaving }),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
  downloadMeasureRows: operation({
    method: 'POST',
    path: '/measures/:measure/rows/workbook',
    summary: 'The rows behind a figure as a workbook, for a stated purpose',
    params: measures.openMeasure.params,
    body: Type.Object({ ...opened, ...leaving }),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
}
