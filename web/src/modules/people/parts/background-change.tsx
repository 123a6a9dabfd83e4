import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { formatNumber } from '../../../kit/format.ts'
import { JobProgress } from '../../../kit/job-progress.tsx'
import { useJob } from '../../../kit/jobs.ts'
import { t } from '../texts.ts'

/** A change of very many on its way, with how far it is; it goes on when one leaves. */
export function BackgroundChange({ jobId, onClose }: { jobId: string; onClose: () => void }) {
  const job = useJob(jobId)
  const client = useQueryClient()
  const state = job.data?.state
  useEffect(() => {
    if (state === 'done') void client.invalidateQueries()
  }, [state, client])
  return (
    <section className="panel change-result" role="status" aria-live="polite">
      {job.data && <JobProgress job={job.data} steps={{ memberships: t('backgroundStep') }} />}
      {state === 'done' && (
        <p>
          {t('backgroundDone', { count: formatNumber(Number(job.data?.result?.changed ?? 0)) })}{' '}
          <Link to="/mass-changes" search={{} as never}>
            {t('massChanges')}
          </Link>
        </p>
      )}
      <div className="change-result-actions">
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </section>
  )
}
