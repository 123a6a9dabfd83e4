import { useMemo } from 'react'
import type { Measure, MeasureAnswer, MeasureGroup } from '#contract/measures.ts'
import { useMe } from '../../kit/me.ts'
import { partName, yearName } from './words.ts'
import { everyYear, isGoingOn } from './years.ts'

/** A part as it is shown: `label` is what it is called, and what happened in a year that is not over may still grow. */
export interface NamedPart extends MeasureGroup {
  isGoingOn: boolean
}

/** An answer with its parts as they are shown. */
export interface NamedAnswer extends MeasureAnswer {
  groups?: NamedPart[]
}

/** The answer with its parts as they are shown: each by its name; of years none left out up to the last day asked for, the one going on marked. */
export function useNamedParts(
  answer: MeasureAnswer | undefined,
  measure: Measure | undefined,
  by: string | undefined,
): NamedAnswer | undefined {
  const { today } = useMe()
  return useMemo(() => {
    if (answer === undefined || measure === undefined) return undefined
    const { groups, ...rest } = answer
    if (by === undefined || groups === undefined) return rest
    const named = by === 'year' ? namedYears({ ...rest, groups }, measure, today) : namedParts(answer, by)
    return { ...rest, groups: named }
  }, [answer, measure, by, today])
}

function namedParts({ groups, organisationId }: MeasureAnswer, by: string): NamedPart[] {
  return groups!.map((group) => ({
    ...group,
    label: partName(by, group, organisationId),
    isGoingOn: false,
  }))
}

function namedYears(answer: MeasureAnswer, measure: Measure, today: string): NamedPart[] {
  const last = lastDay(answer, measure, today)
  return everyYear(answer.groups!, last).map((group) => ({
    ...group,
    label: yearName(measure, group.key, last === today ? today : null),
    isGoingOn: measure.counts === 'flow' && last === today && isGoingOn(group.key, today),
  }))
}

/** The last day the figure is of: no later than today where something happens. */
function lastDay({ asOf, to }: MeasureAnswer, { counts }: Measure, today: string): string {
  if (counts === 'stock') return asOf
  return to === null || to > today ? today : to
}
