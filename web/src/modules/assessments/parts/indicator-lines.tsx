import './indicator-lines.css'
import type { IndicatorLine, IndicatorPart } from '#contract/assessments.ts'
import { formatDay } from '../../../kit/format.ts'
import { t } from '../texts.ts'
import { indicatorName, points, sourceName } from '../words.ts'

/** Every indicator with its weight and value, and under it what it rests on at each post, down to the records. */
export function IndicatorLines({
  lines,
  postName,
}: {
  lines: readonly IndicatorLine[]
  postName: (post: string) => string
}) {
  return (
    <table className="assess-lines">
      <thead>
        <tr>
          <th scope="col">{t('indicator')}</th>
          <th scope="col" className="figures">
            {t('weight')}
          </th>
          <th scope="col" className="figures">
            {t('value')}
          </th>
          <th scope="col">{t('trace')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ indicator, value, parts }) => (
          <tr key={indicator.code}>
            <th scope="row">
              {indicatorName(indicator)}
              <small>{sourceName(indicator.source)}</small>
            </th>
            <td className="figures" data-label={t('weight')}>
              {indicator.weight > 0
                ? `${indicator.weight}%`
                : t('extraUpTo', { extra: indicator.extra / 100 })}
            </td>
            <td className="figures" data-label={t('value')}>
              {points(value)}
            </td>
            <td>
              {parts.map((part) => (
                <Part
                  key={part.organisationId}
                  part={part}
                  counted={indicator.source === 'counted' ? 'counted' : 'scored'}
                  alone={parts.length === 1}
                  postName={postName}
                />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface PartProps {
  part: IndicatorPart
  counted: 'counted' | 'scored'
  alone: boolean
  postName: (post: string) => string
}

function Part({ part, counted, alone, postName }: PartProps) {
  return (
    <div className="assess-part">
      {!alone && (
        <small>
          {part.organisationName} · {t('months', { months: part.months })} · {points(part.value)}
        </small>
      )}
      {counted === 'counted' ? <Count part={part} /> : <Scores part={part} postName={postName} />}
    </div>
  )
}

function Count({ part }: { part: IndicatorPart }) {
  if (part.count === null) return <span className="quiet">{t('notKept')}</span>
  return (
    <>
      {t('counted', { count: part.count, expected: part.expected ?? '' })}
      {part.records.length > 0 && (
        <details>
          <summary>{t('records', { count: part.records.length })}</summary>
          <ul className="assess-records">
            {part.records.map((record) => (
              <li key={record.id}>
                {formatDay(record.on)} {record.label}
                {record.value > 1 && ` · ${record.value}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Scores({ part, postName }: { part: IndicatorPart; postName: (post: string) => string }) {
  if (part.scores.length === 0) return <span className="quiet">{t('noScore')}</span>
  return (
    <>
      {part.scores.map((score) => (
        <div key={`${score.by} ${score.scoredAt}`}>
          {points(score.value)} · {score.post === '' ? t('byPhone') : `${score.by} ${postName(score.post)}`}
          {score.voices !== null && ` · ${t('voicesOf', { voices: score.voices })}`}
          {score.note !== '' && <small>{score.note}</small>}
        </div>
      ))}
    </>
  )
}
