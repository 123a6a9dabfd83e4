import '../assessments.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { ScoreForm } from '../parts/score-form.tsx'
import { formatList } from '../../../kit/format.ts'
import { t } from '../texts.ts'

/** 逐人打分: everybody who waits for my scores, one after the other, by keyboard alone. Who is open stands in the address. */
export default function QueuePage() {
  const periodId = useParam('periodId')
  const { person } = useSearchText()
  const navigate = useNavigate()
  const waiting = useRead('listAssessedPersons', { periodId, waiting: 'mine', limit: 200 })
  const rows = waiting.data?.items ?? []
  const shownId = person ?? rows[0]?.id
  const file = useReadWhen(shownId, 'getAssessment', { assessmentId: shownId ?? '' })
  const open = (id: string | undefined) =>
    void navigate({ to: '.', search: (id === undefined ? {} : { person: id }) as never, replace: true })
  const next = () => {
    const at = rows.findIndex(({ id }) => id === shownId)
    open(rows[at + 1]?.id ?? rows.find(({ id }) => id !== shownId)?.id)
  }
  return (
    <Page
      title={t('queue')}
      note={waiting.data && t('left', { count: waiting.data.total ?? rows.length })}
      actions={
        <Link className="assess-link" to={`/assessments/periods/${periodId}` as never}>
          {t('toPeriod')}
        </Link>
      }
    >
      {waiting.error ? (
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(waiting.error)} />
      ) : !waiting.data ? (
        <Skeleton active aria-label={t('loading')} />
      ) : shownId === undefined ? (
        <div className="panel">
          <h2>{t('allDone')}</h2>
          <p className="quiet">{t('allDoneHint')}</p>
        </div>
      ) : (
        <div className="assess-queue">
          <ol className="panel" aria-label={t('waitingMine')}>
            {rows.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  aria-current={row.id === shownId ? 'true' : undefined}
                  onClick={() => open(row.id)}
                >
                  {row.personName}
                  <small>{formatList(row.organisations)}</small>
                </button>
              </li>
            ))}
          </ol>
          {file.error ? (
            <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(file.error)} />
          ) : file.data?.id === shownId && file.data ? (
            <ScoreForm key={file.data.id} file={file.data} onNext={next} />
          ) : (
            <Skeleton active aria-label={t('loading')} />
          )}
        </div>
      )}
    </Page>
  )
}
