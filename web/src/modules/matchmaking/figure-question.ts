import { useNavigate } from '@tanstack/react-router'
import type { Measure } from '#contract/measures.ts'
import { useSearchText } from '../../kit/params.ts'

/** What is asked, as it stands in the address: which year (none: all), and which figure is shown in parts. */
export interface FigureQuestion {
  year: string | undefined
  measure: string | undefined
}

/** The question of the address, and a way to change parts of it. */
export function useFigureQuestion(): {
  question: FigureQuestion
  ask: (change: Partial<FigureQuestion>) => void
} {
  const search = useSearchText()
  const navigate = useNavigate()
  return {
    question: { year: search.year, measure: search.measure },
    ask: (change) => {
      const next = Object.entries({ ...search, ...change }).filter(([, value]) => Boolean(value))
      void navigate({ to: '.', search: Object.fromEntries(next) as never, resetScroll: false })
    },
  }
}

/** The days of a year as the server takes them; nothing for all years. */
export function daysOf(year: string | undefined): { from?: string; to?: string } {
  return year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The period for one measure: what there is on a day has none. */
export function periodFor({ counts }: Measure, { year }: FigureQuestion): { from?: string; to?: string } {
  return counts === 'flow' ? daysOf(year) : {}
}
