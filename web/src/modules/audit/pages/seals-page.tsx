import '../audit.css'
import { shortDigest } from '#contract/audit-digest.ts'
import type { AuditAnchor } from '#contract/audit.ts'
import { Alert, Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { JobProgress } from '../../../kit/job-progress.tsx'
import { useJob } from '../../../kit/jobs.ts'
import { useMay } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { Icon } from '../../../ui/icon.tsx'
import { AnchorFacts } from '../parts/anchor-facts.tsx'
import { Coverage, placesOf } from '../parts/coverage.tsx'
import { useVerification } from '../parts/verification.tsx'
import { s } from '../seal-texts.ts'

/** How far the log is protected, the anchors taken outside, and the check against them. */
export default function SealsPage() {
  const { button, withFile, outcome } = useVerification()
  const mayVerify = useMay('audit.verify')
  const making = useAnchorNow()
  return (
    <ListPage
      title={s('title')}
      operation="listAuditAnchors"
      columns={columns()}
      rowId={(anchor) => String(anchor.number)}
      empty={{ title: s('anchorsEmpty'), hint: s('anchorsEmptyHint') }}
      actions={
        mayVerify && (
          <>
            {making.button}
            {withFile}
            {button}
          </>
        )
      }
      above={
        <>
          <Coverage />
          {making.outcome && <div className="audit-outcome">{making.outcome}</div>}
          {outcome && <div className="audit-outcome">{outcome}</div>}
          <p className="audit-links">
            <Link to={'/audit/seals/minutes' as never}>{s('everySeal')}</Link>
          </p>
        </>
      }
      panel={(number) => ({
        title: s('anchor', { number }),
        body: <AnchorFacts number={Number(number)} />,
      })}
    />
  )
}

/** Makes an anchor at once: a button, and how far it is. */
function useAnchorNow() {
  const make = useAct('createAuditAnchor', { invalidates: [] })
  const client = useQueryClient()
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJob(jobId)
  const isDone = job.data?.state === 'done'
  useEffect(() => {
    if (!isDone) return
    for (const read of ['listAuditAnchors', 'getAuditState'])
      void client.invalidateQueries({ queryKey: [read] })
    setJobId(null)
  }, [isDone, client])
  const busy = make.isPending || (jobId !== null && job.data?.state !== 'failed')
  const button = (
    <Button
      icon={<Icon name="key" size={16} />}
      loading={busy}
      onClick={() => make.mutate({}, { onSuccess: ({ id }) => setJobId(id) })}
    >
      {s('anchorNow')}
    </Button>
  )
  const outcome = make.error ? (
    <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(make.error)} />
  ) : (
    job.data && !isDone && <JobProgress job={job.data} steps={{ anchor: s('anchoring') }} />
  )
  return { button, outcome }
}

function columns(): Column<AuditAnchor>[] {
  return [
    { key: 'number', title: s('number'), width: 90, align: 'figures', render: ({ number }) => number },
    { key: 'made', title: s('madeAt'), width: 230, render: ({ madeAt }) => formatInstant(madeAt) },
    { key: 'by', title: s('madeBy'), width: 130, render: ({ madeByName }) => madeByName ?? s('daily') },
    {
      key: 'entries',
      title: s('entries'),
      width: 110,
      align: 'figures',
      render: ({ entries }) => formatNumber(entries),
    },
    { key: 'code', title: s('checkCode'), render: ({ digest }) => <code>{shortDigest(digest)}</code> },
    { key: 'where', title: s('where'), render: placesOf },
  ]
}
