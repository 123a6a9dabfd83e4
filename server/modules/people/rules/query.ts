import { searchOf, type NameSearch } from './tokens.ts'

/** What a typed text looks for. Numbers are looked up by keyed hash, whole; only a mobile also by its last four digits. */
export type MemberSearch =
  | NameSearch
  | { kind: 'mobileTail'; lastFour: string }
  | { kind: 'mobile'; mobile: string }
  | { kind: 'number'; document: string | null; card: string | null }
  | { kind: 'nothing' }

/** Reads what was typed into the search field; null when nothing was. */
export function readQuery(typed: string | undefined): MemberSearch | null {
  const text = (typed ?? '').normalize('NFKC').trim()
  if (text === '') return null
  const compact = text.replace(/[\s-]/gu, '').toUpperCase()
  if (/^\d{4}$/.test(compact)) return { kind: 'mobileTail', lastFour: compact }
  if (/^1\d{10}$/.test(compact)) return { kind: 'mobile', mobile: compact }
  const document = /^(\d{17}[\dX]|[A-Z]{1,3}\d{6,12})$/.test(compact) ? compact : null
  const card = /^\d{16,19}$/.test(compact) ? compact : null
  if (document !== null || card !== null) return { kind: 'number', document, card }
  return searchOf(text) ?? { kind: 'nothing' }
}
