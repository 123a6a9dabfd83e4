import { useMemo } from 'react'
import type { Measure } from '#contract/measures.ts'
import { Chart } from '../../../kit/chart/chart.tsx'
import { mostRows } from '../../../kit/chart/chart-options.ts'
import { formatFigure } from '../../../kit/format.ts'
import type { NamedAnswer } from '../named-parts.ts'
import { t } from '../texts.ts'
import { daysWords, partsTitle } from '../words.ts'

/** The parts of a figure as bars: years as columns, everything else as rows. Nothing where there are fewer than two. */
export function FigureChart({ measure, answer, by }: { measure: Measure; answer: NamedAnswer; by: string }) {
  const { groups, earlier } = answer
  const bars = useMemo(
    () =>
      (groups ?? [])
        .filter(({ value, earlier: before }) => by === 'year' || value !== 0 || (before ?? 0) !== 0)
        .map((group) => ({
          key: group.key,
          label: group.label,
          value: group.value,
          isGoingOn: group.isGoingOn,
          ...(group.earlier === undefined ? {} : { earlier: group.earlier }),
        })),
    [groups, by],
  )
  const words = useMemo(
    () => ({
      number: (value: number) => formatFigure(value, measure.unit),
      hidden: t('tooFew'),
      earlier: earlier ? `（${daysWords(earlier)}）` : '',
    }),
    [earlier, measure.unit],
  )
  if (bars.length < 2) return null
  return (
    <>
      <Chart
        title={t('chartOf', { title: partsTitle(measure, by) })}
        bars={bars}
        words={words}
        direction={by === 'year' ? 'columns' : 'rows'}
      />
      {by !== 'year' && bars.length > mostRows && (
        <p className="quiet">{t('chartCut', { count: mostRows })}</p>
      )}
    </>
  )
}
