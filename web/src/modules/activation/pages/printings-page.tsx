import '../activation.css'
import { Skeleton, Table } from 'antd'
import type { SlipRun } from '#contract/activation.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant, formatNumber } from '../../../kit/format.ts'
import { JobProgress } from '../../../kit/job-progress.tsx'
import { hasEnded, useJob } from '../../../kit/jobs.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { SlipSheet } from '../parts/slip-sheet.tsx'
import { t } from '../texts.ts'

/** What has been printed, how much of it was used, and the sheet of one printing for the printer. */
export default function PrintingsPage() {
  const { runId, jobId } = useSearchText()
  const job = useJob(jobId ?? null)
  const making = job.data !== undefined && !hasEnded(job.data)
  if (job.data && (making || job.data.state === 'failed'))
    return (
      <Page title={t('printTitle')}>
        <JobProgress job={job.data} steps={{ slips: t('stepSlips') }} />
      </Page>
    )
  if (jobId && job.isPending) return <Skeleton active />
  return runId ? <SlipSheet key={runId} runId={runId} /> : <Runs />
}

function Runs() {
  const answer = useRead('listSlipRuns')
  return (
    <Page title={t('printings')}>
      {answer.isPending && <Skeleton active title={false} />}
      {answer.error && <p className="problem">{errorSentence(answer.error)}</p>}
      {answer.data?.items.length === 0 && (
        <section className="list-empty">
          <h2>{t('noRuns')}</h2>
          <p>{t('noRunsHint')}</p>
          <LinkButton color="primary" variant="solid" to="/activation" search={{} as never}>
            {t('toActivation')}
          </LinkButton>
        </section>
      )}
      {answer.data && answer.data.items.length > 0 && <RunTable runs={answer.data.items} />}
    </Page>
  )
}

function RunTable({ runs }: { runs: readonly SlipRun[] }) {
  const figures = { align: 'right', className: 'figures' } as const
  return (
    <div className="list">
      <Table<SlipRun>
        dataSource={runs}
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('orderedAt'), render: (_, run) => formatInstant(run.orderedAt) },
          { title: t('organisation'), render: (_, run) => run.organisationName },
          { title: t('slips'), ...figures, render: (_, run) => formatNumber(run.printed) },
          { title: t('used'), ...figures, render: (_, run) => formatNumber(run.used) },
          { title: t('open'), ...figures, render: (_, run) => formatNumber(run.open) },
          { title: t('until'), render: (_, run) => formatDay(run.expiresOn) },
          {
            title: t('print'),
            render: (_, run) =>
              run.open > 0 && (
                <LinkButton size="small" to="/activation/printings" search={{ runId: run.id } as never}>
                  {t('openSheet')}
                </LinkButton>
              ),
          },
        ]}
      />
    </div>
  )
}
