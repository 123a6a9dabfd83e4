import type { Measure, MeasureAnswer } from '#contract/measures.ts'
import { partName, yearName } from './words.ts'
import { everyYear } from './years.ts'

interface Asked {
  measure: Measure
  by: string | undefined
  /** The day in Shanghai. */
  today: string
}

/** The answer with its parts as they are shown: each by its name; of years none left out up to the last day asked for, the one going on marked. */
export function withNamedParts(answer: MeasureAnswer, { measure, by, today }: Asked): MeasureAnswer {
  if (by === undefined || answer.groups === undefined) return answer
  if (by !== 'year')
    return {
      ...answer,
      groups: answer.groups.map((group) => ({
        ...group,
        label: partName(by, group, answer.organisationId),
      })),
    }
  const last = lastDay(answer, { measure, today })
  const named = (year: string) => yearName(measure, year, last === today ? today : null)
  return {
    ...answer,
    groups: everyYear(answer.groups, last).map((group) => ({ ...group, label: named(group.key) })),
  }
}

/** The last day the figure is of: no later than today where something happens. */
function lastDay({ asOf, to }: MeasureAnswer, { measure, today }: Pick<Asked, 'measure' | 'today'>): string {
  if (measure.counts === 'stock') return asOf
  return to === null || to > today ? today : to
}
