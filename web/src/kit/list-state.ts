/** What the address of a list page says: filters by name, order, place in the pages, the row open at the side. */
export interface ListState {
  filters: Readonly<Record<string, string>>
  /** `name` ascending, `-name` descending. */
  sort?: string
  cursor?: string
  open?: string
}

export type Search = Readonly<Record<string, string>>

const reserved = ['sort', 'cursor', 'open']

/** Reads the state of a list from the address; names it does not know are left alone. */
export function readListState(search: Search, filterNames: readonly string[]): ListState {
  const filters: Record<string, string> = {}
  for (const name of filterNames) if (search[name]) filters[name] = search[name]
  return { filters, sort: search.sort, cursor: search.cursor, open: search.open }
}

/** The address after a filter changed: the list starts again from its first page and nothing is open. */
export function withFilter(search: Search, name: string, value: string | undefined): Search {
  return tidy({ ...search, [name]: value, cursor: undefined, open: undefined })
}

/** The address without any of the filters. */
export function withoutFilters(search: Search, filterNames: readonly string[]): Search {
  const dropped = Object.fromEntries([...filterNames, 'cursor', 'open'].map((name) => [name, undefined]))
  return tidy({ ...search, ...dropped })
}

/** The address in another order, from the first page. */
export function withSort(search: Search, sort: string | undefined): Search {
  return tidy({ ...search, sort, cursor: undefined })
}

/** The address at another page. */
export function withCursor(search: Search, cursor: string | undefined): Search {
  return tidy({ ...search, cursor, open: undefined })
}

/** The address with a row open at the side, or none. */
export function withOpen(search: Search, id: string | undefined): Search {
  return tidy({ ...search, open: id })
}

/** The query text of an address, `?` included, in a stable order so that the same list always has the same address. */
export function searchText(search: Search): string {
  const names = Object.keys(search).filter((name) => search[name])
  names.sort((a, b) => Number(reserved.includes(a)) - Number(reserved.includes(b)) || (a < b ? -1 : 1))
  const query = new URLSearchParams(names.map((name) => [name, search[name] ?? '']))
  return names.length ? `?${query.toString()}` : ''
}

/** The names and values of a query text, every value as text; of a repeated name the last. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

function tidy(search: Readonly<Record<string, string | undefined>>): Search {
  const kept = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return Object.fromEntries(kept)
}
