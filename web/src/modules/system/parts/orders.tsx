import type { SystemState } from '#contract/system.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { JobProgress } from '../../../kit/job-progress.tsx'
import { hasEnded, useJob } from '../../../kit/jobs.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../texts.ts'

/** The two buttons of the page and the job that the last one started. A button that is off says why. */
export function useOrders(state: SystemState | undefined) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [jobId, follow] = useState<string | null>(null)
  const job = useJob(jobId)
  const ended = job.data !== undefined && hasEnded(job.data)
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['getSystemState'] })
  }, [ended, client])
  const then = {
    onSuccess: (started: { jobId: string }) => follow(started.jobId),
    onError: (error: Error) => void message.error(errorSentence(error)),
  }
  const backup = useAct('startBackup', { invalidates: [] })
  const drill = useAct('startDrill', { invalidates: [] })
  const isBusy = jobId !== null && !ended
  const whyNoBackup = isBusy ? t('underWay') : whyNotBackUp(state)
  const whyNoDrill = whyNoBackup ?? whyNotDrill(state)
  return {
    buttons: (
      <>
        <Button
          disabled={!state || whyNoDrill !== null}
          title={whyNoDrill ?? undefined}
          onClick={() => drill.mutate({}, then)}
        >
          {t('drillNow')}
        </Button>
        <Button
          type="primary"
          disabled={!state || whyNoBackup !== null}
          title={whyNoBackup ?? undefined}
          onClick={() => backup.mutate({}, then)}
        >
          {t('backUpNow')}
        </Button>
      </>
    ),
    progress: job.data && <JobProgress job={job.data} steps={{}} />,
  }
}

function whyNotBackUp(state: SystemState | undefined): string | null {
  return state?.backups.isScheduled === false ? t('noFolder') : null
}

function whyNotDrill(state: SystemState | undefined): string | null {
  return state?.backups.state === 'none' ? t('noBackupYet') : null
}
