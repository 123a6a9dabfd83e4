import { useNavigate } from '@tanstack/react-router'
import { useMay, useMe } from '../../kit/me.ts'
import { useSearchText } from '../../kit/params.ts'

/** What is asked, as it stands in the address: whose figures, of which day, known when, which of them is broken down. */
export interface Question {
  organisationId: string
  asOf: string | undefined
  /** The day whose evening counts, `YYYY-MM-DD` in Shanghai. */
  knownOn: string | undefined
  measure: string | undefined
}

/** The question of the address, and a way to change parts of it; one's own organisation unless the address names another. */
export function useQuestion(): { question: Question; ask: (change: Partial<Question>) => void } {
  const search = useSearchText()
  const navigate = useNavigate()
  const { actingAs } = useMe()
  const question: Question = {
    organisationId: search.organisationId ?? actingAs?.organisationId ?? '',
    asOf: search.asOf,
    knownOn: search.knownOn,
    measure: search.measure,
  }
  return {
    question,
    ask: (change) => {
      const next = Object.entries({ ...search, ...change }).filter(([, value]) => Boolean(value))
      void navigate({ to: '.', search: Object.fromEntries(next) as never, resetScroll: false })
    },
  }
}

/** The question as the server takes it. */
export function inputOf({ organisationId, asOf, knownOn }: Question) {
  return {
    organisationId,
    ...(asOf ? { asOf } : {}),
    ...(knownOn ? { knownAt: eveningOf(knownOn) } : {}),
  }
}

/** Whether the post in use may break figures down and open them. */
export function useMayOpen(): boolean {
  return useMay('figures.open')
}

/** The last moment of a day in Shanghai. */
export function eveningOf(day: string): string {
  return new Date(Date.parse(`${day}T23:59:59.999+08:00`)).toISOString()
}

/** The last day of its month. */
export function isMonthEnd(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1
}
