import { formatNumber } from '../../../kit/format.ts'
import { t } from '../figure-texts.ts'

interface YearChartProps {
  title: string
  years: readonly { key: string; value: number | null }[]
  chosen: string | undefined
  onChoose: (year: string | undefined) => void
}

const height = 150
const column = 86
const bar = 46

/** One column for each year with its number above it; pressing a year keeps the page to it. */
export function YearChart({ title, years, chosen, onChoose }: YearChartProps) {
  const most = Math.max(1, ...years.map(({ value }) => value ?? 0))
  const width = Math.max(1, years.length) * column
  return (
    <figure className="year-chart">
      <svg viewBox={`0 0 ${width} ${height + 34}`} style={{ maxWidth: width }} aria-hidden="true">
        <line x1={0} x2={width} y1={height + 0.5} y2={height + 0.5} className="year-axis" />
        {years.map(({ key, value }, at) => {
          const tall = ((value ?? 0) / most) * (height - 26)
          const x = at * column + (column - bar) / 2
          const isQuiet = chosen !== undefined && chosen !== key
          return (
            <g key={key} className={isQuiet ? 'year-quiet' : undefined}>
              <rect x={x} y={height - tall} width={bar} height={tall} rx={3} className="year-bar" />
              <text x={x + bar / 2} y={height - tall - 7} textAnchor="middle" className="year-value">
                {value === null ? '<' : formatNumber(value)}
              </text>
              <text x={x + bar / 2} y={height + 22} textAnchor="middle" className="year-name">
                {key}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="seen-by-reader">
        {title}:{' '}
        {years
          .map(({ key, value }) => `${key} ${value === null ? t('tooFew') : formatNumber(value)}`)
          .join(', ')}
      </figcaption>
      <div className="year-buttons">
        {years.map(({ key }) => (
          <button
            key={key}
            type="button"
            aria-pressed={chosen === key}
            onClick={() => onChoose(chosen === key ? undefined : key)}
          >
            {t('ofYear', { year: key })}
          </button>
        ))}
        {chosen !== undefined && (
          <button type="button" onClick={() => onChoose(undefined)}>
            {t('allYears')}
          </button>
        )}
      </div>
    </figure>
  )
}
