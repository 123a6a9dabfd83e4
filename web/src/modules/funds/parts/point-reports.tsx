import { linkedAreas, type DirectPoint, type LinkedArea, type PointReport } from '#contract/funds-points.ts'
import { App, Button, Empty, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { p } from '../point-texts.ts'
import { t } from '../texts.ts'
import { word } from '../words.ts'
import { pointChanged } from './point-hands.tsx'

const emptyAreas = Object.fromEntries(linkedAreas.map((area) => [area, ''])) as Record<LinkedArea, string>

/** Reports of progress over the five linked areas, their reviews, and the form for the next one. */
export function PointReports({ point }: { point: DirectPoint }) {
  const [isWriting, setWriting] = useState(false)
  const off = point.can.report
  return (
    <>
      <p className="quiet">{p('reportHint')}</p>
      {isWriting && <ReportForm grantId={point.id} onDone={() => setWriting(false)} />}
      {!isWriting && off === null && (
        <div className="funds-actions">
          <Button type="primary" onClick={() => setWriting(true)}>
            {p('newReport')}
          </Button>
        </div>
      )}
      {off === 'own_unit' && <p className="quiet">{word('hand', off)}</p>}
      {point.reports.length === 0 && !isWriting && <Empty description={p('emptyReports')} />}
      {point.reports.toReversed().map((report) => (
        <Report key={report.id} report={report} />
      ))}
    </>
  )
}

function ReportForm({ grantId, onDone }: { grantId: string; onDone: () => void }) {
  const { message } = App.useApp()
  const [areas, setAreas] = useState(emptyAreas)
  const act = useAct('reportDirectPoint', { invalidates: pointChanged })
  const isShort = linkedAreas.some((area) => areas[area].trim().length < 4)
  return (
    <section className="panel">
      {linkedAreas.map((area) => (
        <label key={area} className="funds-area">
          <strong>{word('area', area)}</strong>
          <Input.TextArea
            rows={2}
            maxLength={600}
            value={areas[area]}
            onChange={(event) => setAreas({ ...areas, [area]: event.target.value })}
          />
        </label>
      ))}
      <div className="funds-actions">
        <Button
          type="primary"
          disabled={isShort}
          loading={act.isPending}
          onClick={() =>
            act.mutate(
              { grantId, areas },
              { onSuccess: onDone, onError: (error) => void message.error(errorSentence(error), 8) },
            )
          }
        >
          {p('send')}
        </Button>
        <Button onClick={onDone}>{p('cancel')}</Button>
        {isShort && <span className="quiet">{p('needReason')}</span>}
      </div>
    </section>
  )
}

function Report({ report }: { report: PointReport }) {
  const { review } = report
  return (
    <section className="panel funds-step" aria-label={p('reportNumber', { number: report.number })}>
      <h2>
        {p('reportNumber', { number: report.number })}
        {review !== null && ` · ${word('review', review.outcome)}`}
      </h2>
      <p className="quiet">
        {p('reportedBy', { name: report.reportedBy, when: formatInstant(report.reportedAt) })}
      </p>
      <div className="funds-scroll" tabIndex={0} role="region" aria-label={p('areas')}>
        <table className="funds-table">
          <tbody>
            {linkedAreas.map((area) => (
              <tr key={area}>
                <th scope="row">{word('area', area)}</th>
                <td>{report.areas[area]}</td>
                <td className="sum">{review === null ? '' : review.scores[area]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {review !== null && (
        <p className="quiet">
          {p('decidedBy', { name: review.reviewedBy, reason: review.reason })} ·{' '}
          {formatInstant(review.reviewedAt)}
        </p>
      )}
      {review === null && report.canReview === null && <Review reportId={report.id} />}
      {review === null && (report.canReview === 'same_hand' || report.canReview === 'own_unit') && (
        <p className="quiet">{word('hand', report.canReview)}</p>
      )}
    </section>
  )
}

function Review({ reportId }: { reportId: string }) {
  const { message } = App.useApp()
  const [scores, setScores] = useState<Partial<Record<LinkedArea, number>>>({})
  const [reason, setReason] = useState('')
  const act = useAct('reviewDirectPointReport', { invalidates: pointChanged })
  const isWhole = linkedAreas.every((area) => scores[area] !== undefined)
  const send = (outcome: 'accepted' | 'returned') =>
    act.mutate(
      { reportId, outcome, scores: scores as Record<LinkedArea, number>, reason },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  return (
    <>
      <div className="funds-ask funds-scores">
        {linkedAreas.map((area) => (
          <label key={area}>
            {word('area', area)}
            <InputNumber
              aria-label={p('scoreOf', { area: word('area', area) })}
              min={0}
              max={100}
              precision={0}
              value={scores[area] ?? null}
              onChange={(score) => setScores({ ...scores, ...(score === null ? {} : { [area]: score }) })}
            />
          </label>
        ))}
        <label>
          {p('reason')}
          <Input maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </div>
      <div className="funds-actions">
        <Button type="primary" disabled={!isWhole} loading={act.isPending} onClick={() => send('accepted')}>
          {p('accept')}
        </Button>
        <Button disabled={!isWhole} onClick={() => send('returned')}>
          {p('giveBack')}
        </Button>
        {!isWhole && (
          <span className="quiet">{t('labelled', { label: p('score'), words: '5 × 0–100' })}</span>
        )}
      </div>
    </>
  )
}
