import { Alert, Progress } from 'antd'
import { Icon } from '../ui/icon.tsx'
import { CallError } from './call-error.ts'
import { errorSentence } from './errors.ts'
import { formatNumber } from './format.ts'
import { shareOf, type Job } from './jobs.ts'
import { t } from './texts.ts'

interface JobProgressProps {
  job: Job
  /** What the job’s steps are called on the screen; an unnamed step shows only that work goes on. */
  steps: Readonly<Record<string, string>>
}

/** Long work with its number and step; may be left and found again. A failed job says why. */
export function JobProgress({ job, steps }: JobProgressProps) {
  if (job.state === 'failed') {
    const why = errorSentence(
      new CallError(422, { code: job.errorCode ?? 'common.internal', requestId: job.id }),
    )
    return <Alert type="error" showIcon icon={<Icon name="warn" />} title={why} />
  }
  const share = shareOf(job)
  const label = labelOf(job, steps)
  return (
    <div className="job" role="status">
      <div className="job-words">
        <strong>{label}</strong>
        {job.progress.total !== null && job.state === 'running' && (
          <span className="figures">
            {t('jobOf', { done: formatNumber(job.progress.done), total: formatNumber(job.progress.total) })}
          </span>
        )}
      </div>
      <Progress
        aria-label={label}
        percent={share === null ? 100 : Math.floor(share * 100)}
        status={share === null ? 'active' : job.state === 'done' ? 'success' : 'normal'}
        showInfo={share !== null}
      />
      {job.state !== 'done' && <p>{t('jobLeave')}</p>}
    </div>
  )
}

function labelOf(job: Job, steps: Readonly<Record<string, string>>): string {
  if (job.state === 'done') return t('jobDone')
  if (job.state === 'waiting') return t('jobWaiting')
  return (job.progress.step && steps[job.progress.step]) || t('jobRunning')
}
