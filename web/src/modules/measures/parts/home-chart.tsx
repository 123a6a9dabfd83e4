import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DashboardFigure } from '#contract/dashboard.ts'
import type { Measure } from '#contract/measures.ts'
import { Chart } from '../../../kit/chart/chart.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { groupName, partsTitle, totalWords } from '../words.ts'

const mostBars = 8

interface HomeChartProps {
  measure: Measure
  figure: DashboardFigure
  by: 'organisation' | 'year'
}

/** A figure of the home page as bars. Drawn when it comes into sight: whoever only works off tasks never loads the drawing. */
export function HomeChart({ measure, figure, by }: HomeChartProps) {
  const [place, isNear] = useNear()
  const groups = by === 'year' ? figure.years : figure.organisations
  const bars = useMemo(
    () =>
      groups
        .filter(({ value }) => value !== 0)
        .slice(0, mostBars)
        .map((group) => ({ key: group.key, label: groupName(by, group), value: group.value })),
    [groups, by],
  )
  const words = useMemo(() => ({ hidden: t('tooFew'), earlier: '' }), [])
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
          <li key={key}>{`${label}: ${totalWords(value)}`}</li>
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
