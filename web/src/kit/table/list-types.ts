import type { ReactNode } from 'react'
import type { Input, OperationId, Output } from '../call.ts'

type PageAnswer = { items: unknown[]; nextCursor: string | null; total?: number }

/** Operations that answer with a page of rows. */
export type ListOperation = { [Id in OperationId]: Output<Id> extends PageAnswer ? Id : never }[OperationId]
/** One row of a list operation. */
export type RowOf<Id extends ListOperation> = Output<Id> extends { items: (infer Row)[] } ? Row : never
/** The filters a list operation knows. */
export type FilterName<Id extends ListOperation> = Exclude<keyof Input<Id>, 'cursor' | 'limit' | 'sort'> &
  string

/** One column of a list. */
export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** The server’s name of this order; without it the column cannot be sorted by. */
  sort?: string
  width?: number
  /** Figures stand right-aligned, with tabular digits. */
  align?: 'figures'
}

interface FilterBase<Name extends string> {
  name: Name
  label: string
}

/** One filter of the row above a list; its value is text in the address. */
export type Filter<Name extends string = string> = FilterBase<Name> &
  (
    | { kind: 'search'; placeholder?: string }
    | { kind: 'select'; options: readonly { value: string; label: string }[] }
    | { kind: 'date' }
    | { kind: 'switch' }
    | {
        kind: 'own'
        render: (value: string | undefined, change: (value: string | undefined) => void) => ReactNode
      }
  )

/** What an empty list teaches: the first step. */
export interface EmptyWords {
  title: string
  hint: string
  action?: ReactNode
}
