import type { FoundByVerification } from '#contract/audit.ts'
import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { JobProgress } from '../../../kit/job-progress.tsx'
import { useJob } from '../../../kit/jobs.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { s } from '../seal-texts.ts'
import { Outcome } from './outcome.tsx'

/** The check of the whole log: a button, one for an anchor file from outside, and what was found. A long log is checked by a job. */
export function useVerification() {
  const verify = useAct('verifyAuditChain', { invalidates: ['listAuditEntries', 'getAuditState'] })
  const chooser = useRef<HTMLInputElement>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const start = (input: { anchor?: string }) =>
    verify.mutate(input, { onSuccess: ({ job }) => setJobId(job?.id ?? null) })
  const button = (
    <Button
      type="primary"
      icon={<Icon name="audit" size={16} />}
      loading={verify.isPending}
      onClick={() => start({})}
    >
      {verify.isPending ? s('verifying') : s('verify')}
    </Button>
  )
  const withFile = (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".jsonl"
        hidden
        aria-label={s('verifyWith')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void file.text().then((anchor) => start({ anchor }))
        }}
      />
      <Button
        disabled={verify.isPending}
        icon={<Icon name="import" size={16} />}
        onClick={() => chooser.current?.click()}
      >
        {s('verifyWith')}
      </Button>
    </>
  )
  return { button, withFile, outcome: outcomeOf(verify, jobId) }
}

function outcomeOf(verify: ReturnType<typeof useAct<'verifyAuditChain'>>, jobId: string | null) {
  if (verify.error)
    return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(verify.error)} />
  if (!verify.data) return null
  const { intact, ...found } = verify.data
  return intact === null ? (
    jobId !== null && <LongVerification jobId={jobId} />
  ) : (
    <Outcome found={{ ...found, intact }} />
  )
}

function LongVerification({ jobId }: { jobId: string }) {
  const job = useJob(jobId)
  if (!job.data) return null
  if (job.data.state === 'done') return <Outcome found={job.data.result as unknown as FoundByVerification} />
  return <JobProgress job={job.data} steps={{ verify: s('verifying') }} />
}
