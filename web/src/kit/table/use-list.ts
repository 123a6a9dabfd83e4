import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Input, InputArgument } from '../call.ts'
import {
  readListState,
  withCursor,
  withFilter,
  withOpen,
  withoutFilters,
  withSort,
  type ListState,
  type Search,
} from '../list-state.ts'
import { useSearchText } from '../params.ts'
import { useRead } from '../query.ts'
import type { Filter, ListOperation, RowOf } from './list-types.ts'

const rowsPerPage = 50

interface ListQuestion<Id extends ListOperation> {
  operation: Id
  /** Input that does not come from the filters: the organisation of the page. */
  fixed: Partial<Input<Id>> | undefined
  filters: readonly Filter[]
}

/** Everything a list page needs of its address and of the server: the rows, and ways to change the address. */
export function useList<Id extends ListOperation>({ operation, fixed, filters }: ListQuestion<Id>) {
  const search = useSearchText()
  const navigate = useNavigate()
  const names = filters.map((filter) => filter.name)
  const state = readListState(search, names)
  const input = { ...fixed, ...inputOf(state, filters), limit: rowsPerPage }
  const answer = useRead(operation, ...([input] as unknown as InputArgument<Id>))
  const page = answer.data as { items: RowOf<Id>[]; nextCursor: string | null; total?: number } | undefined
  // Cursors lead forward only; the way back is remembered as long as the page is open.
  const trail = useRef<(string | undefined)[]>([])

  const go = (next: Search, how: 'push' | 'replace') =>
    void navigate({ to: '.', search: next as never, replace: how === 'replace', resetScroll: false })
  return {
    state,
    page,
    answer,
    pageNumber: state.cursor ? trail.current.length + 1 : 1,
    filterBy: (name: string, value: string | undefined) => go(withFilter(search, name, value), 'replace'),
    clearFilters: () => go(withoutFilters(search, names), 'replace'),
    sortBy: (sort: string | undefined) => go(withSort(search, sort), 'replace'),
    open: (id: string | undefined) => go(withOpen(search, id), state.open ? 'replace' : 'push'),
    nextPage: () => {
      trail.current = state.cursor ? [...trail.current, state.cursor] : [undefined]
      go(withCursor(search, page?.nextCursor ?? undefined), 'push')
    },
    previousPage: () => {
      const before = trail.current.at(-1)
      trail.current = trail.current.slice(0, -1)
      go(withCursor(search, before), 'push')
    },
    knowsWayBack: trail.current.length > 0,
  }
}

function inputOf(state: ListState, filters: readonly Filter[]): Record<string, unknown> {
  const values: Record<string, unknown> = { ...state.filters }
  for (const filter of filters)
    if (filter.kind === 'switch' && values[filter.name]) values[filter.name] = true
  return {
    ...values,
    ...(state.sort ? { sort: state.sort } : {}),
    ...(state.cursor ? { cursor: state.cursor } : {}),
  }
}
