import '../measures.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { DashboardFigure } from '#contract/dashboard.ts'
import type { Measure } from '#contract/measures.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { firstFigures, isComparable } from '../home-figures.ts'
import { t } from '../texts.ts'
import { measureName, sinceLastYear, totalWords, unitWords } from '../words.ts'
import { HomeChart } from './home-chart.tsx'

const most = 6
const charts = 2

interface Shown extends DashboardFigure {
  declared: Measure
}

/** On the home page: the first figures of the organisation one works for, each leading to its page; below, what some of them look like. All from one answer. */
export default function OwnFigures() {
  const { actingAs } = useMe()
  const catalogue = useRead('listMeasures')
  const answer = useRead('getDashboard', {})
  if (!actingAs) return null
  const figures = firstFigures(answer.data?.figures ?? [], actingAs.post, most).flatMap((figure): Shown[] => {
    const declared = catalogue.data?.items.find(({ name }) => name === figure.measure)
    return declared ? [{ ...figure, declared }] : []
  })
  const error = answer.error ?? catalogue.error
  const drawn = chartsOf(figures)
  return (
    <section className="home-figures" aria-label={t('ownFigures')}>
      <h2 className="section-title">{t('ownFigures')}</h2>
      {error && <p className="problem">{errorSentence(error)}</p>}
      {!error && !answer.data && <Skeleton active title={false} />}
      {answer.data && figures.length === 0 && <p className="quiet">{t('noFigures')}</p>}
      <ul className="figure-cards">
        {figures.map((figure) => (
          <li key={figure.measure}>
            <OwnFigure figure={figure} />
          </li>
        ))}
      </ul>
      {answer.data?.rounded && (
        <p className="totals-only">
          <Icon name="info" size={16} />
          {t('rounded')}
        </p>
      )}
      <div className="home-charts">
        {drawn.map(({ figure, by }) => (
          <HomeChart
            key={`${figure.measure}.${by}`}
            measure={figure.declared}
            figure={figure}
            by={by}
            organisationId={answer.data!.organisationId}
          />
        ))}
      </div>
    </section>
  )
}

function OwnFigure({ figure }: { figure: Shown }) {
  const { declared, total } = figure
  return (
    <Link to="/figures" search={{ measure: declared.name } as never} className="figure-card">
      <span className="figure-name">{measureName(declared)}</span>
      <span className="figure-total figures">
        {totalWords(total, declared.unit)} {total !== null && <small>{unitWords(declared.unit)}</small>}
      </span>
      {isComparable(figure) && <span className="figure-definition">{sinceLastYear(declared, figure)}</span>}
    </Link>
  )
}

/** The first figure by unit, and the first that happens by year; where nothing happens, the first by year. */
function chartsOf(figures: readonly Shown[]): { figure: Shown; by: 'organisation' | 'year' }[] {
  const byUnit = figures.find(
    ({ organisations }) => organisations.filter(({ value }) => value !== 0).length > 1,
  )
  const withYears = figures.filter(({ years }) => years.length > 1)
  const byYear = withYears.find(({ declared }) => declared.counts === 'flow') ?? withYears[0]
  return [
    ...(byYear ? [{ figure: byYear, by: 'year' as const }] : []),
    ...(byUnit ? [{ figure: byUnit, by: 'organisation' as const }] : []),
  ].slice(0, charts)
}
