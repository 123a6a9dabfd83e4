import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DashboardFigure } from '#contract/dashboard.ts'
import type { Measure } from '#contract/measures.ts'
import { Chart } from '../../../kit/chart/chart.tsx'
import { formatFigure } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { partName, partsTitle, totalWords, yearName } from '../words.ts'
import { isGoingOn } from '../years.ts'

const mostBars = 8

interface HomeChartProps {
  measure: Measure
  figure: DashboardFigure
  by: 'organisation' | 'year'
  /** Whose figure it is. */
  organisationId: string
}

/** A figure of the home page as bars. Drawn when it comes into sight: whoever only works off tasks never loads the drawing. */
export function HomeChart({ measure, figure, by, organisationId }: HomeChartProps) {
  const [place, isNear] = useNear()
  const { today } = useMe()
  const bars = useMemo(() => {
    const shown =
      by === 'year'
        ? figure.years
        : figure.organisations.filter(({ value }) => value !== 0).slice(0, mostBars)
    return shown.map((group) => ({
      key: group.key,
      label: by === 'year' ? yearName(measure, group.key, today) : partName(by, group, organisationId),
      value: group.value,
      isGoingOn: by === 'year' && measure.counts === 'flow' && isGoingOn(group.key, today),
    }))
  }, [figure, by, measure, today, organisationId])
  const words = useMemo(
    () => ({
      number: (value: number) => formatFigure(value, measure.unit),
      hidden: t('tooFew'),
      earlier: '',
    }),
    [measure.unit],
  )
  const title = partsTitle(measure, by)
  return (
    <section ref={place} className="panel" aria-label={title}>
      <header className="home-chart-head">
        <h3>{title}</h3>
        <Link to="/figures" search={{ measure: measure.name, by } as never}>
          {t('wholeFigure')}
          <Icon name="next" size={16} />
        </Link>
      </header>
      {isNear && (
        <Chart title={title} bars={bars} words={words} direction={by === 'year' ? 'columns' : 'rows'} />
      )}
      <ul className="seen-by-reader">
        {bars.map(({ key, label, value }) => (
          <li key={key}>{`${label}: ${totalWords(value, measure.unit)}`}</li>
        ))}
      </ul>
    </section>
  )
}

/** A place, and whether it has come near to what is seen of the page. */
function useNear() {
  const place = useRef<HTMLElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (place.current === null) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: '120px' },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return [place, isNear] as const
}
