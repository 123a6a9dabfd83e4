import { useParams, useSearch } from '@tanstack/react-router'
import type { Search } from './list-state.ts'

/** A `:name` part of the address of a console page. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`The route has no part :${name}`)
  return value
}

/** The query of the address, every value as text. */
export function useSearchText(): Search {
  return useSearch({ strict: false })
}
