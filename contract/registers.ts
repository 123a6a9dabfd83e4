import { Type, type TProperties } from 'typebox'
import { Nothing, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

/** The orders of a list: a column upward, with a minus before it downward. */
export const sortedBy = <const T extends string>(columns: readonly T[]) =>
  Type.Optional(oneOf<T | `-${T}`>([...columns, ...columns.map((column): `-${T}` => `-${column}`)]))

/** A part of a name that a register is searched by; what names a person is none, since it stands in the address. */
export const Searched = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }))

/** A register within scope as a workbook, by the filters and in the order of its list. */
export const registerWorkbook = <Listed extends TProperties>(path: string, summary: string, listed: Listed) =>
  operation({
    method: 'POST',
    path,
    summary,
    body: Type.Object({ ...listed, language: Type.Union([Type.Literal('zh'), Type.Literal('en')]) }),
    output: Nothing,
    file: 'download',
    load: 'export',
  })
