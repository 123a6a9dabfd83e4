import type { Measure } from '#contract/measures.ts'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber, formatShare } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { inputOf, type Question } from '../question.ts'
import { t } from '../texts.ts'
import { measureName, totalWords } from '../words.ts'

interface BreakdownProps {
  measure: Measure
  question: Question
  onDescend: (organisationId: string) => void
}

/** The chosen figure by directly led unit, each with a bar to compare by; a unit opens its own figures. */
export function Breakdown({ measure, question, onDescend }: BreakdownProps) {
  const answer = useRead('queryMeasure', { measure: measure.name, ...inputOf(question), by: 'organisation' })
  const [withZero, showZero] = useState(false)
  if (answer.isPending) return <Skeleton active className="panel" />
  if (answer.error) return <p className="panel problem">{errorSentence(answer.error)}</p>
  const { groups = [], total } = answer.data
  const counted = groups.map(({ key, label, value }) => ({ key, label, value: value ?? 0 }))
  const zero = counted.filter(({ value }) => value === 0)
  const shown = withZero ? counted : counted.filter(({ value }) => value > 0)
  return (
    <section className="panel breakdown" aria-label={t('byUnit', { name: measureName(measure) })}>
      <header>
        <h2>{t('byUnit', { name: measureName(measure) })}</h2>
        <Link to={`/figures/${measure.name}`} search={rowsSearch(question) as never}>
          {measure.counting === 'distinct' ? t('openCounted', { count: totalWords(total) }) : t('openRows')}
          <Icon name="next" size={16} />
        </Link>
      </header>
      {counted.length === 0 ? (
        <p className="quiet">{t('noUnits')}</p>
      ) : (
        <BarTable rows={shown} total={total ?? 0} caption={measureName(measure)} onDescend={onDescend} />
      )}
      {zero.length > 0 && (
        <p className="quiet">
          {t('zeroUnits', { count: zero.length })}
          <Button type="link" onClick={() => showZero(!withZero)}>
            {withZero ? t('hideZero') : t('showZero')}
          </Button>
        </p>
      )}
    </section>
  )
}

interface BarTableProps {
  rows: readonly { key: string; label: string; value: number }[]
  total: number
  caption: string
  onDescend: (organisationId: string) => void
}

function BarTable({ rows, total, caption, onDescend }: BarTableProps) {
  const most = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <table className="bars">
      <caption className="seen-by-reader">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          <th scope="col" className="bars-value">
            {caption}
          </th>
          <th scope="col" className="bars-value">
            {t('share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, value }) => (
          <tr key={key}>
            <th scope="row">
              <button type="button" className="row-button" onClick={() => onDescend(key)}>
                {label}
              </button>
              <span className="bar" style={{ width: `${(value / most) * 100}%` }} aria-hidden="true" />
            </th>
            <td className="bars-value figures">{formatNumber(value)}</td>
            <td className="bars-value figures">{total === 0 ? '' : formatShare(value / total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same question for the page of rows. */
function rowsSearch({ organisationId, asOf, knownOn }: Question): Record<string, string> {
  return { organisationId, ...(asOf ? { asOf } : {}), ...(knownOn ? { knownOn } : {}) }
}
