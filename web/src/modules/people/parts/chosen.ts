import type { MemberFilter, Selection } from '#contract/people-records.ts'
import { t } from '../texts.ts'

/** The most one change may take; the server refuses more. */
export const mostAtOnce = 5000

/** Whom a change of many may concern: rows ticked on this page, or everybody the filters find. */
export interface Chosen {
  people: readonly { personId: string; name: string }[]
  /** What the list is filtered by and how many it finds; undefined where one person was named. */
  found?: { filter: MemberFilter; total: number }
}

export type Whom = 'chosen' | 'found'

/** The selection of the contract. */
export function selectionOf(chosen: Chosen, whom: Whom): Selection {
  if (whom === 'found' && chosen.found) return { filter: chosen.found.filter }
  return { personIds: chosen.people.map(({ personId }) => personId) }
}

/** How many a choice concerns. */
export function countOf(chosen: Chosen, whom: Whom): number {
  return whom === 'found' && chosen.found ? chosen.found.total : chosen.people.length
}

/** The first names of a choice, so that a wrong selection is seen before it is changed. */
export function someNames(chosen: Chosen, whom: Whom): string {
  const names = chosen.people.slice(0, 3).map(({ name }) => name)
  const joined = names.join('、')
  return countOf(chosen, whom) > names.length ? t('namesMore', { names: joined }) : joined
}
