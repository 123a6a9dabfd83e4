import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { formatDay, formatPeriod, shanghaiDate } from '../../../kit/format.ts'
import { t } from '../file-texts.ts'

/** One dated record as a line: what, details, from when to when, and what can be done about it. */
export interface RecordLine {
  id: string
  what: ReactNode
  details: readonly (string | null | false | undefined)[]
  startsOn: string
  endsBefore: string | null
  supersededAt?: string | null
  recordedAt?: string
  action?: ReactNode
}

interface RecordsProps {
  title: string
  lines: readonly RecordLine[]
  today: string
  actions?: ReactNode
}

/** The dated records of one kind, the latest first. What was corrected since is kept, and shown when asked for. */
export function Records({ title, lines, today, actions }: RecordsProps) {
  const [corrected, setCorrected] = useState<'hidden' | 'shown'>('hidden')
  const old = lines.filter((line) => line.supersededAt).length
  const shown = lines.filter((line) => corrected === 'shown' || !line.supersededAt)
  return (
    <section className="panel file-part" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {actions}
      </header>
      {shown.length === 0 && <p className="quiet">{t('nothing')}</p>}
      <ol className="records">
        {shown.map((line) => (
          <Line key={line.id} line={line} today={today} />
        ))}
      </ol>
      {old > 0 && (
        <Checkbox
          checked={corrected === 'shown'}
          onChange={(event) => setCorrected(event.target.checked ? 'shown' : 'hidden')}
        >
          {t('showCorrected', { count: old })}
        </Checkbox>
      )}
    </section>
  )
}

function Line({ line, today }: { line: RecordLine; today: string }) {
  const { startsOn, endsBefore, supersededAt } = line
  const details = line.details.filter(Boolean)
  if (supersededAt) details.push(t('corrected', { date: formatDay(shanghaiDate(supersededAt)) }))
  const holds = !supersededAt && startsOn <= today && (endsBefore === null || endsBefore > today)
  return (
    <li className={supersededAt ? 'record record-corrected' : holds ? 'record record-now' : 'record'}>
      <div>
        <strong>{line.what}</strong>
        {holds && <span className="tag tag-member">{t('current')}</span>}
        {!supersededAt && startsOn > today && <span className="tag tag-retained">{t('future')}</span>}
        {details.length > 0 && <p>{details.join(' · ')}</p>}
      </div>
      <span className="record-period figures">{formatPeriod(startsOn, endsBefore)}</span>
      {line.action && <span className="record-action">{line.action}</span>}
    </li>
  )
}
