import type { DashboardFigure } from '#contract/dashboard.ts'
import type { Measure } from '#contract/measures.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { useReadWhen } from '../../../kit/query.ts'

/** A figure of one's own scope with its definition. */
export interface OwnFigure extends DashboardFigure {
  declared: Measure
}

/** The figures of the post in use, and what they count; nothing is asked for where no post sees figures. */
export function useOwnFigures() {
  const { actingAs } = useMe()
  const may = useMay('figures.read') && actingAs !== null
  const catalogue = useReadWhen(may, 'listMeasures')
  const answer = useReadWhen(may, 'getDashboard', {})
  const figures = (answer.data?.figures ?? []).flatMap((figure): OwnFigure[] => {
    const declared = catalogue.data?.items.find(({ name }) => name === figure.measure)
    return declared ? [{ ...figure, declared }] : []
  })
  return {
    may,
    figures,
    organisationId: answer.data?.organisationId,
    rounded: answer.data?.rounded ?? false,
    error: answer.error ?? catalogue.error,
    isPending: may && (answer.isPending || catalogue.isPending),
    retry: () => void Promise.all([answer.refetch(), catalogue.refetch()]),
  }
}
