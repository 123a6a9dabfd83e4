import { useNavigate } from '@tanstack/react-router'
import type { Measure } from '#contract/measures.ts'
import { useMay, useMe } from '../../kit/me.ts'
import { useSearchText } from '../../kit/params.ts'
import { comparedDays } from './compared-days.ts'

/** What is asked, as it stands in the address: which figure, whose, of which days, known when, in which parts, beside what. */
export interface Question {
  organisationId: string
  measure: string | undefined
  asOf: string | undefined
  /** The day whose evening counts, `YYYY-MM-DD` in Shanghai. */
  knownOn: string | undefined
  from: string | undefined
  to: string | undefined
  by: string | undefined
  /** How many years earlier the figure stands beside it. */
  yearsBack: string | undefined
}

export type Ask = (change: Partial<Question>) => void

/** The question of the address, and a way to change parts of it; one's own organisation unless the address names another. */
export function useQuestion(): { question: Question; ask: Ask } {
  const search = useSearchText()
  const navigate = useNavigate()
  const { actingAs } = useMe()
  const question: Question = {
    organisationId: search.organisationId ?? actingAs?.organisationId ?? '',
    measure: search.measure,
    asOf: search.asOf,
    knownOn: search.knownOn,
    from: search.from,
    to: search.to,
    by: search.by,
    yearsBack: search.yearsBack,
  }
  return {
    question,
    ask: (change) => {
      const next = Object.entries({ ...search, ...change }).filter(([, value]) => Boolean(value))
      void navigate({ to: '.', search: Object.fromEntries(next) as never, resetScroll: false })
    },
  }
}

/** The days of a question about one measure, as the server takes them: what there is on a day has no period. */
export function daysOf(measure: Measure, { asOf, knownOn, from, to }: Question) {
  const isFlow = measure.counts === 'flow'
  return {
    ...(!isFlow && asOf ? { asOf } : {}),
    ...(isFlow && from ? { from } : {}),
    ...(isFlow && to ? { to } : {}),
    ...(knownOn ? { knownAt: eveningOf(knownOn) } : {}),
  }
}

/** The whole question as the server takes it: with its parts, and the earlier days beside it. */
export function useInput(measure: Measure | undefined, question: Question) {
  const { today } = useMe()
  const mayOpen = useMayOpen()
  if (measure === undefined) return { measure: '' }
  const by = breakdownOf(measure, question)
  return {
    measure: measure.name,
    organisationId: question.organisationId,
    ...daysOf(measure, question),
    ...(by === undefined ? {} : { by }),
    ...comparedDays(measure.counts, question, { by, today, free: mayOpen }),
  }
}

/** The parts a figure is shown in: those asked for where the measure has them, its years where things happen, else its units. */
export function breakdownOf({ breakdowns, counts }: Measure, { by }: Question): string | undefined {
  if (by !== undefined && breakdowns.includes(by)) return by
  const usual = counts === 'flow' ? 'year' : 'organisation'
  return breakdowns.includes(usual) ? usual : breakdowns[0]
}

/** The address of the same question on another page. */
export function searchOf(question: Question): Record<string, string> {
  return Object.fromEntries(
    Object.entries(question).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
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
