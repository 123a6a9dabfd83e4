import type { FailedJob, SystemState } from '#contract/system.ts'
import { App, Button } from 'antd'
import { CallError } from '../../../kit/call-error.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { jobWords } from '../words.ts'

/** What waits, what has failed and what can be done about it, and what comes back by itself. */
export function BackgroundWork({ jobs }: { jobs: SystemState['jobs'] }) {
  return (
    <section className="panel system-part" aria-label={t('work')}>
      <h2>{t('work')}</h2>
      <p className="quiet">{t('workNow', { waiting: jobs.waiting, running: jobs.running })}</p>
      <h3>{t('failed')}</h3>
      {jobs.failed.length === 0 && <p className="quiet">{t('noFailed')}</p>}
      <ul className="system-lines">
        {jobs.failed.map((job) => (
          <Failed key={job.id} job={job} />
        ))}
      </ul>
      {jobs.schedules.length > 0 && <h3>{t('repeated')}</h3>}
      <ul className="system-lines">
        {jobs.schedules.map(({ kind, dueAt }) => (
          <li key={kind}>
            <span>{jobWords(kind)}</span>
            <span className="quiet figures">
              {t('next')} {formatInstant(dueAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Failed({ job }: { job: FailedJob }) {
  const { message } = App.useApp()
  const confirm = useConfirm()
  const again = useAct('retryJob', { invalidates: ['getSystemState'] })
  const forget = useAct('forgetJob', { invalidates: ['getSystemState'] })
  const onError = (error: Error) => void message.error(errorSentence(error))
  const why = errorSentence(
    new CallError(422, { code: job.errorCode ?? 'common.internal', requestId: job.id }),
  )
  return (
    <li>
      <span>
        <strong>{jobWords(job.kind)}</strong>
        <span className="quiet"> {job.endedAt && formatInstant(job.endedAt)}</span>
        <br />
        {why}
      </span>
      <span className="system-buttons">
        <Button onClick={() => again.mutate({ jobId: job.id }, { onError })} loading={again.isPending}>
          {t('again')}
        </Button>
        <Button
          loading={forget.isPending}
          onClick={() =>
            void confirm({ title: t('forgetTitle'), body: t('forgetHint'), verb: t('forget') }).then(
              (sure) => sure && forget.mutate({ jobId: job.id }, { onError }),
            )
          }
        >
          {t('forget')}
        </Button>
      </span>
    </li>
  )
}
