import type { RosterImport } from '#contract/roster.ts'
import { Alert, Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { JobProgress } from '../../../kit/job-progress.tsx'
import { useJob } from '../../../kit/jobs.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { stepNames } from '../words.ts'

/** Work that goes on in the background, with its step and its rows. */
export function ImportWork({ imported }: { imported: RosterImport }) {
  const { job } = imported
  if (!job) return null
  const { done, total } = job.progress
  return (
    <section className="panel">
      <JobProgress
        job={{
          ...job,
          kind: '',
          result: null,
          errorCode: null,
          createdAt: imported.createdAt,
          endedAt: null,
        }}
        steps={stepNames()}
      />
      {total === null && done > 0 && (
        <p className="figures quiet">{t('rowsJudged', { count: formatNumber(done) })}</p>
      )}
    </section>
  )
}

/** Why the last commit or undo did not happen, where it did not: the import stands as before. */
export function LastFailure({ imported }: { imported: RosterImport }) {
  const failed = imported.job?.state === 'failed' ? imported.job.id : null
  const job = useJob(failed)
  if (failed === null || !job.data) return null
  return <JobProgress job={job.data} steps={{}} />
}

/** Why the whole file was turned away or could not be checked, and what to do. */
export function ImportStopped({ imported }: { imported: RosterImport }) {
  const { refusal } = imported
  const why = refusal
    ? errorSentence(new CallError(422, { code: refusal.key, requestId: imported.id }))
    : t('failedHint')
  return (
    <div className="import-stopped">
      <Alert
        role="alert"
        type="error"
        showIcon
        icon={<Icon name="warn" />}
        title={refusal ? t('refusedTitle') : t('failedTitle')}
        description={
          <>
            <p className="import-why">{why}</p>
            <p>{t('nothingWritten')}</p>
          </>
        }
      />
      <Link to="/imports">
        <Button type="primary">{t('uploadAnother')}</Button>
      </Link>
    </div>
  )
}
